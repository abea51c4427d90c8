/** The face of ingest: what the server and other programs may use. */
export {
  extractDocument,
  readPaths,
  rebuildStore,
  removeDocument,
  rereadOutdated,
  type FileProblems,
  type ReadOptions,
  type ReadProgress,
  type Room,
  type Summary,
  type Tools,
} from './pipeline.ts'
export { Ledger, LedgerError, type Decision, type DocumentRecord, type LedgerEntry } from './ledger/index.ts'
export { isOwnStore, reconcileStore, type Reconciled } from './ledger/reconcile.ts'
export { StoreView, type SyncOutcome } from './ledger/store-view.ts'
export { loadLexicon } from './lexicon/load.ts'
export { readableExtensions } from './read/index.ts'
export { createSegmenter } from './recognise/segment.ts'
