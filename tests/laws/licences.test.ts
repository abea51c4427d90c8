/** Every installed package may be used and passed on; the lock file names no place from which packages come. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'MPL-2.0'])

/** Packages outside the list, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Blue Oak is as permissive as MIT; these come only with the unpacking of the optional nodejieba's prebuilt program.
  'node_modules/tar': 'BlueOak-1.0.0',
  'node_modules/chownr': 'BlueOak-1.0.0',
  'node_modules/minipass': 'BlueOak-1.0.0',
  'node_modules/yallist': 'BlueOak-1.0.0',
  // Of mammoth: says BSD without a number; its licence file is the two-clause one.
  'node_modules/duck': 'BSD',
  // Of jszip: MIT, with parts translated from zlib, whose licence asks for no more than not claiming to have written it.
  'node_modules/pako': '(MIT AND Zlib)',
}

const lockSchema = z.object({ packages: z.record(z.string(), z.looseObject({ license: z.string().optional() })) })
const manifestSchema = z.looseObject({ license: z.union([z.string(), z.object({ type: z.string() })]).optional() })

const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
const lock = lockSchema.parse(JSON.parse(lockText))

function licenceOf(path: string): string {
  const manifest = join(ROOT, path, 'package.json')
  if (!existsSync(manifest)) return lock.packages[path]?.license ?? 'none'
  const { license } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  return typeof license === 'string' ? license : (license?.type ?? 'none')
}

/** A choice (A OR B) is allowed where one of them is. */
function isAllowed(path: string, licence: string): boolean {
  if (EXCEPTIONS[path] === licence) return true
  return licence
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => ALLOWED.has(one)))
}

test('装上的每个包的许可都在允许之列', () => {
  const paths = Object.keys(lock.packages).filter((path) => path !== '')
  expect(paths.length).toBeGreaterThan(50)
  const wrong = paths.map((path) => [path, licenceOf(path)] as const).filter(([path, licence]) => !isAllowed(path, licence))
  expect(wrong).toEqual([])
})

test('例外都还在用', () => {
  expect(Object.keys(EXCEPTIONS).filter((path) => !(path in lock.packages))).toEqual([])
})

test('锁文件里没有下载地址', () => {
  expect(lockText).not.toMatch(/"resolved"\s*:/)
})

/** Without an entry for every platform `npm ci` refuses the lock file, or installs no store there. */
test('锁文件列出内嵌图库的每个平台', () => {
  const store = lock.packages['node_modules/@grafeo-db/js'] as { optionalDependencies?: Record<string, string> }
  const platforms = Object.keys(store.optionalDependencies ?? {})
  expect(platforms.length).toBeGreaterThan(1)
  expect(platforms.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([])
})
