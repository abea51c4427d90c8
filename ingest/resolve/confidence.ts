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

/** Number of independent documents, and 1 − ∏(1 − c) over them, c being the best claim of each. */
export function weighClaims(claims: readonly StatedClaim[]): { documents: number; confidence: number } {
  const bestByGroup = new Map<string, number>()
  const groupOf = groupIndependent(claims)
  for (const stated of claims) {
    const group = groupOf(stated.document.id)
    bestByGroup.set(group, Math.max(bestByGroup.get(group) ?? 0, claimConfidence(stated.claim)))
  }
  let doubt = 1
  for (const confidence of [...bestByGroup.values()].sort((a, b) => a - b)) doubt *= 1 - confidence
  return { documents: bestByGroup.size, confidence: round(1 - doubt) }
}

/** Documents of one publisher, and documents with near-copies of one sentence, count as one voice. */
function groupIndependent(claims: readonly StatedClaim[]): (document: string) => string {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    if (root !== key) parent.set(key, root)
    return root
  }
  const join = (a: string, b: string): void => {
    parent.set(find(a), find(b))
  }
  for (const { document, copyKeys } of claims) {
    join(document.id, document.publisher === null ? document.id : `publisher ${document.publisher}`)
    for (const key of copyKeys) join(document.id, `sentence ${key}`)
  }
  return find
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
