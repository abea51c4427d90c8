/** What flows between the stages of ingest: a document with its sentences and the names in them. */
import type { Claim, Document, Mention } from '../cypher/model/index.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Sentence } from './read/sentence.ts'
import type { Segmenter } from './recognise/segment.ts'

/** A mention with its place in the reading form of its sentence: `sentence.text.slice(from, to)`. */
export interface SentenceMention extends Mention {
  readonly from: number
  readonly to: number
}

/** A document ready to be related. `mentions[i]` are the names in `sentences[i]`, left to right, none overlapping. */
export interface Reading {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly (readonly SentenceMention[])[]
  readonly lexicon: Lexicon
  readonly segment: Segmenter
  /** Steps that pattern matching took so far; a law test holds it linear in the text. */
  readonly steps: { count: number }
}

/** What a relater finds: claims, and mentions of things that only it knows how to name (works, programs, unnamed consortia). */
export interface Found {
  readonly mentions: Mention[]
  readonly claims: Claim[]
}

export type Relater = (reading: Reading) => Found
