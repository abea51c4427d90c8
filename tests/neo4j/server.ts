/** A Neo4j server of our own for tests: started from Maven's jars on a free port with a data folder of its own, stopped by its pid. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url))
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/neo4j-run/', import.meta.url))
const READY_WITHIN = 180_000
const ASK_EVERY = 200
/** A server that does not end by itself within this time is killed. */
const STOP_WITHIN = 20_000

const JVM = [
  '-Dlog4j2.disable.jmx=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
]
/** A small server that is soon there; one that is measured is set as docker-compose.yml sets a team's. */
const SMALL_JVM = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m']
const TEAM_JVM = ['-XX:+UseG1GC', '-Xms1g', '-Xmx1g']
const SMALL_CONFIG = `server.memory.pagecache.size=64m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=keep_none
`
const TEAM_CONFIG = `server.memory.pagecache.size=512m
db.memory.transaction.max=512m
`

/** Closed to files and to the net (research: neo4j.md §1), unless files are to be loaded from the server's own folder. */
export const configOf = (port: number, readsFiles: boolean): string => `server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
dbms.usage_report.enabled=false
server.directories.import=import
dbms.security.allow_csv_import_from_file_urls=${readsFiles}
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.cypher.min_replan_interval=1h
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.server.bolt.thread_pool_shutdown_wait_time=0s
`

const NO_LOGIN = 'dbms.security.auth_enabled=false\n'

export interface TestServer {
  readonly uri: string
  /** From where `LOAD CSV` may read, where the server was started for it. */
  readonly importFolder?: string
  /** Ends the server and waits; its data stays. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
}

/** Why no server of our own can be had; undefined where one can. */
export function findHindrance(): string | undefined {
  const missing = ['java', 'mvn'].filter((command) => !isOnPath(command))
  return missing.length === 0 ? undefined : `没有 ${missing.join(' 和 ')}，也没有给出 NEO4J_URI`
}

/** The server that people name for the tests instead of one of our own. */
export function givenUri(): string | undefined {
  return process.env['NEO4J_URI'] || undefined
}

/** The named server, or a new one. Throws where Maven cannot find the jars or the server does not answer. */
export async function startNeo4j(): Promise<TestServer> {
  const uri = givenUri()
  return uri === undefined
    ? startOwn()
    : { uri, stop: noOwnServer, kill: noOwnServer, restart: noOwnServer, dispose: async () => undefined }
}

async function noOwnServer(): Promise<void> {
  throw new Error('a server given by NEO4J_URI is not ours to stop')
}

export interface ServerOptions {
  /** With the memory and the compiler of a team's server, to be measured. */
  readonly isTeams?: boolean
  /** Lets `LOAD CSV` read from `importFolder`. */
  readonly readsFiles?: boolean
  /** Lines about logins and encryption; default: neither. */
  readonly config?: string
  /** Puts files into the server's home before it is started. */
  readonly prepare?: (home: string) => void
  /** Whether the server at a port answers yet; default: it answers a query without a login. */
  readonly isReady?: (port: number) => Promise<boolean>
}

/** A server of our own, whatever NEO4J_URI says. */
export async function startOwn(options: ServerOptions = {}): Promise<TestServer> {
  const { isTeams = false, readsFiles = false, config = NO_LOGIN, prepare, isReady = answersAnybody } = options
  const jars = findJars()
  const home = mkdtempSync(join(tmpdir(), 'atlas-neo4j-'))
  const port = await findFreePort()
  for (const folder of ['conf', 'data', 'logs', 'import', 'plugins']) mkdirSync(join(home, folder))
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${configOf(port, readsFiles)}${isTeams ? TEAM_CONFIG : SMALL_CONFIG}${config}`)
  prepare?.(home)
  const uri = `bolt://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child
    child = undefined
    if (ending !== undefined) await endProcess(ending, signal)
  }
  const restart = async (): Promise<void> => {
    child = spawnServer({ jars, home, isTeams })
    await waitUntilReady(child, () => isReady(port))
  }
  const dispose = async (): Promise<void> => {
    await end('SIGTERM')
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await restart()
  } catch (error) {
    await dispose()
    throw error
  }
  return { uri, importFolder: join(home, 'import'), stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), restart, dispose }
}

function spawnServer({ jars, home, isTeams }: { jars: string; home: string; isTeams: boolean }): ChildProcess {
  const args = [
    ...JVM,
    ...(isTeams ? TEAM_JVM : SMALL_JVM),
    '-cp',
    jars,
    'org.neo4j.server.CommunityEntryPoint',
    '--home-dir',
    home,
    '--config-dir',
    join(home, 'conf'),
  ]
  const child = spawn('java', [...args, '--console-mode'], { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr?.on('data', (data: Buffer) => complaints.set(child, (complaints.get(child) ?? '') + String(data)))
  // A test run that is itself ended must not leave a server behind.
  const killIt = (): boolean => child.kill('SIGKILL')
  process.once('exit', killIt)
  child.once('exit', () => process.off('exit', killIt))
  return child
}

const complaints = new WeakMap<ChildProcess, string>()

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const hasEnded = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
  await hasEnded
  clearTimeout(timer)
}

async function waitUntilReady(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + READY_WITHIN
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Neo4j 没有启动：${complaints.get(child) ?? ''}`)
    if (performance.now() > giveUp) throw new Error(`Neo4j 在 ${READY_WITHIN / 1000} 秒内没有回答`)
    if (await isReady()) return
    await wait(ASK_EVERY)
  }
}

async function answersAnybody(port: number): Promise<boolean> {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, undefined, { connectionTimeout: 2000, maxTransactionRetryTime: 0 })
  try {
    return await driver.executeQuery('RETURN 1').then(
      () => true,
      () => false,
    )
  } finally {
    await driver.close()
  }
}

/** The server's class path: found once by Maven for a pom and kept beside the packages. */
function findJars(): string {
  const name = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12)
  const kept = join(CACHE, `${name}.classpath`)
  if (existsSync(kept)) {
    const jars = readFileSync(kept, 'utf8').trim()
    if (jars.split(delimiter).every((jar) => existsSync(jar))) return jars
  }
  mkdirSync(dirname(kept), { recursive: true })
  const fresh = `${kept}.${process.pid}`
  const args = ['-B', '-q', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${fresh}`, '-Dmdep.includeScope=runtime']
  const { status, stdout, error } = spawnSync('mvn', args, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`Maven 没有取到 Neo4j：${error?.message ?? stdout}`)
  renameSync(fresh, kept)
  return readFileSync(kept, 'utf8').trim()
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function isOnPath(command: string): boolean {
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command]
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))))
}
