/** The entry of a reading process: makes TypeScript loadable however the parent was started. */
import './typescript.mjs'

await import('./serve.ts')
