/** Scores an extraction against gold, document by document, and sums. The rules in words stand in the design's "scoring". */
import { claimedTypes, entityLabels, type ClaimedType, type EntityLabel, type Extraction } from '../../cypher/model/index.ts'
import { holdsQuote, comparableText, isRight } from './compare.ts'
import { addCounts, noCounts, type Counts, type Share } from './counts.ts'
import { documentStem, type Gold, type GoldEntity, type GoldReference, type Merge } from './gold.ts'
import { matchEntities, predictionFor, byText, type Matching, type Prediction } from './prediction.ts'
import { matchRelations, pairKey, type RelationMatch } from './relation-match.ts'

type PerLabel = Record<EntityLabel, Counts>
type PerType = Record<ClaimedType, Counts>

export interface Scores {
  readonly entities: { readonly canonical: PerLabel; readonly surface: PerLabel }
  /** By how the ends were matched. */
  readonly relations: { readonly canonical: PerType; readonly surface: PerType }
  /** Relations whose type is none of the model's. */
  unknownTypes: number
  readonly attributes: Share & { said: number; madeUp: number }
  readonly evidence: Share
  readonly families: Share
  /** Things said that the text denies, of how many that it denies. */
  readonly denied: { said: number; of: number }
  readonly merge?: { readonly same: Share; readonly different: Share }
  /** One line for each error, in the order in which documents and types were scored. */
  readonly details: string[]
}

/** Attributes that a made-up value of would mislead: counted wherever one is said on a matched core fact. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  COOPERATES_WITH: ['date', 'year'],
  Project: ['investment', 'invested', 'investedInYear', 'floorArea', 'beds'],
  Hospital: ['grade'],
}
/** Entities whose attributes are scored. */
const ATTRIBUTED: ReadonlySet<string> = new Set(['Project', 'Hospital', 'Consortium'])
/** The order in which the reference prints labels. */
export const LABEL_ORDER = [
  'Hospital',
  'Institution',
  'Consortium',
  'Project',
  'Program',
  'District',
] as const satisfies readonly EntityLabel[]

interface Attributed {
  readonly attrs: Readonly<Record<string, unknown>>
  readonly attrs_alt: Readonly<Record<string, readonly unknown[]>>
}

/** One document under scoring. */
interface Case {
  readonly gold: Gold
  readonly document: string
  readonly prediction: Prediction
  readonly matching: Matching
}

function tally<K extends string>(keys: readonly K[]): Record<K, Counts> {
  return Object.fromEntries(keys.map((key) => [key, noCounts()])) as Record<K, Counts>
}

function emptyScores(): Scores {
  return {
    entities: { canonical: tally(entityLabels), surface: tally(entityLabels) },
    relations: { canonical: tally(claimedTypes), surface: tally(claimedTypes) },
    unknownTypes: 0,
    attributes: { right: 0, of: 0, said: 0, madeUp: 0 },
    evidence: { right: 0, of: 0 },
    families: { right: 0, of: 0 },
    denied: { said: 0, of: 0 },
    details: [],
  }
}

function countEntities({ gold, prediction }: Case, matched: ReadonlyMap<string, string>, label: EntityLabel): Counts {
  const core = new Set(gold.entities.filter((entity) => entity.type === label && entity.core).map((entity) => entity.id))
  const times = new Map<string, number>()
  const counts = noCounts()
  for (const entity of prediction.entities.values()) {
    if (entity.type !== label) continue
    const id = matched.get(entity.id)
    if (id === undefined) counts.extra++
    else times.set(id, (times.get(id) ?? 0) + 1)
  }
  for (const id of core) {
    const found = times.get(id) ?? 0
    if (found === 0) counts.missing++
    else {
      counts.right++
      counts.extra += found - 1
    }
  }
  return counts
}

const show = (value: unknown): string =>
  value === undefined || value === null ? 'None' : typeof value === 'string' ? `'${value}'` : JSON.stringify(value)

