/** Joins the writes of several documents, so that a store runs one statement for all rows of a kind and not some for each document. */
import type { Entity, Relation } from '../model/index.ts'
import type { DocumentWrite, Fold } from './port.ts'

/** What is written of a document itself. */
export type DocumentPart = Omit<DocumentWrite, keyof Fold>

export interface JoinedWrite extends Fold {
  readonly documents: readonly DocumentPart[]
}

/** One write that leaves what these leave one after the other: of two words about one thing the later holds. */
export function joinWrites(writes: readonly DocumentWrite[]): JoinedWrite {
  const documents = new Map<string, DocumentPart>()
  const entities = new Map<string, Entity>()
  const relations = new Map<string, Relation>()
  const gone = { entities: new Set<string>(), relations: new Set<string>() }
  for (const write of writes) {
    const { document, claims, stamp, isNew } = write
    documents.set(document.id, { document, claims, ...(stamp === undefined ? {} : { stamp }), ...(isNew === undefined ? {} : { isNew }) })
    for (const id of write.gone.relations) take(id, relations, gone.relations)
    for (const id of write.gone.entities) take(id, entities, gone.entities)
    for (const entity of write.entities) entities.set(entity.id, entity)
    for (const relation of write.relations) relations.set(relation.id, relation)
  }
  return {
    documents: [...documents.values()],
    entities: [...entities.values()],
    relations: [...relations.values()],
    gone: { entities: [...gone.entities], relations: [...gone.relations] },
  }
}

/** What goes is taken out before the rest is written; what comes again later is then written anew. */
function take(id: string, from: Map<string, unknown>, gone: Set<string>): void {
  from.delete(id)
  gone.add(id)
}

/** Rows that one transaction holds at most, unless a single document has more. */
const MOST_ROWS = 10_000
/** Characters of text in one transaction, for the memory of either side. */
const MOST_CHARACTERS = 4_000_000

/** How much of a transaction a write takes; 1 is a whole one. */
export function shareOf({ document, claims, entities, relations, gone }: DocumentWrite): number {
  const rows = 1 + claims.length + entities.length + relations.length + gone.entities.length + gone.relations.length
  return Math.max(rows / MOST_ROWS, document.text.length / MOST_CHARACTERS)
}
