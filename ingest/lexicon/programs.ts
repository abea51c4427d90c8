/** The tables of programs known by name, of the words that tell a family, and of further names of divisions. */
import { z } from 'zod'
import { familyNames, type FamilyName } from '../../cypher/model/index.ts'
import type { DivisionNames } from './divisions.ts'
import type { FamilyWord, KnownProgram } from './lexicon.ts'
import type { SeedFault } from './seed-error.ts'
import { parseTable, splitNames } from './table-file.ts'

const family = z.enum(familyNames as [FamilyName, ...FamilyName[]])
const source = z.string().min(1, 'every row needs a source')
/** Names of programs hold 、 (双随机、一公开), therefore ; stands between them. */
const programNames = z.string().transform((cell) => splitNames(cell, ';'))

/** Stands before an alias that is the name of its program wherever a text calls it so. */
const OWN = '='

const programSchema = z
  .object({ name: z.string().min(2), family, aliases: programNames, source })
  .transform(({ aliases, ...row }): KnownProgram => ({
    ...row,
    aliases: aliases.map((alias) => (alias.startsWith(OWN) ? alias.slice(OWN.length) : alias)),
    ownNames: aliases.filter((alias) => alias.startsWith(OWN)).map((alias) => alias.slice(OWN.length)),
  }))

/** An empty weight is the length of the word: the longer word knows more. */
const familySchema = z
  .object({ word: z.string().min(2), family, weight: z.union([z.literal(''), z.coerce.number().positive()]) })
  .transform((row): FamilyWord => ({ ...row, weight: row.weight === '' ? row.word.length : row.weight }))

const divisionNamesSchema = z.object({
  code: z.string().regex(/^\d{6}(\d{3})?$/, 'not a code of 6 or 9 digits'),
  names: z.string().transform((cell) => splitNames(cell)),
  source,
})

export interface Programs {
  readonly list: readonly KnownProgram[]
  readonly byName: ReadonlyMap<string, KnownProgram>
  readonly faults: readonly SeedFault[]
}

/** Reads the table of programs; a name or alias belongs to one program alone. Never throws: see `faults`. */
export function parsePrograms(text: string, file: string): Programs {
  const table = parseTable(text, file, programSchema)
  const faults: SeedFault[] = [...table.faults]
  const byName = new Map<string, KnownProgram>()
  for (const { value, line } of table.rows)
    for (const word of [value.name, ...value.aliases]) {
      if (byName.has(word)) faults.push({ file, line, message: `${word} already stands with the program ${byName.get(word)?.name}` })
      byName.set(word, value)
    }
  return { list: table.rows.map((row) => row.value), byName, faults }
}

/** Reads the table of family words; a word tells one family. Never throws: see `faults`. */
export function parseFamilyWords(text: string, file: string): { words: FamilyWord[]; faults: SeedFault[] } {
  const table = parseTable(text, file, familySchema)
  const faults: SeedFault[] = [...table.faults]
  const seen = new Map<string, number>()
  for (const { value, line } of table.rows) {
    const other = seen.get(value.word)
    if (other !== undefined) faults.push({ file, line, message: `${value.word} already stands at line ${other}` })
    seen.set(value.word, line)
  }
  return { words: table.rows.map((row) => row.value), faults }
}

/** Reads the table of further names of divisions (code, names, source). Never throws: see `faults`. */
export function parseDivisionNames(
  text: string,
  file: string,
): { added: DivisionNames['added']; lines: Map<string, number>; faults: readonly SeedFault[] } {
  const table = parseTable(text, file, divisionNamesSchema)
  return {
    added: new Map(table.rows.map((row) => [row.value.code, row.value.names])),
    lines: new Map(table.rows.map((row) => [row.value.code, row.line])),
    faults: table.faults,
  }
}
