/** The door of the server: host, origin, token, body, headers, and files that lie outside. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphStore } from '../../../cypher/store/port.ts'
import { apiErrorSchema } from '../../../web/contract/index.ts'
import { createApp } from '../../../web/server/app.ts'
import { MAX_BODY } from '../../../web/server/guard.ts'

/** No request of this file may reach the store but the status. */
const store = { kind: 'embedded', stats: async () => ({ nodes: {}, relations: {} }) } as unknown as GraphStore
const folder = mkdtempSync(join(tmpdir(), 'yilian-dist-'))
const dist = join(folder, 'dist')
const app = createApp({ store, dist })

beforeAll(() => {
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>医联图谱</title>')
  writeFileSync(join(dist, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), '秘密')
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'link.txt'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; code: string | undefined }> {
  const response = await app.request(path, { headers })
  const code = response.ok ? undefined : apiErrorSchema.parse(await response.json()).code
  return { status: response.status, code }
}

describe('主机名', () => {
  test.each(['127.0.0.1:4780', 'localhost:4780', '[::1]:4780', 'LOCALHOST'])('允许 %s', async (host) => {
    expect((await ask('/api/status', { host })).status).toBe(200)
  })
  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4780', '10.0.0.1'])('拒绝 %s', async (host) => {
    expect(await ask('/api/status', { host })).toEqual({ status: 403, code: 'api.bad-host' })
  })
})

describe('来源', () => {
  const host = '127.0.0.1:4780'
  test('同源允许', async () => {
    expect((await ask('/api/status', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
  test.each(['http://evil.example', 'http://127.0.0.1:9999', 'null', '不是地址'])('拒绝来源 %s', async (origin) => {
    const headers = { host, origin: encodeURI(origin) }
    expect(await ask('/api/status', headers)).toEqual({ status: 403, code: 'api.bad-origin' })
  })
  test('别的网站可以链接过来，但不能在暗处请求', async () => {
    const cross = { host, 'sec-fetch-site': 'cross-site' }
    expect((await ask('/', { ...cross, 'sec-fetch-mode': 'navigate' })).status).toBe(200)
    expect(await ask('/api/status', { ...cross, 'sec-fetch-mode': 'no-cors' })).toEqual({ status: 403, code: 'api.bad-origin' })
  })
})

describe('口令', () => {
  const guarded = createApp({ store, dist, guard: { hosts: 'any', token: 'a-long-token' } })
  const basic = (password: string): string => `Basic ${Buffer.from(`x:${password}`).toString('base64')}`

  test.each([
    ['没有', undefined, 401],
    ['错的', 'Bearer wrong', 401],
    ['空的', 'Bearer ', 401],
    ['对的', 'Bearer a-long-token', 200],
    ['浏览器对话框里对的', basic('a-long-token'), 200],
    ['浏览器对话框里错的', basic('wrong'), 401],
  ])('%s', async (_, authorization, status) => {
    const response = await guarded.request('/api/status', authorization === undefined ? {} : { headers: { authorization } })
    expect(response.status).toBe(status)
    if (status === 401) expect(response.headers.get('www-authenticate')).toContain('Basic')
  })

  test('页面与文件也要口令，地址里的口令不算', async () => {
    expect((await guarded.request('/')).status).toBe(401)
    expect((await guarded.request('/api/status?token=a-long-token')).status).toBe(401)
  })
})

describe('请求内容', () => {
  const post = (body: string, headers: Record<string, string>): Promise<Response> =>
    Promise.resolve(app.request('/api/cypher', { method: 'POST', headers, body }))

  test('过大的拒绝，不论它自称多大', async () => {
    const body = 'x'.repeat(MAX_BODY + 1)
    const honest = await post(body, { 'content-type': 'application/json', 'content-length': String(body.length) })
    const lying = await post(body, { 'content-type': 'application/json', 'content-length': '2' })
    expect([honest.status, lying.status]).toEqual([413, 413])
  })
  test('不是 JSON 的拒绝', async () => {
    expect((await post('query=MATCH', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})

describe('响应头', () => {
  test.each(['/', '/api/status', '/api/nothing', '/assets/index-abc.js'])('%s', async (path) => {
    const { headers } = await app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
  test('被拒绝的请求也带响应头', async () => {
    const response = await app.request('/api/status', { headers: { host: 'evil.example' } })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('文件', () => {
  test('页面不缓存，带指纹的文件长期缓存，其余地址回到页面', async () => {
    const page = await app.request('/initiatives')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await page.text()).toContain('医联图谱')
    const asset = await app.request('/assets/index-abc.js')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-type')).toContain('text/javascript')
    expect((await app.request('/assets/gone.js')).status).toBe(404)
  })
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/link.txt',
    '/%00.txt',
    '/%E0%A4%A',
  ])('读不到目录以外：%s', async (path) => {
    const response = await app.request(path)
    expect(await response.text()).not.toContain('秘密')
    expect([400, 404]).toContain(response.status)
  })
  test('没有构建时说明', async () => {
    const response = await createApp({ store, dist: join(folder, 'nothing') }).request('/')
    expect(apiErrorSchema.parse(await response.json()).code).toBe('api.not-built')
  })
})

test('出错时不泄露内情，只告诉终端', async () => {
  const told: unknown[] = []
  const failing = { kind: 'embedded', stats: () => Promise.reject(new Error('/home/someone/secret')) } as unknown as GraphStore
  const response = await createApp({ store: failing, onUnexpected: (error) => told.push(error) }).request('/api/status')
  const body = apiErrorSchema.parse(await response.json())
  expect([response.status, body.code]).toEqual([500, 'api.internal'])
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(told).toHaveLength(1)
})
