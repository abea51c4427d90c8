/** The table of organisations known by name: its columns, and what must hold between its rows. */
import { z } from 'zod'
import { consortiumKinds, hospitalKinds, institutionKinds } from '../../cypher/model/index.ts'
import type { Divisions, KnownOrganisation } from './lexicon.ts'
import type { SeedFault } from './seed-error.ts'
import { parseTable, splitNames, type TableRow } from './table-file.ts'

const kinds = {
  Hospital: Object.keys(hospitalKinds),
  Institution: Object.keys(institutionKinds),
  Consortium: Object.keys(consortiumKinds),
} as const

const name = z.string().min(2, 'needs at least two characters')
const names = z
  .string()
  .transform((cell) => splitNames(cell))
  .pipe(z.array(name))
const optional = z.string().transform((cell) => (cell === '' ? undefined : cell))

/** 市一院@3302;省中@33: the alias holds only in documents whose home's code begins so. */
const localAliases = z.string().transform((cell, context) =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [alias = '', within = '', ...rest] = part.split('@')
      if (alias.length < 2 || !/^\d{2,9}$/.test(within) || rest.length > 0)
        context.addIssue({ code: 'custom', message: `not "alias@code": ${part}` })
      return { alias, within }
    }),
)

const rowSchema = z
  .object({
    label: z.enum(['Hospital', 'Institution', 'Consortium']),
    name,
    kind: z.string(),
    division: optional,
    aliases: names,
    localAliases,
    affiliation: optional,
    parent: optional,
    source: z.string().min(1, 'every row needs a source'),
    formerNames: names,
  })
  .superRefine((row, context) => {
    if (!kinds[row.label].includes(row.kind))
      context.addIssue({ code: 'custom', path: ['kind'], message: `"${row.kind}" is none of ${kinds[row.label].join(', ')}` })
  })
  .transform((row): KnownOrganisation => {
    const { division, affiliation, parent, localAliases: local, formerNames, ...rest } = row
    return {
      ...rest,
      aliases: [...rest.aliases, ...formerNames],
      ...(formerNames.length === 0 ? {} : { formerNames }),
      ...(division === undefined ? {} : { division }),
      ...(local.length === 0 ? {} : { localAliases: local }),
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(parent === undefined ? {} : { parent }),
    }
  })

export interface Organisations {
  readonly list: readonly KnownOrganisation[]
  readonly byName: ReadonlyMap<string, KnownOrganisation>
  readonly faults: readonly SeedFault[]
}

/** What one row says of things outside it that do not exist. */
function faultsOfRow(row: TableRow<KnownOrganisation>, byName: ReadonlyMap<string, KnownOrganisation>, divisions: Divisions): string[] {
  const { division, affiliation, parent, localAliases = [] } = row.value
  const faults: string[] = []
  if (division !== undefined && divisions.byCode(division) === undefined) faults.push(`division: no such code: ${division}`)
  for (const { alias, within } of localAliases)
    if (within.length >= 6 ? divisions.byCode(within) === undefined : divisions.byCode(within.padEnd(6, '0')) === undefined)
      faults.push(`localAliases: no division begins with ${within} (${alias})`)
  for (const [column, label, target] of [
    ['affiliation', 'Institution', affiliation],
    ['parent', 'Hospital', parent],
  ] as const)
    if (target !== undefined && (byName.get(target)?.name !== target || byName.get(target)?.label !== label))
      faults.push(`${column}: no row of label ${label} has the name ${target}`)
  return faults
}

/**
 * The former names of a hospital: those of its row, and those that it had from its school: 江州医学院附属医院 for 江州医科大学附属医院,
 * where 江州医科大学 was 江州医学院.
 */
function withSchoolsOf(hospital: KnownOrganisation, byName: ReadonlyMap<string, KnownOrganisation>): KnownOrganisation {
  const school = hospital.affiliation === undefined ? undefined : byName.get(hospital.affiliation)
  if (school?.formerNames === undefined) return hospital
  const own = school.formerNames.flatMap((former) => [
    ...(hospital.name.startsWith(school.name) ? [former + hospital.name.slice(school.name.length)] : []),
    ...hospital.aliases.filter((alias) => alias.startsWith(former)),
  ])
  return own.length === 0 ? hospital : { ...hospital, formerNames: [...new Set([...(hospital.formerNames ?? []), ...own])] }
}

/** Reads the table; every name and unconditional alias must belong to one row alone. Never throws: see `faults`. */
export function parseOrganisations(text: string, file: string, divisions: Divisions): Organisations {
  const table = parseTable(text, file, rowSchema)
  const faults: SeedFault[] = [...table.faults]
  const byName = new Map<string, KnownOrganisation>()
  const lineByName = new Map<string, number>()
  const scopes = new Map<string, { within: string; line: number }[]>()
  for (const { value, line } of table.rows) {
    for (const word of [value.name, ...value.aliases]) {
      const other = lineByName.get(word)
      if (other !== undefined) faults.push({ file, line, message: `${word} already stands at line ${other}` })
      lineByName.set(word, line)
      byName.set(word, value)
    }
    for (const { alias, within } of value.localAliases ?? []) {
      const others = scopes.get(alias) ?? []
      const other = others.find((scope) => scope.within === within)
      if (other !== undefined) faults.push({ file, line, message: `${alias}@${within} already stands at line ${other.line}` })
      scopes.set(alias, [...others, { within, line }])
    }
  }
  for (const row of table.rows) for (const message of faultsOfRow(row, byName, divisions)) faults.push({ file, line: row.line, message })
  for (const { value } of table.rows) {
    const known = withSchoolsOf(value, byName)
    if (known !== value) for (const word of [value.name, ...value.aliases]) byName.set(word, known)
  }
  return { list: table.rows.map(({ value }) => byName.get(value.name) ?? value), byName, faults }
}
