/** Runs a command as people do, in a process of its own. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export function runCli(name: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', YILIAN_SEGMENTER: '@node-rs/jieba' }
    const argv = ['--import', 'tsx', `ingest/cli/${name}.ts`, ...args]
    execFile(process.execPath, argv, { cwd: ROOT, env, maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err })
    })
  })
}
