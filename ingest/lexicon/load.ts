/** Opens the data room: reads seeds/, checks every table, and gives it to the stages as one Lexicon. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unpackDivisions } from './divisions.ts'
import type { Lexicon } from './lexicon.ts'
import { parseOrganisations } from './organisations.ts'
import { parseDivisionNames, parseFamilyWords, parsePrograms } from './programs.ts'
import { parseRecords, type PlacedRecord } from './record-file.ts'
import { SeedError, type SeedFault } from './seed-error.ts'
import { parseWords } from './table-file.ts'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const WORDS = 'lexicon/words/'
const STOPPED = `${WORDS}division-stop.txt`

/** The bytes of all files of lexicon/ and rules/, by path below the root with / between folders. */
function readFiles(root: string): Map<string, Buffer> {
  const bytesByPath = new Map<string, Buffer>()
  for (const room of ['lexicon', 'rules']) {
    let entries
    try {
      entries = readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    } catch (cause) {
      if (room === 'rules') continue
      throw new SeedError('seed.missing-file', [{ file: `seeds/${room}`, message: `no such folder in ${root}` }], { cause })
    }
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const path = join(entry.parentPath, entry.name)
      bytesByPath.set(relative(root, path).split(sep).join('/'), readFileSync(path))
    }
  }
  return bytesByPath
}

/** SHA-256 over path and bytes of each file, in order of path. */
function digestFiles(bytesByPath: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const path of [...bytesByPath.keys()].sort()) {
    const bytes = bytesByPath.get(path) as Buffer
    hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** Gives the value that `make` gives for a key, made once. */
function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

function readLexicon(root: string): Lexicon {
  const bytesByPath = readFiles(root)
  const bytes = (path: string): Buffer => {
    const found = bytesByPath.get(path)
    if (found === undefined) throw new SeedError('seed.missing-file', [{ file: `seeds/${path}`, message: 'no such file' }])
    return found
  }
  const text = (path: string): string =>
    bytes(path)
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
      .replaceAll('\r\n', '\n')

  const names = parseDivisionNames(text('lexicon/division-names.tsv'), 'seeds/lexicon/division-names.tsv')
  const stopped = new Set(bytesByPath.has(STOPPED) ? parseWords(text(STOPPED)) : [])
  const divisions = unpackDivisions(bytes('lexicon/divisions.tsv.br'), 'seeds/lexicon/divisions.tsv.br', { added: names.added, stopped })
  const organisations = parseOrganisations(text('lexicon/organisations.tsv'), 'seeds/lexicon/organisations.tsv', divisions)
  const programs = parsePrograms(text('lexicon/programs.tsv'), 'seeds/lexicon/programs.tsv')
  const familyWords = parseFamilyWords(text('lexicon/families.tsv'), 'seeds/lexicon/families.tsv')

  const faults: SeedFault[] = [...names.faults]
  for (const [code, line] of names.lines)
    if (divisions.byCode(code) === undefined)
      faults.push({ file: 'seeds/lexicon/division-names.tsv', line, message: `code: no such code: ${code}` })
  faults.push(...organisations.faults, ...programs.faults, ...familyWords.faults)
  if (faults.length > 0) throw new SeedError('seed.bad-row', faults)

  const words = remember((list): readonly string[] => {
    const path = `${WORDS}${list}.txt`
    if (!bytesByPath.has(path)) throw new SeedError('seed.unknown-list', [{ file: `seeds/${path}`, message: 'no such word list' }])
    return parseWords(text(path))
  })
  const rules = remember((family): readonly PlacedRecord[] => {
    const path = `rules/${family}.json`
    if (!bytesByPath.has(path)) throw new SeedError('seed.unknown-list', [{ file: `seeds/${path}`, message: 'no such rule file' }])
    return parseRecords(text(path), `seeds/${path}`)
  })
  return {
    divisions,
    organisations: organisations.list,
    organisationByName: organisations.byName,
    programs: programs.list,
    programByName: programs.byName,
    familyWords: familyWords.words,
    words,
    rules,
    version: digestFiles(bytesByPath),
  }
}

const lexiconByRoot = remember(readLexicon)

/**
 * The lexicon of a seeds folder, by default the project's own; read once a folder and process.
 * Throws a SeedError that lists every bad row as `seeds/…:line: what`; word lists and rule files are
 * read when they are first asked for, and throw then.
 */
export function loadLexicon(root: string = SEEDS): Lexicon {
  return lexiconByRoot(resolve(root))
}
