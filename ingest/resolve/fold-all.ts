/** Folds the whole graph document by document, each thing once, with the first document that names it. */
import type { Entity, Relation } from '../../cypher/model/index.ts'
import { foldOne, foldRelationOf, type Known } from './change.ts'
import { orderedRelationId, type Digest } from './digest.ts'
import type { FoldContext } from './fold-entity.ts'
import { correctionsOf } from './index.ts'
import { uniteIds, type Identity } from './unite.ts'

export interface FoldedPart {
  readonly digest: Digest
  readonly entities: Entity[]
  readonly relations: Relation[]
}

/** The identity of everything that the ledger knows. */
export function identityOfAll({ index, decisions }: Known): Identity {
  return uniteIds(index.naming(index.linkedIds(decisions)), decisions)
}

/** Gives the parts one by one; a relation always comes when both its ends have come. */
export function* foldAll(digests: readonly Digest[], known: Known, identity: Identity): Generator<FoldedPart> {
  const context: FoldContext = { identity, corrections: correctionsOf(known.decisions, identity) }
  const given = new Set<string>()
  const isNew = (id: string): boolean => !given.has(id) && given.add(id).has(id)
  for (const digest of digests) {
    const entities = [...digest.entities.keys()]
      .map((id) => identity.canonical(id))
      .filter(isNew)
      .flatMap((id) => foldOne(known.index, id, context) ?? [])
    const relations = [...digest.relations.values()].flatMap(([first]) => {
      if (first === undefined) return []
      const { type, subject, object } = first.claim
      const id = orderedRelationId(type, identity.canonical(subject), identity.canonical(object))
      return isNew(id) ? (foldRelationOf(known.index, first.claim, context) ?? []) : []
    })
    yield { digest, entities, relations }
  }
}
