/** The algorithms' thread: one task after another, until the parent ends it. */
import { parentPort } from 'node:worker_threads'
import { workOut, type TaskRequest } from './task.ts'

parentPort?.on('message', (request: TaskRequest) => parentPort?.postMessage(workOut(request)))
