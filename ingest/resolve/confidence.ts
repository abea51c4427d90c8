/** How far a relation is to be believed: its rules' precision, over documents that do not copy from one another. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { DigestedClaim, DocumentFacts } from './digest.ts'

/** Smoothed precision of each rule on the gold, renewed by `npm run eval -- --update-confidence`; `weak` is a factor. */
const tableSchema = z.object({ default: z.number(), weak: z.number(), rules: z.record(z.string(), z.number()) })
/** The committed table. */
export const CONFIDENCE = fileURLToPath(new URL('confidence.json', import.meta.url))
export const confidenceTable = tableSchema.parse(JSON.parse(readFileSync(CONFIDENCE, 'utf8')))

export interface StatedClaim extends DigestedClaim {
  readonly document: DocumentFacts
}

/** Confidence of one claim, 0 to 1. */
export function claimConfidence(claim: { readonly rule: string; readonly weak?: boolean | undefined }): number {
  const base = confidenceTable.rules[claim.rule] ?? confidenceTable.default
  return round(claim.weak === true ? base * confidenceTable.weak : base)
}

export interface Weight {
  /** Independent of one another. */
  readonly documents: number
  /** 1 − ∏(1 − c) over them, c being the best claim of each. */
  readonly confidence: number
}

export function weighClaims(claims: readonly StatedClaim[]): Weight {
  const claimsById = new Map<string, StatedClaim[]>()
  for (const stated of claims) {
    const { id } = stated.document
    const present = claimsById.get(id)
    if (present === undefined) claimsById.set(id, [stated])
    else present.push(stated)
  }
  const voices = new Voices()
  for (const list of claimsById.values()) voices.hear(list[0]!.document, list)
  return voices.weigh()
}

/** Documents of one publisher, and documents with near-copies of one sentence, count as one voice; documents can come one by one. */
export class Voices {
  /** Publishers, and keys of sentences: each stands for a voice, and those that one document joins for one voice together. */
  private readonly numberByKey = new Map<string | number, number>()
  private readonly parents: number[] = []
  private readonly best: number[] = []
  /** Documents that have nothing by which another could be known as their copy, by their confidence. */
  private readonly alone = new Map<number, number>()

  /** All that one document says of the matter; each document once. */
  hear({ publisher }: DocumentFacts, claims: readonly DigestedClaim[]): void {
    const confidence = Math.max(...claims.map(({ claim }) => claimConfidence(claim)))
    const keys = [...(publisher === null ? [] : [publisher]), ...claims.flatMap(({ copyKeys }) => copyKeys)]
    if (keys.length === 0) {
      this.alone.set(confidence, (this.alone.get(confidence) ?? 0) + 1)
      return
    }
    const numbers = keys.map((key) => this.numberOf(key))
    const root = numbers.reduce((a, b) => this.join(a, b))
    const found = this.find(root)
    this.best[found] = Math.max(this.best[found] ?? 0, confidence)
  }

  weigh(): Weight {
    const confidences = this.best.filter((_, number) => this.parents[number] === number)
    for (const [confidence, count] of this.alone) for (let time = 0; time < count; time++) confidences.push(confidence)
    let doubt = 1
    for (const confidence of confidences.sort((a, b) => a - b)) doubt *= 1 - confidence
    return { documents: confidences.length, confidence: round(1 - doubt) }
  }

  private numberOf(key: string | number): number {
    const known = this.numberByKey.get(key)
    if (known !== undefined) return known
    const number = this.parents.length
    this.numberByKey.set(key, number)
    this.parents.push(number)
    this.best.push(0)
    return number
  }

  private find(number: number): number {
    let root = number
    while (this.parents[root] !== root) root = this.parents[root]!
    this.parents[number] = root
    return root
  }

  private join(a: number, b: number): number {
    const [from, to] = [this.find(a), this.find(b)]
    this.parents[from] = to
    this.best[to] = Math.max(this.best[to]!, this.best[from]!)
    return to
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
