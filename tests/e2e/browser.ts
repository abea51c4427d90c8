/** A real server on the demo reports and a real browser, for every test of this folder. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { describe } from 'vitest'
import { statusSchema } from '../../web/contract/index.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/Applications/Google Chrome.app/Contents/MacOS']
/** Software drawing, and nothing that calls home (measured in a container without a GPU). */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

function findChromium(): string | undefined {
  const given = process.env['CHROME_PATH']
  if (given !== undefined && given !== '') return given
  return FOLDERS.flatMap((folder) => [...NAMES, 'Google Chrome'].map((name) => join(folder, name))).find((path) => existsSync(path))
}

const executable = findChromium()

/** Like `describe`; skipped by name where no Chromium is found, which CI counts as a failure (tests/no-skips.ts). */
export const describeInBrowser = describe.skipIf(executable === undefined)

export async function launch(): Promise<Browser> {
  if (executable === undefined) throw new Error('没有找到 Chromium：请设 CHROME_PATH')
  return await chromium.launch({ executablePath: executable, headless: true, args: FLAGS })
}

/** A page on which an error of the app, or a refusal by its security policy, is kept in `faults`. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}

function isBuilt(): boolean {
  const page = join(ROOT, 'web', 'dist', 'index.html')
  if (!existsSync(page)) return false
  const sources = ['web/app', 'web/contract', 'cypher/model'].map((folder) => newest(join(ROOT, folder)))
  return statSync(page).mtimeMs >= Math.max(...sources)
}

const LOCK = join(ROOT, 'node_modules', '.yilian-build-lock')
/** A build takes some seconds; a lock older than this was left by a run that was killed. */
const STALE_LOCK = 120_000

/** Test files run side by side; one of them builds, the others wait for it. */
async function buildApp(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK)
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > STALE_LOCK) rmdirSync(LOCK)
      await wait(200)
    }
  }
  try {
    if (isBuilt()) return
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
    const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: ROOT, encoding: 'utf8' })
    if (result.status !== 0) throw new Error(`vite build: ${result.stderr}`)
  } finally {
    rmdirSync(LOCK)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function readStatus(address: string): Promise<ReturnType<typeof statusSchema.parse> | null> {
  try {
    const response = await fetch(`${address}/api/status`)
    // The port is taken before the store is open; until then the server has no answer.
    return response.ok ? statusSchema.parse(await response.json()) : null
  } catch (error) {
    // The server is still starting: nobody listens yet.
    if (error instanceof TypeError) return null
    throw error
  }
}

async function waitUntilRead(address: string, server: { child: ChildProcess; said: string[] }): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.child.exitCode !== null) throw new Error(`the server ended: ${server.said.join('')}`)
    const status = await readStatus(address)
    if (status?.job?.state === 'done') return
    if (status?.job?.state === 'failed') throw new Error(`reading failed: ${server.said.join('')}`)
    await wait(200)
  }
  throw new Error(`the server was not ready in 120 s: ${server.said.join('')}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

export interface RunningApp {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Builds the app where it is out of date and serves it over the demo reports, all read, in a data folder of its own. */
export async function startApp(): Promise<RunningApp> {
  await buildApp()
  const data = await mkdtemp(join(tmpdir(), 'yilian-e2e-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const said: string[] = []
  const args = ['--import', 'tsx', join('web', 'server', 'start.ts'), '--port', String(port), '--data', data]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  const close = async (): Promise<void> => {
    await stop(child)
    await rm(data, { recursive: true, force: true })
  }
  try {
    await waitUntilRead(address, { child, said })
  } catch (error) {
    await close()
    throw error
  }
  return { address, close }
}