/** Compares what was said of one thing with its gold, and counts what the gold neither has nor allows. */
function scoreAttributes(
  scores: Scores,
  said: Readonly<Record<string, unknown>>,
  of: { gold: Attributed; kind: string; tell: (fault: string) => void },
): void {
  const { gold, kind, tell } = of
  for (const [key, want] of Object.entries(gold.attrs)) {
    const good = isRight(said[key], want, { key, alternatives: gold.attrs_alt[key] })
    scores.attributes.of++
    if (good) scores.attributes.right++
    else tell(`WRONG   ${key}: ${show(said[key])}, gold ${show(want)}`)
  }
  for (const key of SAID[kind] ?? []) {
    const value = said[key]
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    scores.attributes.said++
    if (key in gold.attrs || (gold.attrs_alt[key]?.length ?? 0) > 0) continue
    scores.attributes.madeUp++
    tell(`MADE UP ${key}: ${show(value)}`)
  }
}

/** Attributes and evidence of the relations that were found with ends by surface form. */
function scoreFoundRelations(
  scores: Scores,
  type: ClaimedType,
  of: { match: RelationMatch; line: (text: string) => void; name: (id: string) => string },
): void {
  const { match, line, name } = of
  for (const { ends, attrs, texts, golds } of match.found.values()) {
    for (const gold of golds.filter((one) => one.core)) {
      scoreAttributes(scores, attrs, {
        gold,
        kind: type,
        tell: (fault) => line(`${fault} on ${type} ${name(ends[0])} -> ${name(ends[1])}`),
      })
      if (gold.quotes.length === 0) continue
      scores.evidence.of++
      if (holdsQuote(gold.quotes.map(comparableText), texts)) scores.evidence.right++
    }
  }
}

function scoreRelations(scores: Scores, one: Case, line: (text: string) => void): void {
  const goldById = new Map(one.gold.entities.map((entity) => [entity.id, entity]))
  const name = (id: string): string => goldById.get(id)?.name ?? one.prediction.entities.get(id.slice(1))?.name ?? id
  for (const type of claimedTypes) {
    const canonical = matchRelations(one.gold, one.prediction.relations, { ends: one.matching.canonical, type })
    addCounts(scores.relations.canonical[type], canonical.counts)
    for (const [from, to] of canonical.extra) line(`extra   ${type} ${name(from)} -> ${name(to)}`)
    for (const [from, to] of canonical.missing) line(`missing ${type} ${name(from)} -> ${name(to)}`)
    const match = matchRelations(one.gold, one.prediction.relations, { ends: one.matching.surface, type })
    addCounts(scores.relations.surface[type], match.counts)
    scoreFoundRelations(scores, type, { match, line, name })
  }
}

function scoreFamily(scores: Scores, family: unknown, of: { gold: GoldEntity; line: (text: string) => void }): void {
  const want = of.gold.attrs['family']
  if (of.gold.type !== 'Program' || want === undefined || want === '') return
  const also = of.gold.attrs['familyAlso'] ?? []
  const alternatives = [...(of.gold.attrs_alt['family'] ?? []), ...(Array.isArray(also) ? also : [also])]
  const good = isRight(family, want, { key: 'family', alternatives })
  scores.families.of++
  if (good) scores.families.right++
  else of.line(`WRONG   family: ${show(family)}, gold ${show(want)} on ${of.gold.name}`)
}

/** Attributes and families of what was found, each gold entity once; extras and misses are only told here. */
function scoreFoundEntities(scores: Scores, one: Case, line: (text: string) => void): void {
  const { canonical, surface } = one.matching
  const goldById = new Map(one.gold.entities.map((entity) => [entity.id, entity]))
  const order = [...one.prediction.entities.values()].sort(
    (a, b) => Number(!canonical.has(a.id)) - Number(!canonical.has(b.id)) || byText(a.id, b.id),
  )
  const seen = new Set<string>()
  for (const entity of order) {
    const gold = goldById.get(surface.get(entity.id) ?? '')
    if (gold === undefined) line(`extra   ${entity.type} ${entity.name}`)
    if (gold === undefined || !gold.core || seen.has(gold.id)) continue
    seen.add(gold.id)
    if (ATTRIBUTED.has(gold.type))
      scoreAttributes(scores, entity.attrs, { gold, kind: gold.type, tell: (fault) => line(`${fault} on ${gold.type} ${gold.name}`) })
    scoreFamily(scores, entity.attrs['family'], { gold, line })
  }
  const named = new Set(canonical.values())
  const met = new Set(surface.values())
  for (const gold of one.gold.entities)
    if (gold.core && !named.has(gold.id)) line(`missing ${gold.type} ${gold.name}${met.has(gold.id) ? ' (found, named otherwise)' : ''}`)
}

