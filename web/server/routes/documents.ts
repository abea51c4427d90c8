/** GET /api/documents and /api/document: what has been read, and one text with every fact in it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { relationDefinitions, type EntityLabel, type Problem } from '../../../cypher/model/index.ts'
import { endsOfId, labelOfId } from '../../../cypher/store/rows.ts'
import type { DocumentSummary, DocumentText } from '../../contract/index.ts'
import { ApiError } from '../api-error.ts'
import { ask, isNode, numberOf, parseKept, textOf, textsOf, type Row } from '../ask.ts'
import { captionClaim } from '../claim-caption.ts'
import type { Context } from '../context.ts'
import { readNodes } from '../scene.ts'
import { readSaid } from '../sources.ts'
import { idSchema, queryOf } from '../validate.ts'

const idQuery = z.object({ id: idSchema })

function summaryOf(row: Row): DocumentSummary {
  return {
    id: textOf(row['id']) ?? '',
    title: textOf(row['title']),
    publisher: textOf(row['publisher']),
    year: numberOf(row['year']),
    kind: textOf(row['kind']) ?? 'other',
    published: textOf(row['published']),
    url: textOf(row['url']),
    path: textOf(row['path']) ?? '',
    home: textsOf(row['home']),
    characters: numberOf(row['characters']) ?? 0,
    claims: numberOf(row['claims']) ?? 0,
    problems: parseKept<Problem[]>(row['problems'], []),
  }
}

/** The kind that gives a claim its colour: what the relation leads to (a project, a program, a consortium), else the hospital's. */
function labelOfTarget(target: string): EntityLabel {
  if (!/^[A-Z_]+\(/.test(target)) return labelOfId(target)
  const { type, from, to } = endsOfId(target)
  if (type === 'COOPERATES_WITH' || type === 'BRANCH_OF') return 'Hospital'
  return relationDefinitions[type].from.some((label) => label === 'District') && type === 'PART_OF' ? labelOfId(from) : labelOfId(to)
}

function endsOfTarget(target: string): string[] {
  if (!/^[A-Z_]+\(/.test(target)) return [target]
  const { from, to } = endsOfId(target)
  return [from, to]
}

async function readClaims(context: Context, document: string): Promise<DocumentText['claims']> {
  const rows = await ask(context.store, 'list-document-claims', { id: document })
  const claims = rows.flatMap((row) => {
    const claim = row['claim']
    const target = isNode(claim) ? textOf(claim.properties['relation']) : null
    return isNode(claim) && target !== null ? [{ properties: claim.properties, target }] : []
  })
  const nodes = await readNodes(
    context,
    claims.flatMap(({ target }) => endsOfTarget(target)),
  )
  const nameById = new Map(nodes.map(({ id, name }) => [id, name]))
  return claims.map(({ properties, target }) => ({
    claim: textOf(properties['id']) ?? '',
    start: numberOf(properties['start']) ?? 0,
    end: numberOf(properties['end']) ?? 0,
    target,
    label: labelOfTarget(target),
    caption: captionClaim(target, readSaid(textOf(properties['said'])), (id) => nameById.get(id) ?? id),
    rule: textOf(properties['rule']) ?? '',
  }))
}

async function readDocument(context: Context, id: string): Promise<DocumentText> {
  const [row] = await ask(context.store, 'get-document', { id })
  if (!row) throw new ApiError('api.unknown-id', id)
  return { document: summaryOf(row), text: textOf(row['text']) ?? '', claims: await readClaims(context, id) }
}

export function documentRoutes(context: Context): Hono {
  return new Hono()
    .get('/documents', async (c) => c.json({ documents: (await ask(context.store, 'list-documents')).map(summaryOf) }))
    .get('/document', async (c) => c.json(await readDocument(context, queryOf(c, idQuery).id)))
}
