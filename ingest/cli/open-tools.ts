/** The words and the segmenter that every command reads with. */
import { loadLexicon } from '../lexicon/load.ts'
import type { Tools } from '../pipeline.ts'
import { createSegmenter } from '../recognise/segment.ts'

export function openTools(): Tools {
  return { lexicon: loadLexicon(), segment: createSegmenter() }
}
