/** Measures readings against gold. */
export { formatScores, headlineOf, type Headline } from './format.ts'
export { figuresOf, type Counts, type Share } from './counts.ts'
export { goldSchema, mergeSchema, readGold, type Gold, type Merge } from './gold.ts'
export { scoreExtraction, type Scores } from './score.ts'
