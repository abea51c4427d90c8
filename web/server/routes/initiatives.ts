/** GET /api/initiatives/matrix, cell and compare: district × initiative family. */
import { Hono } from 'hono'
import { z } from 'zod'
import {
  familyNames,
  participationStatuses,
  type DistrictLevel,
  type FamilyName,
  type ParticipationStatus,
} from '../../../cypher/model/index.ts'
import { familySchema, type Cell, type Comparison, type Matrix } from '../../contract/index.ts'
import { ApiError } from '../api-error.ts'
import { ask, isNode, numberOf, textOf, textsOf, type Row } from '../ask.ts'
import type { Context } from '../context.ts'
import type { Division, Ground } from '../ground.ts'
import { readSources } from '../sources.ts'
import { idSchema, queryOf } from '../validate.ts'

/** `home`: each district for which documents speak, at its own level. */
const LEVELS = ['home', 'county', 'city', 'province'] as const
type Level = (typeof LEVELS)[number]

const matrixQuery = z.object({ level: z.enum(LEVELS).default('home') })
const cellQuery = z.object({ district: idSchema, family: familySchema })
const compareQuery = z.object({ a: idSchema, b: idSchema })

const STATUSES = Object.keys(participationStatuses) as ParticipationStatus[]

function isFamily(text: string | null): text is FamilyName {
  return familyNames.some((family) => family === text)
}

function isStatus(text: string | null): text is ParticipationStatus {
  return STATUSES.some((status) => status === text)
}

/** The furthest of several statuses. */
function furthest(texts: readonly string[]): ParticipationStatus | null {
  return STATUSES.findLast((status) => texts.includes(status)) ?? null
}

/** Documents and years of a district and everything below it. */
function coverageOf(ground: Ground, id: string): { documents: number; years: number[] } {
  const below = ground.divisions.filter((division) => division.documents > 0 && ground.chain(division.id).some((step) => step.id === id))
  const years = [...new Set(below.flatMap((division) => division.years))].sort((a, b) => a - b)
  return { documents: below.reduce((sum, { documents }) => sum + documents, 0), years }
}

async function readCells(context: Context, level: DistrictLevel): Promise<Matrix['cells']> {
  const rows = await ask(context.store, 'count-initiatives', { level })
  return rows.flatMap((row) => {
    const [district, family] = [textOf(row['district']), textOf(row['family'])]
    if (district === null || !isFamily(family)) return []
    const statuses = STATUSES.filter((status) => textsOf(row['statuses']).includes(status))
    return [{ district, family, programs: numberOf(row['programs']) ?? 0, statuses, firstYear: numberOf(row['firstYear']) }]
  })
}

/** At `home`, districts with documents of their own; at a level, those with documents at or below them. */
function readRows(ground: Ground, level: Level): Division[] {
  if (level === 'home') return ground.read
  return [...new Set(ground.read.flatMap(({ id }) => ground.ancestorAt(id, level) ?? []))]
}

/** At a level, districts that only others' documents name stand beside those that have been read, marked as such. */
async function readMatrix(context: Context, level: Level): Promise<Matrix> {
  const ground = await context.ground()
  const read = readRows(ground, level)
  const levels = level === 'home' ? [...new Set(read.map((division) => division.level))] : [level]
  const all = (await Promise.all(levels.map((one) => readCells(context, one)))).flat()
  const named = level === 'home' ? [] : all.flatMap(({ district }) => ground.get(district) ?? [])
  const shown = [...new Set([...read, ...named])]
  const among = new Set(shown.map(({ id }) => id))
  const cells = all.filter(({ district }) => among.has(district))
  const families = familyNames
    .map((family) => {
      const own = cells.filter((cell) => cell.family === family)
      return { family, districts: own.length, programs: own.reduce((sum, cell) => sum + cell.programs, 0) }
    })
    .filter(({ districts }) => districts > 0)
  return { districts: shown.map(({ id }) => ({ id, name: ground.shownName(id), ...coverageOf(ground, id) })), families, cells }
}

function mustBeDistrict(ground: Ground, id: string): void {
  if (!ground.get(id)) throw new ApiError('api.unknown-id', id)
}

async function readCell(context: Context, { district, family }: z.infer<typeof cellQuery>): Promise<Cell> {
  mustBeDistrict(await context.ground(), district)
  const rows = await ask(context.store, 'list-cell-programs', { district, family })
  const sources = await readSources(
    context,
    rows.flatMap((row) => textOf(row['relation']) ?? []),
  )
  const programs = rows.flatMap((row) => {
    const [program, party, relation] = [row['program'], row['party'], textOf(row['relation'])]
    if (!isNode(program) || !isNode(party) || relation === null) return []
    const status = textOf(row['status'])
    return [
      {
        id: textOf(program.properties['id']) ?? '',
        name: textOf(program.properties['name']) ?? '',
        party: { id: textOf(party.properties['id']) ?? '', name: textOf(party.properties['name']) ?? '' },
        status: isStatus(status) ? status : null,
        role: textOf(row['role']),
        firstYear: numberOf(row['firstYear']),
        lastYear: numberOf(row['lastYear']),
        relation,
        sources: sources.get(relation) ?? [],
      },
    ]
  })
  return { programs }
}

function sideOf(row: Row, side: 'A' | 'B'): Comparison['rows'][number]['a'] {
  if (row[`in${side}`] !== true) return null
  return { status: furthest(textsOf(row[`statuses${side}`])), year: numberOf(row[`year${side}`]) }
}

async function compare(context: Context, { a, b }: z.infer<typeof compareQuery>): Promise<Comparison> {
  const ground = await context.ground()
  for (const id of [a, b]) mustBeDistrict(ground, id)
  const rows = await ask(context.store, 'compare-districts', { a, b })
  return {
    rows: rows.flatMap((row) => {
      const { program } = row
      if (!isNode(program)) return []
      const family = textOf(row['family'])
      return [
        {
          family: isFamily(family) ? family : 'other',
          program: { id: textOf(program.properties['id']) ?? '', name: textOf(program.properties['name']) ?? '' },
          a: sideOf(row, 'A'),
          b: sideOf(row, 'B'),
        },
      ]
    }),
  }
}

export function initiativeRoutes(context: Context): Hono {
  return new Hono()
    .get('/initiatives/matrix', async (c) => c.json(await readMatrix(context, queryOf(c, matrixQuery).level)))
    .get('/initiatives/cell', async (c) => c.json(await readCell(context, queryOf(c, cellQuery))))
    .get('/initiatives/compare', async (c) => c.json(await compare(context, queryOf(c, compareQuery))))
}
