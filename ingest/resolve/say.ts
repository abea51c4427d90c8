/** What documents say of one attribute, in the order in which folding believes them (architecture.md, "Folding"). */
import type { AttributeValue } from '../../cypher/model/index.ts'
import type { DocumentFacts } from './digest.ts'

export interface Say {
  readonly value: AttributeValue
  readonly document: DocumentFacts
  readonly start: number
  readonly approx?: boolean
  /** The year that the sentence itself speaks of, where it is not its document's. */
  readonly year?: number
}

/** The year that a document speaks from: the one that it is about, else the one in which it appeared. */
export function documentYear(document: DocumentFacts): number | undefined {
  return document.year ?? (document.published === null ? undefined : Number(document.published.slice(0, 4)))
}

/** A plan tells what should be, a summary or a piece of news what is. */
export function isPlan(document: DocumentFacts): boolean {
  return document.kind === 'plan' || document.kind === 'work_plan'
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Documents by year (unknown first), then by id. */
export function compareDocuments(a: DocumentFacts, b: DocumentFacts): number {
  return (documentYear(a) ?? 0) - (documentYear(b) ?? 0) || compareText(a.id, b.id)
}

/** The year that a sentence speaks of, or else its document. */
export function yearOf(say: Say): number {
  return say.year ?? documentYear(say.document) ?? 0
}

/** Latest year first; in one year what is before what should be. 0 for two of one standing. */
export function compareStanding(a: Say, b: Say): number {
  return yearOf(b) - yearOf(a) || Number(isPlan(a.document)) - Number(isPlan(b.document))
}

/** First and last year of the documents, where any has one. */
export function yearsOf(documents: Iterable<DocumentFacts>): { firstYear?: number; lastYear?: number } {
  return spanOfYears([...documents].flatMap((document) => documentYear(document) ?? []))
}

export function spanOfYears(years: readonly number[]): { firstYear?: number; lastYear?: number } {
  const ordered = [...years].sort((a, b) => a - b)
  const [firstYear, lastYear] = [ordered[0], ordered.at(-1)]
  return firstYear === undefined || lastYear === undefined ? {} : { firstYear, lastYear }
}
