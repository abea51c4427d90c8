/** What a change of some documents does to the folded graph, at the cost of the change and not of the graph. */
import type { Entity, Relation, RelationClaim } from '../../cypher/model/index.ts'
import type { Fold } from '../../cypher/store/port.ts'
import type { Decision } from '../ledger/decision.ts'
import type { LedgerIndex } from '../ledger/ledger-index.ts'
import type { Leaving } from '../ledger/store-journal.ts'
import type { StatedClaim } from './confidence.ts'
import { differenceOf } from './difference.ts'
import { claimKey, orderedRelationId, type Digest } from './digest.ts'
import { foldEntity, foldTallies, type FoldContext } from './fold-entity.ts'
import { foldRelation } from './fold-relation.ts'
import { correctionsOf } from './index.ts'
import { compareText } from './say.ts'
import { uniteIds, type Identity } from './unite.ts'

type Key = Pick<RelationClaim, 'type' | 'subject' | 'object'>

/** What the ledger knows when a change is reckoned. */
export interface Known {
  readonly index: LedgerIndex
  readonly decisions: readonly Decision[]
}

/** The graph as it was before a change, as far as the change can reach. */
export interface Before {
  readonly ids: ReadonlySet<string>
  readonly identity: Identity
  readonly keys: ReadonlyMap<string, Key>
  /** What may go; null where the change may unite or part things, so that only the fold can tell. */
  readonly leaving: Leaving | null
}

export interface Change {
  readonly fold: Fold
  readonly identity: Identity
  /** Documents whose claims now point at other ids than before, and have to be written again. */
  readonly restated: readonly string[]
}

/** The identity of these ids and of all that can be united with them. */
export function identityAmong({ index, decisions }: Known, ids: Iterable<string>): Identity {
  const scope = new Set([...index.reach(ids, decisions)].filter((id) => index.isLinked(id, decisions)))
  return uniteIds(index.naming(scope), decisions, scope)
}

/** To be taken before the index changes: `documents` are about to be added, replaced or removed, `incoming` their new digests. */
export function takeBefore(known: Known, change: { readonly documents: readonly string[]; readonly incoming: readonly Digest[] }): Before {
  const outgoing = change.documents.flatMap((id) => known.index.digests.get(id) ?? [])
  const digests = [...outgoing, ...change.incoming]
  const difference = differenceOf(outgoing, change.incoming)
  const ids = known.index.reach(difference.ids, known.decisions)
  const identity = identityAmong(known, ids)
  const keys = new Map(digests.flatMap(keysOf).filter(([key]) => difference.relations.has(key)))
  const canUnite = digests.some(({ sameAs, entities }) => sameAs.length > 0 || known.index.mayLink(entities.keys(), known.decisions))
  return { ids, identity, keys, leaving: canUnite ? null : leavingOf(outgoing, identity) }
}

/** The ends of a folded relation, as ids of its first claim; undefined where nothing states it. */
export function endsOfRelation({ index }: Known, identity: Identity, id: string): [string, string] | undefined {
  for (const digest of index.digests.values()) {
    for (const [, key] of keysOf(digest)) if (relationOf(key, identity.canonical) === id) return [key.subject, key.object]
  }
  return undefined
}

/** The same for decisions about these ids (or relation ids, which have no identity of their own) instead of documents. */
export function takeBeforeDecision(known: Known, touched: readonly string[]): Before {
  const ids = known.index.reach(touched, known.decisions)
  const keys = new Map(
    known.index
      .naming(ids)
      .flatMap(keysOf)
      .filter(([, key]) => ids.has(key.subject) || ids.has(key.object)),
  )
  return { ids, identity: identityAmong(known, ids), keys, leaving: null }
}

/**
 * Folds anew what the change touched; to be called when the index has changed.
 * `leaving` is what an interrupted change may have left in the store beside that.
 */
