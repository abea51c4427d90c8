/** Measures readings against gold. */
export { formatScores, headlineOf, type Headline } from './format.ts'
export { goldSchema, mergeSchema, readGold, type Gold } from './gold.ts'
export { scoreExtraction } from './score.ts'
