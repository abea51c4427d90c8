/** The entry of the algorithms' thread: makes TypeScript loadable however the parent was started. */
import { register } from 'tsx/esm/api'

register()
await import('./serve.ts')
