/** The HTTP API and the app's files as one Hono app; knows no port and no process, so that tests call it directly. */
import { Hono } from 'hono'
import type { GraphStore } from '../../cypher/store/port.ts'
import { answerTo, ApiError } from './api-error.ts'
import { createContext, NO_JOBS, type JobBoard } from './context.ts'
import { guard, LOOPBACK_HOSTS, type GuardOptions } from './guard.ts'
import { algorithmRoutes } from './routes/algorithms.ts'
import { consoleRoutes } from './routes/console.ts'
import { detailsRoutes } from './routes/details.ts'
import { documentRoutes } from './routes/documents.ts'
import { initiativeRoutes } from './routes/initiatives.ts'
import { projectRoutes } from './routes/projects.ts'
import { sceneRoutes } from './routes/scene.ts'
import { statusRoutes } from './routes/status.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { serveApp } from './static-files.ts'

export interface AppOptions {
  readonly store: GraphStore
  readonly jobs?: JobBoard
  /** Folder of the built app; without it only the API is served. */
  readonly dist?: string
  readonly guard?: GuardOptions
  /** Told of errors that are bugs, with the path of the request. */
  readonly onUnexpected?: (error: unknown, path: string) => void
}

/** The whole server over an open store. */
export function createApp({ store, jobs = NO_JOBS, dist, guard: door = { hosts: LOOPBACK_HOSTS }, onUnexpected }: AppOptions): Hono {
  const context = createContext(store, jobs)
  const app = new Hono()
  app.onError((error, c) => {
    const { status, body, isUnexpected } = answerTo(error)
    if (isUnexpected) onUnexpected?.(error, c.req.path)
    return c.json(body, status)
  })
  app.use(guard(door))
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  for (const routes of [
    sceneRoutes,
    detailsRoutes,
    documentRoutes,
    initiativeRoutes,
    projectRoutes,
    timelineRoutes,
    consoleRoutes,
    algorithmRoutes,
    statusRoutes,
  ]) {
    app.route('/api', routes(context))
  }
  app.all('/api/*', () => {
    throw new ApiError('api.not-found')
  })
  if (dist !== undefined) app.get('*', serveApp(dist))
  app.notFound((c) => {
    const { status, body } = answerTo(new ApiError('api.not-found'))
    return c.json(body, status)
  })
  return app
}
