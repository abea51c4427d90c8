/** The door: who may ask, from where, how much at once, and what headers every answer carries. */
import { timingSafeEqual, createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { ApiError } from './api-error.ts'

/** Bytes of a request body; a scene of 2,000 ids of 100 characters fits eight times over. */
export const MAX_BODY = 2 * 1024 * 1024

export interface GuardOptions {
  /** Host names (without port) under which the server may be asked; `'any'` only together with a token. */
  readonly hosts: readonly string[] | 'any'
  /** Demanded of every request when given. */
  readonly token?: string
}

export const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

// Styles are set by the editor and the canvas at run time, so they may be inline; a script never may.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}

function checkHost(context: Context, hosts: GuardOptions['hosts']): void {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  if (hosts !== 'any' && !hosts.includes(hostName(host))) throw new ApiError('api.bad-host')
}

/** A browser names the asking site in Origin or Sec-Fetch-Site; a page of another site is refused, a plain link is not. */
function checkOrigin(context: Context): void {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  const origin = context.req.header('origin')
  if (origin !== undefined) {
    const asking = URL.canParse(origin) ? new URL(origin).host : ''
    if (asking !== host) throw new ApiError('api.bad-origin')
  }
  const site = context.req.header('sec-fetch-site')
  const isNavigation = context.req.header('sec-fetch-mode') === 'navigate' && context.req.method === 'GET'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation) throw new ApiError('api.bad-origin')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The token as `Authorization: Bearer`, or as the password that a browser asks for by itself. Never in an address. */
function givenToken(header: string): string {
  const [scheme = '', value = ''] = header.split(' ', 2)
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

function checkToken(context: Context, token: string): void {
  const given = givenToken(context.req.header('authorization') ?? '')
  if (timingSafeEqual(digest(given), digest(token))) return
  context.header('WWW-Authenticate', 'Basic realm="Yilian Atlas", charset="UTF-8"')
  throw new ApiError('api.no-token')
}

/** Bodies are JSON and small; `readBody` counts again as they arrive, since a header may lie. */
function checkBody(context: Context): void {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return
  if (!(context.req.header('content-type') ?? '').startsWith('application/json')) throw new ApiError('api.not-json')
  if (Number(context.req.header('content-length') ?? 0) > MAX_BODY) throw new ApiError('api.too-large')
}

/** The text of a body. Throws ApiError `api.too-large` as soon as it is. */
export async function readBody(context: Context): Promise<string> {
  const reader = context.req.raw.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    length += value.byteLength
    if (length > MAX_BODY) {
      await reader.cancel()
      throw new ApiError('api.too-large')
    }
    chunks.push(value)
  }
}

/** Refuses what may not ask, and puts the security headers on every answer, refusals too. Throws ApiError. */
export function guard(options: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    checkHost(context, options.hosts)
    checkOrigin(context)
    if (options.token !== undefined) checkToken(context, options.token)
    checkBody(context)
    await next()
  }
}
