import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMissingPackages, needsBuild, platformPackage } from '../../../ingest/cli/bootstrap.mjs'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yilian-bootstrap-'))
})
afterEach(async () => rm(root, { recursive: true, force: true }))

async function write(path: string, value: unknown, age = 0): Promise<void> {
  const file = join(root, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value))
  const time = Date.now() / 1000 - age
  await utimes(file, time, time)
}

const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } } }

test('缺的包和版本不对的包都算缺，可选的不算', async () => {
  await write('package-lock.json', lock)
  expect(listMissingPackages(root)).toEqual(['node_modules/a'])
  await write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } })
  expect(listMissingPackages(root)).toEqual(['node_modules/a'])
  await write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } })
  expect(listMissingPackages(root)).toEqual([])
})

test('没有构建过、来源比构建新，都要构建', async () => {
  await write('web/app/main.tsx', '', 60)
  expect(needsBuild(root)).toBe(true)
  await write('web/dist/index.html', '', 30)
  await utimes(join(root, 'web/app'), Date.now() / 1000 - 60, Date.now() / 1000 - 60)
  expect(needsBuild(root)).toBe(false)
  await write('cypher/model/labels.ts', '', 10)
  expect(needsBuild(root)).toBe(true)
})

test.each([
  ['darwin', 'arm64', false, '@grafeo-db/js-darwin-arm64'],
  ['win32', 'x64', false, '@grafeo-db/js-win32-x64-msvc'],
  ['linux', 'x64', false, '@grafeo-db/js-linux-x64-gnu'],
  ['linux', 'arm64', true, '@grafeo-db/js-linux-arm64-musl'],
  ['linux', 'x64', true, undefined],
  ['win32', 'arm64', false, undefined],
  ['freebsd', 'x64', false, undefined],
])('%s %s（musl %s）的内嵌库是 %s', (platform, arch, isMusl, name) => {
  expect(platformPackage({ platform, arch, isMusl })).toBe(name)
})
