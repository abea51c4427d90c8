/** The built app: files under web/dist, hashed names kept for a year, any other address answered with the page itself. */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from './api-error.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Reads a file that really lies under `root`, links followed; nothing where there is none. */
async function readUnder(root: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, path))])
    if (!file.startsWith(base + sep)) return undefined
    return new Uint8Array(await readFile(file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ERR_INVALID_ARG_VALUE') return undefined
    throw error
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    throw new ApiError('api.bad-request', path, error)
  }
}

/** Serves the app built into `root`. Throws ApiError `api.not-built` where it holds no page. */
export function serveApp(root: string): MiddlewareHandler {
  return async (context) => {
    const path = decodePath(context.req.path)
    const extension = extname(path)
    const isAsset = path.startsWith('/assets/')
    if (extension !== '' && extension in TYPES) {
      const content = await readUnder(root, path)
      if (content) {
        const cache = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache'
        return context.body(content, 200, { 'Content-Type': TYPES[extension] ?? 'application/octet-stream', 'Cache-Control': cache })
      }
      if (isAsset || extension !== '.html') throw new ApiError('api.not-found')
    }
    const page = await readUnder(root, '/index.html')
    if (!page) throw new ApiError('api.not-built')
    return context.body(page, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
  }
}
