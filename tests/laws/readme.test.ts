/** What the README tells people to type exists, and its links lead somewhere. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGES = ['README.md', 'seeds/README.md', 'cypher/README.md', 'ingest/README.md', 'web/README.md', 'tests/README.md']

const { scripts } = z
  .looseObject({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

const pages = PAGES.filter((page) => page === 'README.md' || existsSync(join(ROOT, page)))

test('README 在', () => {
  expect(existsSync(join(ROOT, 'README.md'))).toBe(true)
})

for (const page of pages.filter((name) => existsSync(join(ROOT, name)))) {
  const text = readFileSync(join(ROOT, page), 'utf8')

  test(`${page} 里的命令都是 package.json 里的脚本`, () => {
    const run = [...text.matchAll(/\bnpm run (?:--silent |-s )?([\w:-]+)/g)].map((match) => match[1] ?? '')
    const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map((match) => match[1] ?? '')
    expect([...new Set([...run, ...short])].filter((name) => !(name in scripts))).toEqual([])
  })

  test(`${page} 里的链接都通`, () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => (match[1] ?? '').split('#')[0] ?? '')
    const files = links.filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    expect(files.filter((link) => !existsSync(join(ROOT, dirname(page), decodeURIComponent(link))))).toEqual([])
  })
}

test('每个脚本指向的文件都在', () => {
  const files = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.(?:ts|mjs)\b/g) ?? [])
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})
