/** The direction of imports (architecture.md): facts flow from seeds to the app, and nothing flows back. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface SourceFile {
  readonly path: string
  readonly text: string
}

function readSources(): SourceFile[] {
  return ['cypher', 'ingest', 'web', 'seeds'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
      .filter(({ path }) => !path.startsWith('web/dist/')),
  )
}

/** Module names of import and export statements, dynamic imports and require calls. */
function importsOf(text: string): string[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/g
  const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? '')
}

/** Path of an imported file of the project, or undefined for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(path), specifier)) : undefined
}

interface Room {
  readonly of: (path: string) => boolean
  readonly may: (target: string) => boolean
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** The first room that a file is in says what it may import beside its own folder. */
const rooms: readonly Room[] = [
  { of: under('seeds'), may: () => false },
  { of: under('cypher/model'), may: under('cypher/model') },
  { of: under('cypher'), may: under('cypher') },
  { of: under('ingest/grammar'), may: under('ingest/grammar') },
  { of: under('ingest/cli'), may: under('ingest', 'cypher', 'seeds') },
  { of: under('ingest'), may: under('ingest', 'cypher/model', 'cypher/store', 'seeds') },
  { of: under('web/contract'), may: under('web/contract', 'cypher/model') },
  { of: under('web/server'), may: under('web/server', 'web/contract', 'cypher', 'ingest/index.ts') },
  { of: under('web/app/canvas'), may: under('web/app', 'web/contract', 'cypher/model') },
  { of: under('web/app'), may: under('web/app', 'web/contract', 'cypher/model') },
]

const sources = readSources()

test('每个文件只引用它的房间可以引用的文件', () => {
  const wrong = sources.flatMap(({ path, text }) => {
    const room = rooms.find(({ of }) => of(path))
    return importsOf(text)
      .map((specifier) => targetOf(path, specifier))
      .filter((target) => target !== undefined && room?.may(target) !== true)
      .map((target) => `${path} -> ${target}`)
  })
  expect(wrong).toEqual([])
})

/** What the folders of `ingest/relate` may import of each other: all read the sentence; only cooperations ask what a consortium is. */
const READ_BY_RELATERS: Readonly<Record<string, readonly string[]>> = {
  sentence: [],
  consortia: ['sentence'],
  works: ['sentence'],
  programs: ['sentence'],
  cooperation: ['sentence', 'consortia'],
}

test('relate 的各间只引用断句之上的共同读法，不互相引用', () => {
  const folderOf = (path: string) => /^ingest\/relate\/([a-z]+)\//.exec(path)?.[1]
  const wrong = sources.flatMap(({ path, text }) => {
    const folder = folderOf(path)
    const may = READ_BY_RELATERS[folder ?? ''] ?? []
    return importsOf(text)
      .map((specifier) => targetOf(path, specifier))
      .filter((target) => folder !== undefined && target?.startsWith('ingest/relate/') === true)
      .filter((target) => folderOf(target ?? '') !== folder && !may.includes(folderOf(target ?? '') ?? ''))
      .map((target) => `${path} -> ${target ?? ''}`)
  })
  expect(wrong).toEqual([])
})

test('没有东西引用测试', () => {
  const wrong = sources.filter(({ path, text }) => importsOf(text).some((specifier) => targetOf(path, specifier)?.startsWith('tests/')))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('浏览器里的代码不引用 Node', () => {
  const browser = sources.filter(({ path }) => under('cypher/model', 'web/contract', 'web/app')(path))
  const wrong = browser.filter(({ text }) => importsOf(text).some((specifier) => specifier.startsWith('node:')))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('只有 web/app/canvas 引用 cytoscape', () => {
  const users = sources.filter(({ text }) => importsOf(text).some((specifier) => /^cytoscape(-|\/|$)/.test(specifier)))
  expect(users.map(({ path }) => path).filter((path) => !path.startsWith('web/app/canvas/'))).toEqual([])
})

test('ingest 里只有 cli 打印', () => {
  const prints = /\bconsole\.\w+\(|\bprocess\.std(out|err)\b/
  const users = sources.filter(({ path, text }) => path.startsWith('ingest/') && prints.test(text)).map(({ path }) => path)
  expect(users.filter((path) => !path.startsWith('ingest/cli/'))).toEqual([])
})

test('检查本身看得见各种写法的引用', () => {
  const text = `import a from './a.ts'\nimport './b.ts'\nexport * from "./c.ts"\nimport {\n  d,\n} from './d.ts'\nconst e = await import('./e.ts')\n`
  expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
})
