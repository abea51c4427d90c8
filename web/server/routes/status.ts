/** GET /api/status, and the same as server-sent events while a job runs. */
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Status } from '../../contract/index.ts'
import type { Context } from '../context.ts'

/** Milliseconds between two signs of life, so that proxies and browsers keep the line open. */
const HEARTBEAT = 15_000

async function readStatus(context: Context): Promise<Status> {
  const { nodes } = await context.store.stats()
  return { store: context.store.kind, documents: nodes.Document ?? 0, job: context.jobs.current() }
}

export function statusRoutes(context: Context): Hono {
  return new Hono()
    .get('/status', async (c) => c.json(await readStatus(context)))
    .get('/events', (c) =>
      streamSSE(c, async (stream) => {
        let wake: () => void = () => undefined
        let isOpen = true
        let isStale = true
        const stop = context.jobs.onChange(() => {
          isStale = true
          wake()
        })
        stream.onAbort(() => {
          isOpen = false
          wake()
        })
        while (isOpen) {
          const event = isStale ? 'status' : 'alive'
          isStale = false
          await stream.writeSSE({ event, data: event === 'status' ? JSON.stringify(await readStatus(context)) : '' })
          if (isStale || !isOpen) continue
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, HEARTBEAT)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
        }
        stop()
      }),
    )
}