export function completeChange(known: Known, before: Before, leaving?: Leaving): Change {
  const { index, decisions } = known
  const left = leaving ?? { entities: [], relations: [] }
  const ids = index.reach(
    [...before.ids, ...left.entities, ...left.relations.flatMap(({ subject, object }) => [subject, object])],
    decisions,
  )
  const after = identityAmong(known, ids)
  const moved = new Set([...ids].filter((id) => before.identity.canonical(id) !== after.canonical(id)))
  const restated = index.naming(moved)
  const keys = new Map([...before.keys, ...left.relations.map((key): [string, Key] => [claimKey(key), key])])
  const shaken = shakenIds(moved, before.identity, after)
  for (const [text, key] of index.naming(shaken).flatMap(keysOf)) if (shaken.has(key.subject) || shaken.has(key.object)) keys.set(text, key)

  const identity = identityAmong(known, [...ids, ...[...keys.values()].flatMap(({ subject, object }) => [subject, object])])
  const context: FoldContext = { identity, corrections: correctionsOf(decisions, identity) }
  const wasCanonical = (id: string): string => (before.ids.has(id) ? before.identity.canonical(id) : identity.canonical(id))

  const oldEntities = new Set([...[...ids].map(wasCanonical), ...left.entities])
  const entityIds = new Set([...oldEntities, ...ids].map((id) => identity.canonical(id)))
  const entities = [...entityIds].flatMap((id) => foldOne(index, id, context) ?? [])

  const oldRelations = new Set([...[...keys.values()].map((key) => relationOf(key, wasCanonical)), ...left.relations.map(({ id }) => id)])
  const keyByRelation = new Map([...keys.values()].map((key) => [relationOf(key, identity.canonical), key]))
  const relations = [...keyByRelation.values()].flatMap((key) => foldRelationOf(index, key, context) ?? [])
  const gone = { entities: missing(oldEntities, entities), relations: missing(oldRelations, relations) }
  return { fold: { entities, relations, gone }, identity, restated: restated.map(({ document }) => document.id) }
}

/** One thing over all documents of the index. */
export function foldOne(index: LedgerIndex, id: string, context: FoldContext): Entity | undefined {
  const members = context.identity.members(id)
  const tallied = members.length === 1 && members[0] === id ? index.tallied(id) : undefined
  return tallied === undefined ? foldEntity(id, index.naming(members), context) : foldTallies(id, tallied, context)
}

/** One relation over all documents of the index. */
export function foldRelationOf(index: LedgerIndex, key: Key, context: FoldContext): Relation | undefined {
  const { identity } = context
  const isAlone = (id: string): boolean => identity.members(identity.canonical(id)).length === 1
  const tally = isAlone(key.subject) && isAlone(key.object) ? index.talliedRelation(key) : undefined
  return tally === undefined ? foldRelation(claimsOf(index, key, identity), context) : foldRelation(tally.claims, context, tally.weight)
}

/** All ids that were or are one thing with an id that moved: their relations gain or lose claims. */
function shakenIds(moved: ReadonlySet<string>, before: Identity, after: Identity): Set<string> {
  const things = (id: string, identity: Identity): readonly string[] => identity.members(identity.canonical(id))
  return new Set([...moved].flatMap((id) => [...things(id, before), ...things(id, after)]))
}

function leavingOf(outgoing: readonly Digest[], identity: Identity): Leaving {
  const keys = outgoing.flatMap(keysOf).map(([, { type, subject, object }]) => ({ type, subject, object }))
  return {
    entities: [...new Set(outgoing.flatMap((digest) => [...digest.entities.keys()]).map(identity.canonical))],
    relations: keys.map((key) => ({ id: relationOf(key, identity.canonical), ...key })),
  }
}

function keysOf(digest: Digest): [string, Key][] {
  return [...digest.relations].flatMap(([text, claims]): [string, Key][] => (claims[0] === undefined ? [] : [[text, claims[0].claim]]))
}

function relationOf({ type, subject, object }: Key, canonical: (id: string) => string): string {
  return orderedRelationId(type, canonical(subject), canonical(object))
}

/** All claims of a relation, under whichever of its ends' ids they were made. */
function claimsOf(index: LedgerIndex, { type, subject, object }: Key, identity: Identity): StatedClaim[] {
  const [froms, tos] = [identity.members(identity.canonical(subject)), identity.members(identity.canonical(object))]
  const texts = new Set(froms.flatMap((from) => tos.map((to) => claimKey({ type, subject: from, object: to }))))
  return index.namingBoth(froms, tos).flatMap((digest) => {
    const claims = [...texts].flatMap((text) => digest.relations.get(text) ?? [])
    return claims.map((digested) => ({ ...digested, document: digest.document }))
  })
}

function missing(ids: ReadonlySet<string>, present: readonly { readonly id: string }[]): string[] {
  const found = new Set(present.map(({ id }) => id))
  return [...ids].filter((id) => !found.has(id)).sort(compareText)
}
