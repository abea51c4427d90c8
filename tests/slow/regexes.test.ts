/** No regular expression of the reader or of the store's hints reads one text in more ways than can be tried. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import { parseSync, Visitor } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { loopsOf } from './loops.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** These run when they are loaded. */
const PROGRAMS = /^ingest\/(?:cli\/|lexicon\/build-|many\/serve)/u
const files = ['ingest', 'cypher'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file}`)
    .sort(),
)

/** Where each expression stands first, by how it is written. */
const places = new Map<string, string>()
const keep = ({ source, flags }: { source: string; flags: string }, place: string): void => {
  // Only these change what a character takes.
  const key = `${flags.replaceAll(/[^ius]/gu, '')}/${source}`
  if (!places.has(key)) places.set(key, place)
}

function keepWritten(file: string): void {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const { program } = parseSync(file, text)
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        keep({ source: node.regex.pattern, flags: node.regex.flags }, `${file}:${text.slice(0, node.start).split('\n').length}`)
    },
  }).visit(program)
}

/** Loads every module and reads a report, and keeps what is built out of texts meanwhile: new RegExp(`^${WORDS}$`). */
async function keepBuilt(): Promise<void> {
  const Own = globalThis.RegExp
  globalThis.RegExp = new Proxy(Own, {
    construct(target, [source, flags]: [string, string?]) {
      const built = new target(source, flags)
      const caller = new Error().stack?.split('\n')[2]?.split(ROOT)[1]
      if (caller !== undefined && /^(?:ingest|cypher)\//u.test(caller)) keep(built, caller.replace(/(?::\d+)?\)?$/u, ''))
      return built
    },
  })
  try {
    for (const file of files) if (!PROGRAMS.test(file)) await import(join(ROOT, file))
    const { createSegmenter, loadLexicon } = await import('../../ingest/index.ts')
    const { extractDocument } = await import('../../ingest/extract-document.ts')
    const text = readFileSync(join(ROOT, 'seeds/reports/fenghua-2022-summary.txt'), 'utf8')
    const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
    extractDocument({ id: '0'.repeat(64), text, encoding: 'utf-8', meta: {}, problems: [] }, tools)
  } finally {
    globalThis.RegExp = Own
  }
}

/** A text over which a loop cannot be waited for, or undefined. What cannot be decided counts as none. */
function attackOn(loop: string, flags: string): string | undefined {
  const found = checkSync(`^${loop}*$`, flags, { checker: 'automaton', timeout: null, maxNFASize: 3000 })
  return found.status === 'vulnerable' && found.complexity.type === 'exponential' ? found.attack.pattern : undefined
}

// The part of recheck that is plain JavaScript: it needs no Java, and decides the same everywhere.
const backend = process.env['RECHECK_SYNC_BACKEND']
process.env['RECHECK_SYNC_BACKEND'] = 'pure'
afterAll(() => {
  if (backend === undefined) delete process.env['RECHECK_SYNC_BACKEND']
  else process.env['RECHECK_SYNC_BACKEND'] = backend
})

test('两种读法的循环找得出来，连同使它停不下来的文字', () => {
  const hangs = String.raw`^(?:分院|（\d{1,2}）|（[^（）]{0,12}）){0,40}$`
  const [loop = ''] = loopsOf(hangs)
  expect(loop).toBe(String.raw`(?:分院|（\d{1,2}）|（[^（）]*）)`)
  expect(attackOn(loop, 'u')).toContain('.repeat(')
  expect(attackOn(String.raw`(?:分院|（[^（）]*）)`, 'u')).toBeUndefined()
  expect(loopsOf(String.raw`(?<name>甲|\(+)(?=(?:乙|[)丙]){2,}?)(?:丁{0,9}(?:戊)*)?`)).toEqual(['(?:乙|[)丙])', '(?:戊)'])
})

test('没有一个正则表达式的循环有两种读法', async () => {
  for (const file of files) keepWritten(file)
  const written = places.size
  await keepBuilt()
  expect(written).toBeGreaterThan(1000)
  expect(places.size).toBeGreaterThan(written + 100)
  const checked = new Set<string>()
  const found: string[] = []
  for (const [key, place] of places) {
    const flags = key.slice(0, key.indexOf('/'))
    for (const loop of loopsOf(key.slice(flags.length + 1))) {
      if (checked.has(flags + loop)) continue
      checked.add(flags + loop)
      const attack = attackOn(loop, flags)
      if (attack !== undefined) found.push(`${place} ${loop}：${attack}`)
    }
  }
  expect(found).toEqual([])
})
