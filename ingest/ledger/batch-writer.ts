/** Gives documents to a store many at a time, and lets the next ones be made ready while the store is at work. */
import { shareOf } from '../../cypher/store/join-writes.ts'
import type { DocumentWrite, Fold, GraphStore } from '../../cypher/store/port.ts'

/** Documents in one transaction at most: what a crash may undo is no more than these. */
const MOST_DOCUMENTS = 256

/** Is told which documents the store now holds, in the order in which they were added. */
export type OnWritten = (documents: readonly string[]) => Promise<void>

export class BatchWriter {
  private readonly store: GraphStore
  private readonly onWritten: OnWritten
  private batch: DocumentWrite[] = []
  private share = 0
  private underWay: Promise<void> = Promise.resolve()

  constructor(store: GraphStore, onWritten: OnWritten) {
    this.store = store
    this.onWritten = onWritten
  }

  /** Takes a document. Throws what an earlier write threw; then nothing later is written. */
  async add(write: DocumentWrite): Promise<void> {
    this.batch.push(write)
    this.share += shareOf(write)
    if (this.share >= 1 || this.batch.length >= MOST_DOCUMENTS) await this.send()
  }

  /** Takes a document out of the store, after all that was added before. */
  async remove(id: string, fold: Fold): Promise<void> {
    await this.flush()
    await this.store.removeDocument(id, fold)
    await this.onWritten([id])
  }

  /** Returns when the store holds all that was added. */
  async flush(): Promise<void> {
    await this.send()
    await this.underWay
  }

  /** Returns when the batch before is written and this one is on its way. */
  private async send(): Promise<void> {
    const batch = this.batch
    this.batch = []
    this.share = 0
    const write = batch.length === 0 ? undefined : this.store.prepareDocuments(batch)
    await this.underWay
    if (write === undefined) return
    this.underWay = write().then(() => this.onWritten(batch.map(({ document }) => document.id)))
    // Whoever comes next is told; until then it is not to end the process.
    this.underWay.catch(() => undefined)
  }
}
