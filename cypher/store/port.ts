/** The port that both stores stand behind. Values come back in one shape; limits and refusals are told in words. */
import type { Document, Entity, Label, Relation, RelationType, Rows } from '../model/index.ts'

/** A claim as the store keeps it, beside the domain graph. */
export interface StoredClaim {
  /** `claim/<document, 12 hex>/<number>` */
  readonly id: string
  /** Id of the folded relation, or of the entity that a statement or same-as is about. */
  readonly relation: string
  readonly kind: 'relation' | 'statement' | 'same-as'
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly page?: number
  readonly rule: string
  readonly confidence: number
  /** What this one sentence says, as JSON: attributes of a relation claim, `{key: value}` of a statement. */
  readonly said: string
}

/** What a change of one document does to the domain graph: relations and entities as folded now, and those that are gone. */
export interface Fold {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly gone: { readonly entities: readonly string[]; readonly relations: readonly string[] }
}

export interface DocumentWrite extends Fold {
  readonly document: Document & { readonly path: string }
  readonly claims: readonly StoredClaim[]
  /** Changes whenever what is written of the document itself does; kept with it, so that a later run can tell. */
  readonly stamp?: string
  /** Whoever writes knows that the store holds nothing of the document yet, so that nothing has to be cleared away first. */
  readonly isNew?: boolean
}

export interface ReadOptions {
  /** Rows; default 5,000. */
  readonly limit?: number
  /** Milliseconds; default 15,000. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

/** A fault in a Cypher text, with its place (1-based) where the engine gives one. */
export interface CypherFault {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly line?: number
  readonly column?: number
}

export interface Explanation {
  readonly faults: readonly CypherFault[]
  /** False where the text would write, read a file, or call out; such a text is never run by `read`. */
  readonly readOnly: boolean
  readonly plan?: string
}

export interface SearchHit {
  readonly id: string
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  /** The alias or pinyin through which it was found, where it was not the name. */
  readonly matched?: string
  readonly relations: number
}

export interface StoreStats {
  readonly nodes: Readonly<Partial<Record<Label, number>>>
  readonly relations: Readonly<Partial<Record<RelationType, number>>>
}

export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j'
  open(): Promise<void>
  /** Constraints and indexes from the model, by version; safe to repeat. */
  migrate(): Promise<void>
  /** Replaces everything that the store holds of this document and applies the fold, in one transaction. */
  writeDocument(write: DocumentWrite): Promise<void>
  /**
   * Makes the same ready for several documents, all in one transaction: much cheaper than one by one, and none of them is there by half.
   * Gives what carries it out, so that the next ones can be made ready while these are on their way. Throws StoreError `store.bad-id`,
   * `store.bad-value`.
   */
  prepareDocuments(writes: readonly DocumentWrite[]): () => Promise<void>
  removeDocument(id: string, fold: Fold): Promise<void>
  /** Runs a read-only text. Throws StoreError: `cypher.write-refused`, `cypher.syntax`, `store.timeout`, `store.memory`, `store.cancelled`. */
  read(cypher: string, params?: Readonly<Record<string, unknown>>, options?: ReadOptions): Promise<Rows>
  search(text: string, labels: readonly Label[], limit: number): Promise<SearchHit[]>
  explain(cypher: string): Promise<Explanation>
  schema(): Promise<{ labels: string[]; relations: string[]; properties: string[] }>
  stats(): Promise<StoreStats>
  /**
   * Of a store that many data folders can reach: notes whose graph it holds, unless it is somebody's already (or `replace`), and
   * gives whose it is now. What such a store holds is compared with the ledger before anything is written.
   */
  claim?(owner: string, options?: { readonly replace?: boolean }): Promise<string>
  /** Of such a store: whose graph it holds; undefined where nobody's yet. */
  owner?(): Promise<string | undefined>
  /** Of such a store: a mark that every write through this port changes; undefined before the first. */
  revision?(): Promise<string | undefined>
  /** Empties the store. Only `rebuild` calls it. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** What a store could not do. `code` is a stable word; `fault` carries the place in a Cypher text. */
export class StoreError extends Error {
  readonly code: string
  readonly fault: CypherFault | undefined
  constructor(code: string, message: string, options: { cause?: unknown; fault?: CypherFault } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StoreError'
    this.code = code
    this.fault = options.fault
  }
}
