/** What an extraction says of one document, and which of its entities are which of the gold's. */
import type { Entity, Extraction } from '../../cypher/model/index.ts'
import { comparableText } from './compare.ts'
import { documentStem, type Gold, type GoldEntity } from './gold.ts'

export interface PredictedEntity {
  readonly id: string
  readonly type: Entity['label']
  readonly name: string
  readonly aliases: readonly string[]
  /** Forms in which this document names it. */
  readonly mentions: readonly string[]
  /** What this document's statements say, else the folded values. */
  readonly attrs: Readonly<Record<string, unknown>>
}

export interface PredictedRelation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly attrs: Readonly<Record<string, unknown>>
  /** Evidence of this document, comparable. */
  readonly texts: readonly string[]
}

export interface Prediction {
  readonly entities: ReadonlyMap<string, PredictedEntity>
  readonly relations: readonly PredictedRelation[]
}

/** Code units in order: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function entityIn(document: string, entity: Entity): PredictedEntity {
  const said = entity.statements
    .filter((statement) => documentStem(statement.document) === document)
    .map((statement) => [statement.key, statement.value] as const)
  const mentions = entity.mentions.filter((mention) => documentStem(mention.document) === document)
  return {
    id: entity.id,
    type: entity.label,
    name: entity.name,
    aliases: [...new Set(entity.aliases)].sort(byText),
    mentions: [...new Set(mentions.map((mention) => mention.text))].sort(byText),
    attrs: { ...entity.attrs, ...Object.fromEntries(said) },
  }
}

/** Where the sentences of one document differ, the folded value decides among theirs; else the last one holds. */
function relationIn(document: string, relation: Extraction['relations'][number]): PredictedRelation | undefined {
  const evidence = relation.evidence.filter((one) => documentStem(one.document) === document)
  if (evidence.length === 0) return undefined
  const said = new Map<string, unknown[]>()
  for (const { attrs } of evidence) for (const [key, value] of Object.entries(attrs)) said.set(key, [...(said.get(key) ?? []), value])
  const attrs: Record<string, unknown> = { ...relation.attrs }
  for (const [key, values] of said) {
    const folded = relation.attrs[key]
    const agrees = values.some((value) => JSON.stringify(value) === JSON.stringify(folded))
    attrs[key] = agrees ? folded : values.at(-1)
  }
  const { type, from, to } = relation
  return { type, from, to, attrs, texts: evidence.map((one) => comparableText(one.text)) }
}

/** The entities with a mention in the document or at an end of its relations, and the relations with evidence in it. */
export function predictionFor(document: string, extraction: Extraction): Prediction {
  const relations = extraction.relations.flatMap((relation) => relationIn(document, relation) ?? [])
  const used = new Set(relations.flatMap((relation) => [relation.from, relation.to]))
  const entities = new Map<string, PredictedEntity>()
  for (const entity of extraction.entities) {
    const predicted = entityIn(document, entity)
    if (predicted.mentions.length > 0 || used.has(entity.id)) entities.set(entity.id, predicted)
  }
  return { entities, relations }
}

/** Predicted id → gold id. */
export interface Matching {
  readonly canonical: ReadonlyMap<string, string>
  /** Holds the canonical ones as well, first. */
  readonly surface: ReadonlyMap<string, string>
}

function indexForms(entities: readonly GoldEntity[], formsOf: (entity: GoldEntity) => readonly string[]): Map<string, GoldEntity[]> {
  const byForm = new Map<string, GoldEntity[]>()
  for (const entity of entities)
    for (const form of new Set(formsOf(entity).map(comparableText))) {
      const key = `${entity.type}\n${form}`
      byForm.set(key, [...(byForm.get(key) ?? []), entity])
    }
  return byForm
}

/** Of several gold entities the first that is not yet taken, and among these the one with exactly this name. */
function pick(found: readonly GoldEntity[], taken: ReadonlySet<string>, name?: string): string {
  const rank = (entity: GoldEntity): number => (taken.has(entity.id) ? 2 : 0) + (comparableText(entity.name) === name ? 0 : 1)
  return [...found].sort((a, b) => rank(a) - rank(b))[0]?.id ?? ''
}

/** Matches by canonical name, then what is left by any shared form of name, alias or mention. */
export function matchEntities(gold: Gold, entities: Prediction['entities']): Matching {
  const byName = indexForms(gold.entities, (entity) => [entity.name, ...entity.accept])
  const byForm = indexForms(gold.entities, (entity) => [entity.name, ...entity.accept, ...entity.mentions])
  const predicted = [...entities.values()].sort((a, b) => byText(a.id, b.id))
  const canonical = new Map<string, string>()
  for (const entity of predicted) {
    const name = comparableText(entity.name)
    const found = byName.get(`${entity.type}\n${name}`)
    if (found !== undefined) canonical.set(entity.id, pick(found, new Set(canonical.values()), name))
  }
  const surface = new Map(canonical)
  for (const entity of predicted) {
    if (canonical.has(entity.id)) continue
    const found = [entity.name, ...entity.mentions, ...entity.aliases]
      .map((form) => byForm.get(`${entity.type}\n${comparableText(form)}`))
      .find((hit) => hit !== undefined)
    if (found !== undefined) surface.set(entity.id, pick(found, new Set(surface.values())))
  }
  return { canonical, surface }
}
