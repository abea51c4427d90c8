// @ts-check
/**
 * Makes TypeScript loadable in a process that reads. Where Node strips types itself (22.18 on) nothing is to be done. tsx would
 * do as well, but has every function keep its name, which costs each one that is made while reading.
 */
import { register } from 'node:module'

if (Reflect.get(process.features, 'typescript') !== 'strip') {
  process.setSourceMapsEnabled(true)
  register('./typescript-hook.mjs', import.meta.url)
}
