/** `npm start`: opens the data folder, serves the map, and reads what it was given. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { openStore, type OpenedStore } from '../../cypher/store/index.ts'
import { createSegmenter, isOwnStore, Ledger, loadLexicon, rebuildStore, reconcileStore } from '../../ingest/index.ts'
import { createApp } from './app.ts'
import { LOOPBACK_HOSTS, type GuardOptions } from './guard.ts'
import { checkPaths, isLoopback, readOptions, StartError, USAGE, type StartOptions } from './options.ts'
import { ReadingJob } from './reading-job.ts'
import { say, sayProblems, showProgress } from './terminal.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DIST = join(ROOT, 'web', 'dist')
const DEMO = join(ROOT, 'seeds', 'reports')
/** Milliseconds. */
const KEEP_ALIVE = 65_000

/** Any name may be used where the server listens on all addresses; the token guards it. */
function guardOf({ host, token }: StartOptions): GuardOptions {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const named = host.includes(':') ? `[${host}]` : host.toLowerCase()
  const hosts = isEverywhere && token !== undefined ? 'any' : [...LOOPBACK_HOSTS, named]
  return { hosts, ...(token === undefined || isLoopback(host) ? {} : { token }) }
}

/** Takes the port first: where it is taken, nothing else has been touched. */
async function listen(server: ServerType, { port, host }: StartOptions): Promise<number> {
  const isListening = once(server, 'listening')
  server.listen(port, host)
  try {
    await isListening
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EADDRINUSE') throw new StartError('start.port-taken', `端口 ${port} 已被占用，请用 --port 另选一个。`, error)
    if (code === 'EACCES') throw new StartError('start.port-refused', `没有使用端口 ${port} 的权限，请用 --port 另选一个。`, error)
    throw new StartError('start.bad-host', `不能在 ${host} 上监听（${code}）。`, error)
  }
  return (server.address() as AddressInfo).port
}

/** The demo reports are read where no other path was ever given. */
function pathsToRead(given: readonly string[], ledger: Ledger): readonly string[] {
  if (given.length > 0) return given
  const known = ledger.entries().flatMap(({ paths }) => paths)
  return known.every((path) => path.startsWith(DEMO + sep)) ? [DEMO] : []
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => say(`没能打开浏览器，请自己打开 ${address}`))
    .unref()
}

interface Running {
  readonly server: ServerType
  readonly ledger: Ledger
  readonly store: OpenedStore
  readonly job: ReadingJob
}

async function openStoreOf(ledger: Ledger, { data, neo4j }: StartOptions): Promise<OpenedStore> {
  const store = await openStore(neo4j === undefined ? { kind: 'embedded', folder: data } : { kind: 'neo4j', ...neo4j })
  if (store.recovered === undefined) return store
  say(store.recovered)
  await rebuildStore({ ledger, store }, (done, total) => showProgress('重建', done, total))
  return store
}

/**
 * Brings a Neo4j in step before anything is read into it. Gives false where it holds the graph of another data folder: that one is
 * shown and left alone.
 */
async function pushTo(store: OpenedStore, ledger: Ledger, { paths }: StartOptions): Promise<boolean> {
  if (store.kind === 'embedded') return true
  if (await isOwnStore(ledger, store)) {
    await reconcileStore({ ledger, store }, { onProgress: (done, total) => showProgress('推送', done, total) })
    showProgress('', 0, 0)
    return true
  }
  const message = '这个 Neo4j 里的图谱由另一个数据目录推送'
  if (paths.length > 0) {
    throw new StartError('start.other-graph', `${message}，不能把别的报告读进去。请另选一个数据库，或用 npm run push 的 --replace 换掉它。`)
  }
  say(`${message}：只供查看，不读入报告。`)
  return false
}

/** Ends in order: the job writes what it has read, then the store, then the lock. A second signal ends at once. */
function endOnSignal(running: Running, reading: Promise<unknown>): void {
  let isEnding = false
  const end = async (): Promise<void> => {
    if (isEnding) process.exit(130)
    isEnding = true
    running.job.cancel()
    running.server.close()
    if ('closeAllConnections' in running.server) running.server.closeAllConnections()
    await reading
    await running.store.close()
    running.ledger.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}

async function readAll(options: StartOptions, { ledger, store, job }: Running): Promise<void> {
  const paths = pathsToRead(options.paths, ledger)
  job.onChange(() => {
    const now = job.current()
    if (now?.state === 'running') showProgress(now.current ?? '', now.done, now.total)
  })
  try {
    const { state, total, problems } = await job.run(paths, {
      ledger,
      store,
      tools: { lexicon: loadLexicon(), segment: createSegmenter() },
    })
    showProgress('', 0, 0)
    sayProblems(problems)
    if (state === 'done') say(`已读完 ${total} 个文件，图谱中共有 ${ledger.size} 篇文档。`)
  } catch (error) {
    showProgress('', 0, 0)
    say(`读取中断：${error instanceof Error ? error.message : String(error)}`)
  }
}

async function start(options: StartOptions): Promise<void> {
  await checkPaths(options.paths)
  let app: Hono | undefined
  const server = createAdaptorServer({
    fetch: (request, environment) => app?.fetch(request, environment) ?? new Response('', { status: 503, headers: { 'Retry-After': '1' } }),
  })
  // Reading a long text holds the loop; a browser's idle connection must outlive that.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE
  const port = await listen(server, options)
  let ledger: Ledger | undefined
  try {
    ledger = await Ledger.open(options.data)
    sayProblems([{ path: options.data, problems: ledger.problems }])
    const store = await openStoreOf(ledger, options)
    const mayRead = await pushTo(store, ledger, options)
    const running = { server, ledger, store, job: new ReadingJob() }
    const onUnexpected = (error: unknown, path: string): void =>
      say(`${path}：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    app = createApp({ store, jobs: running.job, dist: DIST, guard: guardOf(options), onUnexpected })
    const host = options.host.includes(':') ? `[${options.host}]` : options.host
    const address = `http://${host}:${port}/`
    process.stdout.write(`医联图谱已启动：${address}\n`)
    if (options.open) openBrowser(address)
    endOnSignal(running, mayRead ? readAll(options, running) : Promise.resolve())
  } catch (error) {
    ledger?.close()
    server.close()
    throw error
  }
}

const WORD_CODE = /^[a-z]+\.[a-z-]+$/

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') process.stdout.write(`${USAGE}\n`)
  else await start(options)
} catch (error) {
  const isExpected = error instanceof Error && 'code' in error && WORD_CODE.test(String(error.code))
  say(isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