function scoreDenied(scores: Scores, one: Case, line: (text: string) => void): void {
  const { surface } = one.matching
  const name = (id: string): string => one.gold.entities.find((entity) => entity.id === id)?.name ?? id
  for (const denied of one.gold.forbidden) {
    const key = pairKey(denied.type, [denied.from, denied.to])
    const isSaid = one.prediction.relations.some(
      (relation) =>
        relation.type === denied.type &&
        pairKey(denied.type, [surface.get(relation.from) ?? 'None', surface.get(relation.to) ?? 'None']) === key &&
        (denied.status === undefined || relation.attrs['status'] === denied.status),
    )
    scores.denied.of++
    if (!isSaid) continue
    scores.denied.said++
    line(`DENIED  ${denied.type} ${name(denied.from)} -> ${name(denied.to)}: ${denied.why ?? 'None'}`)
  }
  for (const type of one.gold.forbidden_types) {
    const things = [...one.prediction.relations, ...one.prediction.entities.values()]
    const times = things.filter((thing) => thing.type === type).length
    scores.denied.of++
    if (times === 0) continue
    scores.denied.said++
    line(`DENIED  type ${type} x${times}`)
  }
}

/** Whether the members of a group became one entity, and the members of a pair two. */
function scoreMerge(cases: readonly Case[], merge: Merge): NonNullable<Scores['merge']> {
  const caseByDocument = new Map(cases.map((one) => [one.document, one]))
  const find = ([document, gold]: GoldReference): string | undefined => {
    const surface = caseByDocument.get(documentStem(document))?.matching.surface
    return [...(surface ?? [])].find(([, id]) => id === gold)?.[0]
  }
  const same: Share = { right: 0, of: 0 }
  const different: Share = { right: 0, of: 0 }
  for (const { members } of merge.same) {
    const [first, ...others] = members.map(find)
    for (const other of others) {
      same.of++
      if (first !== undefined && first === other) same.right++
    }
  }
  for (const { pair } of merge.different) {
    const [a, b] = pair.map(find)
    different.of++
    if (a !== undefined && b !== undefined && a !== b) different.right++
  }
  return { same, different }
}

/**
 * Scores what was extracted from all documents of a set together. Gold with `core: false` is neither demanded nor
 * punished. A document of the extraction belongs to the gold whose `doc` is its file name without the extension.
 */
export function scoreExtraction(golds: readonly Gold[], extraction: Extraction, options: { merge?: Merge } = {}): Scores {
  const scores = emptyScores()
  const types: ReadonlySet<string> = new Set(claimedTypes)
  scores.unknownTypes = extraction.relations.filter((relation) => !types.has(relation.type)).length
  const cases: Case[] = []
  for (const gold of golds) {
    const document = documentStem(gold.doc)
    const prediction = predictionFor(document, extraction)
    const one: Case = { gold, document, prediction, matching: matchEntities(gold, prediction.entities) }
    const line = (text: string): void => void scores.details.push(`  ${document} ${text}`)
    for (const label of LABEL_ORDER) {
      addCounts(scores.entities.canonical[label], countEntities(one, one.matching.canonical, label))
      addCounts(scores.entities.surface[label], countEntities(one, one.matching.surface, label))
    }
    scoreRelations(scores, one, line)
    scoreFoundEntities(scores, one, line)
    scoreDenied(scores, one, line)
    cases.push(one)
  }
  return options.merge === undefined ? scores : { ...scores, merge: scoreMerge(cases, options.merge) }
}
