/** Identity and folding: the claims of all documents become entities and relations. Knows no file and no store. */
import type { AttributeValues, Entity, Problem, Relation } from '../../cypher/model/index.ts'
import { entityFaults, relationFaults } from '../../cypher/model/index.ts'
import type { Decision } from '../ledger/decision.ts'
import type { StatedClaim } from './confidence.ts'
import { digestDocument, orderedRelationId, type Digest, type Extracted } from './digest.ts'
import { foldEntity, type FoldContext } from './fold-entity.ts'
import { endsOf, foldRelation } from './fold-relation.ts'
import { compareDocuments, compareText } from './say.ts'
import { uniteIds, type Identity } from './unite.ts'

export interface ResolveOptions {
  readonly decisions?: readonly Decision[]
  /** Ids of folded entities and relations to give; all where absent. */
  readonly only?: ReadonlySet<string>
}

/** A problem of folding, with the document whose claim it is about. */
export interface ResolveProblem extends Problem {
  readonly document?: string
}

export interface Resolved {
  readonly entities: Entity[]
  readonly relations: Relation[]
  readonly problems: ResolveProblem[]
}

/**
 * Folds documents into the graph. Pure, and independent of the order of the documents; `document` of every citation is the
 * document's id. Throws ResolveError where one id carries two labels.
 */
export function resolve(records: readonly Extracted[], options: ResolveOptions = {}): Resolved {
  const digests = records.map(digestDocument).sort((a, b) => compareDocuments(a.document, b.document))
  const textById = new Map(records.map(({ document }) => [document.id, document.text]))
  const quote = (document: string, start: number, end: number): string => textById.get(document)?.slice(start, end) ?? ''
  const decisions = options.decisions ?? []
  const identity = uniteIds(digests, decisions)
  const context: FoldContext = { identity, corrections: correctionsOf(decisions, identity), quote }
  const isWanted = (id: string): boolean => options.only === undefined || options.only.has(id)
  const problems: ResolveProblem[] = [...identity.problems]
  const entities = foldEntities(digests, context, isWanted)
  const named = new Set(groupEntities(digests, identity).keys())
  const relations = foldRelations(digests, context, isWanted).filter((relation) => {
    const missing = [relation.from, relation.to].find((id) => !named.has(id))
    if (missing !== undefined) problems.push({ code: 'resolve.unknown-end', message: `${relation.id}：${missing} 没有出处` })
    return missing === undefined
  })
  problems.push(...droppedClaims(digests, identity), ...faultsOf(entities, relations))
  return { entities, relations, problems }
}

/** What is wrong with folded attributes by the model, as problems. */
export function faultsOf(entities: readonly Entity[], relations: readonly Relation[]): ResolveProblem[] {
  const faults = [
    ...entities.flatMap((entity) => entityFaults(entity).map((fault) => `${entity.id}：${fault}`)),
    ...relations.flatMap((relation) => relationFaults(relation).map((fault) => `${relation.id}：${fault}`)),
  ]
  return faults.map((message) => ({ code: 'resolve.bad-attribute', message }))
}

/** The last correction of each attribute, by the id that its target has now. */
export function correctionsOf(decisions: readonly Decision[], identity: Identity): ReadonlyMap<string, AttributeValues> {
  const corrections = new Map<string, AttributeValues>()
  for (const decision of decisions) {
    if (decision.kind !== 'correct') continue
    const target = identity.canonical(decision.target)
    corrections.set(target, { ...corrections.get(target), ...decision.attrs })
  }
  return corrections
}

function groupEntities(digests: readonly Digest[], identity: Identity): Map<string, Digest[]> {
  const digestsById = new Map<string, Digest[]>()
  for (const digest of digests) {
    for (const id of new Set([...digest.entities.keys()].map((local) => identity.canonical(local)))) {
      const list = digestsById.get(id)
      if (list === undefined) digestsById.set(id, [digest])
      else list.push(digest)
    }
  }
  return digestsById
}

function foldEntities(digests: readonly Digest[], context: FoldContext, isWanted: (id: string) => boolean): Entity[] {
  const groups = [...groupEntities(digests, context.identity)].filter(([id]) => isWanted(id))
  return groups.sort(([a], [b]) => compareText(a, b)).flatMap(([id, among]) => foldEntity(id, among, context) ?? [])
}

function foldRelations(digests: readonly Digest[], context: FoldContext, isWanted: (id: string) => boolean): Relation[] {
  const claimsById = new Map<string, StatedClaim[]>()
  for (const digest of digests) {
    for (const claims of digest.relations.values()) {
      for (const digested of claims) {
        const [from, to] = endsOf(digested, context)
        const id = orderedRelationId(digested.claim.type, from, to)
        if (!isWanted(id)) continue
        const stated = { ...digested, document: digest.document }
        const list = claimsById.get(id)
        if (list === undefined) claimsById.set(id, [stated])
        else list.push(stated)
      }
    }
  }
  return [...claimsById].sort(([a], [b]) => compareText(a, b)).flatMap(([, claims]) => foldRelation(claims, context) ?? [])
}

/** Claims whose two ends turned out to be one thing state nothing any more. */
function droppedClaims(digests: readonly Digest[], identity: Identity): ResolveProblem[] {
  const problems: ResolveProblem[] = []
  for (const digest of digests) {
    for (const claims of digest.relations.values()) {
      for (const { claim } of claims) {
        if (identity.canonical(claim.subject) !== identity.canonical(claim.object)) continue
        const { start, end } = claim
        const message = `${claim.type}：${claim.subject} 与 ${claim.object} 是同一个，这一条不成立`
        problems.push({ code: 'resolve.one-end', message, start, end, document: digest.document.id })
      }
    }
  }
  return problems
}
