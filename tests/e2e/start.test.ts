/** `npm start` as a process: what it prints, what it refuses, and that it ends tidily. No browser needed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { documentsSchema, statusSchema } from '../../web/contract/index.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const REPORT = '奉化区卫生健康局2022年工作总结\n2022年，区中医医院与浙江省肿瘤医院签订合作协议，建立紧密型共建合作关系。\n'

interface Started {
  readonly child: ChildProcess
  /** Everything on standard output and standard error so far. */
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number>
}

let folder: string
let data: string
const running: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilian-start-'))
  data = join(folder, 'data')
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', join('web', 'server', 'start.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, YILIAN_TOKEN: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')))
  const ended = once(child, 'close').then(([code]) => Number(code))
  return { child, out: () => said.out, err: () => said.err, ended }
}

async function waitFor<T>(look: () => T | undefined | Promise<T | undefined>, server: Started): Promise<T> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await look()
    if (found !== undefined) return found
    if (server.child.exitCode !== null) throw new Error(`ended with ${server.child.exitCode}: ${server.err()}`)
    await wait(100)
  }
  throw new Error(`nothing in 50 s: ${server.out()} ${server.err()}`)
}

async function addressOf(server: Started): Promise<string> {
  return waitFor(() => /http:\/\/\S+?(?=\/\s)/.exec(server.out())?.[0], server)
}

async function waitUntilRead(server: Started, headers: Record<string, string> = {}): Promise<string> {
  const address = await addressOf(server)
  await waitFor(async () => {
    const { job } = statusSchema.parse(await (await fetch(`${address}/api/status`, { headers })).json())
    return job?.state === 'done' ? true : undefined
  }, server)
  return address
}

async function stop(server: Started): Promise<number> {
  server.child.kill('SIGTERM')
  return server.ended
}

test('读给出的文件，打印地址，收到信号后干净退出；第二次启动不重读', async () => {
  const report = join(folder, '总结.txt')
  writeFileSync(report, REPORT)
  const first = start([report, '--port', '0', '--data', data])
  const address = await waitUntilRead(first)
  const { documents } = documentsSchema.parse(await (await fetch(`${address}/api/documents`)).json())
  expect(documents).toHaveLength(1)
  expect(await stop(first)).toBe(0)
  expect(existsSync(join(data, 'lock'))).toBe(false)

  const second = start(['--port', '0', '--data', data])
  const again = await waitUntilRead(second)
  expect(documentsSchema.parse(await (await fetch(`${again}/api/documents`)).json()).documents).toEqual(documents)
  expect(second.err()).toContain('共有 1 篇文档')
  expect(await stop(second)).toBe(0)
}, 120_000)

test('端口被占用：一句话，什么都没动', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const refused = start(['--port', String(port), '--data', data])
  expect(await refused.ended).toBe(1)
  expect(refused.err()).toBe(`端口 ${port} 已被占用，请用 --port 另选一个。\n`)
  expect(existsSync(data)).toBe(false)
  other.close()
}, 60_000)

test('数据目录正被使用：一句话，先来的不受影响', async () => {
  const report = join(folder, '总结.txt')
  writeFileSync(report, REPORT)
  const first = start([report, '--port', '0', '--data', data])
  const address = await waitUntilRead(first)
  const before = readdirSync(data).sort()
  const refused = start(['--port', '0', '--data', data])
  expect(await refused.ended).toBe(1)
  expect(refused.err()).toContain(`数据目录正被进程 ${first.child.pid} 使用`)
  expect(refused.err().trim().split('\n')).toHaveLength(1)
  expect(readdirSync(data).sort()).toEqual(before)
  expect((await fetch(`${address}/api/status`)).status).toBe(200)
  expect(await stop(first)).toBe(0)
}, 120_000)

test.each([
  ['读不到的路径', ['没有这个目录'], '读不到 没有这个目录：没有这个文件或文件夹。'],
  ['不认识的选项', ['--prot', '1'], '不认识的选项 --prot，用 --help 查看可用的选项。'],
  ['不是数字的端口', ['--port', 'x'], '--port 应为 0 到 65535 的整数，给出的是 x。'],
  ['对外监听却没有口令', ['--host', '0.0.0.0'], 'YILIAN_TOKEN'],
  ['不存在的地址', ['--host', '203.0.113.1', '--token', 'long-enough'], '不能在 203.0.113.1 上监听'],
])(
  '%s：一句话，退出码 1，什么都没动',
  async (_, args, sentence) => {
    const refused = start([...args, ...(args.includes('--port') ? [] : ['--port', '0']), '--data', data])
    expect(await refused.ended).toBe(1)
    expect(refused.err()).toContain(sentence)
    expect(refused.err().trim().split('\n')).toHaveLength(1)
    expect(existsSync(data)).toBe(false)
  },
  60_000,
)

test('对外监听要口令，口令不出现在输出里', async () => {
  const report = join(folder, '总结.txt')
  writeFileSync(report, REPORT)
  const server = start([report, '--port', '0', '--host', '0.0.0.0', '--data', data], { YILIAN_TOKEN: 'only-for-this-test' })
  const port = new URL(await addressOf(server)).port
  const local = `http://127.0.0.1:${port}`
  expect((await fetch(`${local}/api/status`)).status).toBe(401)
  expect((await fetch(`${local}/api/status`, { headers: { authorization: 'Bearer only-for-this-test' } })).status).toBe(200)
  expect(await stop(server)).toBe(0)
  expect(server.out() + server.err()).not.toContain('only-for-this-test')
}, 60_000)
