/** A store that only remembers what it was told, to see whether the ledger tells it the right things. */
import type { Entity, Relation } from '../../../cypher/model/index.ts'
import type { DocumentWrite, Fold, GraphStore, StoredClaim } from '../../../cypher/store/port.ts'

export class MemoryStore implements GraphStore {
  readonly kind = 'embedded'
  readonly entities = new Map<string, Entity>()
  readonly relations = new Map<string, Relation>()
  readonly claims = new Map<string, readonly StoredClaim[]>()
  /** Number of documents after which a write fails, to play a crash. */
  failAfter = Infinity
  writes = 0

  async writeDocument(write: DocumentWrite): Promise<void> {
    this.count()
    this.claims.set(write.document.id, write.claims)
    this.fold(write)
  }

  prepareDocuments(writes: readonly DocumentWrite[]): () => Promise<void> {
    return async () => {
      for (const write of writes) await this.writeDocument(write)
    }
  }

  async removeDocument(id: string, fold: Fold): Promise<void> {
    this.count()
    this.claims.delete(id)
    this.fold(fold)
  }

  async read(): ReturnType<GraphStore['read']> {
    return { columns: ['d.id'], rows: [...this.claims.keys()].map((id) => [id]), limitHit: false, milliseconds: 0 }
  }

  async clear(): Promise<void> {
    for (const map of [this.entities, this.relations, this.claims]) map.clear()
  }

  async open(): Promise<void> {}
  async migrate(): Promise<void> {}
  async close(): Promise<void> {}
  async search(): ReturnType<GraphStore['search']> {
    return []
  }
  async explain(): ReturnType<GraphStore['explain']> {
    return { faults: [], readOnly: true }
  }
  async schema(): ReturnType<GraphStore['schema']> {
    return { labels: [], relations: [], properties: [] }
  }
  async stats(): ReturnType<GraphStore['stats']> {
    return { nodes: {}, relations: {} }
  }

  private count(): void {
    this.writes += 1
    if (this.writes > this.failAfter) throw new Error('the store is gone')
  }

  private fold({ entities, relations, gone }: Fold): void {
    for (const id of gone.relations) this.relations.delete(id)
    for (const id of gone.entities) this.entities.delete(id)
    for (const entity of entities) this.entities.set(entity.id, entity)
    for (const relation of relations) {
      for (const end of [relation.from, relation.to]) if (!this.entities.has(end)) throw new Error(`${relation.id} came before ${end}`)
      this.relations.set(relation.id, relation)
    }
  }
}
