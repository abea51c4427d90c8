/** Extractions for tests: from compact rows, and from gold with seeded faults. */
import type { Entity, Extraction, Relation } from '../../../cypher/model/index.ts'
import type { Gold, GoldEntity, GoldRelation, GoldValue } from '../../../ingest/evaluate/gold.ts'

export type Values = Record<string, GoldValue>

const cite = (document: string, text: string) => ({ document, start: 0, end: text.length, text })

export function entityOf(
  document: string,
  of: { id: string; label: Entity['label']; name: string; aliases?: string[]; attrs?: Values; mentions?: string[] },
): Entity {
  const { id, label, name, aliases = [], attrs = {}, mentions = [] } = of
  return { id, label, name, aliases, attrs, statements: [], mentions: mentions.map((text) => cite(document, text)), documents: 1 }
}

export function relationOf(
  document: string,
  of: { type: Relation['type']; from: string; to: string; attrs?: Values; text: string },
): Relation {
  const { type, from, to, attrs = {}, text } = of
  const evidence = [{ ...cite(document, text), rule: 'test/rule', attrs, confidence: 1 }]
  return { id: `${type}(${from})(${to})`, type, from, to, basis: 'text', attrs, documents: 1, confidence: 1, evidence }
}

/** Mulberry32: the same numbers in [0, 1) for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Faults {
  readonly random: () => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
}

function faultsOf(seed: number): Faults {
  const random = randomOf(seed)
  return {
    random,
    chance: (share) => random() < share,
    pick: (from) => from[Math.floor(random() * from.length)] as (typeof from)[number],
  }
}

/** Copies attributes; drops, changes and invents some. */
function spoilValues(values: Values, faults: Faults): Values {
  const spoilt: Values = {}
  for (const [key, value] of Object.entries(values)) {
    if (key === 'familyAlso' || faults.chance(0.08)) continue
    if (!faults.chance(0.15)) spoilt[key] = value
    else if (typeof value === 'number') spoilt[key] = value + faults.pick([1, 1e-7, value / 2000])
    else if (typeof value === 'string') spoilt[key] = faults.pick(['托管', 'other', `${value} `, '2022'])
    else if (Array.isArray(value)) spoilt[key] = faults.chance(0.5) ? [...value, '眼科'] : value.slice(1)
  }
  if (faults.chance(0.1))
    spoilt[faults.pick(['year', 'beds', 'grade', 'investment', 'date'])] = faults.pick([2022, 500, '三级甲等', '2022-05'])
  return spoilt
}

function spoilEntity(document: string, gold: GoldEntity, faults: Faults): Entity[] {
  if (faults.chance(0.1)) return []
  const name = faults.chance(0.15) ? faults.pick([...gold.accept, ...gold.mentions, `${gold.name}某`]) : gold.name
  // The same label and name in two documents is one entity, as after merging.
  const entity = entityOf(document, {
    id: `${gold.type}/${name}`,
    label: gold.type,
    name,
    attrs: spoilValues(gold.attrs, faults),
    mentions: gold.mentions,
  })
  if (faults.chance(0.2)) entity.aliases.push(...gold.accept)
  const [statement] = Object.entries(spoilValues(gold.attrs, faults))
  if (statement !== undefined && faults.chance(0.3))
    entity.statements.push({ ...cite(`folder/${document}.txt`, gold.name), key: statement[0], value: statement[1], rule: 'test/statement' })
  if (!faults.chance(0.05)) return [entity]
  const twin = entityOf(document, {
    id: `${gold.type}/twin-${gold.name}`,
    label: gold.type,
    name: faults.pick([gold.name, ...gold.accept]),
    mentions: ['其'],
  })
  return [entity, twin]
}

function spoilRelation(document: string, gold: GoldRelation, of: { idByGold: Map<string, string>; faults: Faults }): Relation[] {
  const { idByGold, faults } = of
  if (faults.chance(0.1)) return []
  const ends = gold.alt.length > 0 && faults.chance(0.5) ? faults.pick(gold.alt) : ([gold.from, gold.to] as const)
  const [from, to] = ends.map((id) => idByGold.get(id))
  if (from === undefined || to === undefined) return []
  const quote = gold.quotes[0] ?? '见附件'
  const text = faults.pick([`前文，${quote}。`, quote.slice(2), quote, '无关的一句话。'])
  const relation = relationOf(document, { type: gold.type, from, to, attrs: spoilValues(gold.attrs, faults), text })
  if (faults.chance(0.2)) {
    const more = { ...cite(`${document}.txt`, quote), rule: 'test/second', attrs: spoilValues(gold.attrs, faults), confidence: 1 }
    relation.evidence.push(more)
  }
  return faults.chance(0.1) ? [relation, { ...relation, id: `${relation.id}#`, from: to, to: from }] : [relation]
}

/** Entities of one id united, the attributes of the first kept where they differ. */
function unite(entities: readonly Entity[]): Entity[] {
  const byId = new Map<string, Entity>()
  for (const entity of entities) {
    const known = byId.get(entity.id)
    if (known === undefined) byId.set(entity.id, entity)
    else {
      known.mentions.push(...entity.mentions)
      known.statements.push(...entity.statements)
      known.aliases.push(...entity.aliases)
    }
  }
  return [...byId.values()]
}

/** What a reader with seeded faults would print for these documents: things dropped, renamed, doubled, made up, denied ones said. */
export function spoilGold(golds: readonly Gold[], seed: number): Extraction {
  const faults = faultsOf(seed)
  const entities: Entity[] = []
  const relations: Relation[] = []
  for (const gold of golds) {
    const idByGold = new Map<string, string>()
    for (const one of gold.entities) {
      const made = spoilEntity(gold.doc, one, faults)
      entities.push(...made)
      if (made[0] !== undefined) idByGold.set(one.id, made[0].id)
    }
    for (const one of gold.relations) relations.push(...spoilRelation(gold.doc, one, { idByGold, faults }))
    const ids = [...idByGold.values()]
    for (let extra = 0; extra < 6; extra++) {
      const type = faults.pick(['COOPERATES_WITH', 'MEMBER_OF', 'CONSTRUCTS', 'LOCATED_IN'] as const)
      relations.push(relationOf(gold.doc, { type, from: faults.pick(ids), to: faults.pick(ids), text: '凭空多出的一句。' }))
    }
    for (const denied of gold.forbidden) {
      const [from, to] = [idByGold.get(denied.from), idByGold.get(denied.to)]
      if (from !== undefined && to !== undefined && faults.chance(0.5))
        relations.push(relationOf(gold.doc, { type: denied.type, from, to, attrs: { status: 'in_effect' }, text: '否认的一句。' }))
    }
  }
  return { documents: [], entities: unite(entities), relations }
}
