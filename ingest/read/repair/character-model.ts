/** How usual one Chinese character is after another, from the words and counts of jieba's dictionary. */
import { createRequire } from 'node:module'

/** Costs are natural logarithms of one over the probability. */
export interface CharacterModel {
  /** Cost of `next` after `before` (one UTF-16 unit each; '' where nothing stands before). */
  cost(before: string, next: string): number
}

const require = createRequire(import.meta.url)
/** Share of the pair count in a probability: words are only a part of the pairs of a running text. */
const PAIR_SHARE = 0.6
/** A Han character that no word has. */
const UNKNOWN = 16
/** Punctuation and letters are in no dictionary; in a report about one character in nine is a mark. */
const MARKS: Readonly<Record<string, number>> = {
  '，': 3.5,
  '、': 4,
  '。': 4,
  '“': 5,
  '”': 5,
  '；': 5.5,
  '：': 6,
  '（': 6,
  '）': 6,
  '《': 6,
  '》': 6,
  '—': 6.5,
  '·': 8,
  '！': 8,
  '？': 8,
  '％': 8,
  '…': 8,
  '‘': 8,
  '’': 8,
}
const OTHER_MARK = 12
const ASCII = 4

let loaded: CharacterModel | undefined

/** The model, counted at the first call (about 0.3 s). */
export function loadCharacterModel(): CharacterModel {
  loaded ??= countCharacters()
  return loaded
}

/** Pairs of characters in the dictionary are about 300,000; the table is a quarter full. */
const SLOTS = 1 << 20

/** Counts of pairs under one number each, in two flat arrays: a Map of strings takes ten times as long to fill. */
class PairCounts {
  private readonly keys = new Uint32Array(SLOTS)
  private readonly counts = new Float64Array(SLOTS)

  add(key: number, times: number): void {
    const slot = this.slotOf(key)
    this.keys[slot] = key
    this.counts[slot] = (this.counts[slot] ?? 0) + times
  }

  get(key: number): number {
    return this.counts[this.slotOf(key)] ?? 0
  }

  /** The slot of a key, or the free one where it would go. */
  private slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) % SLOTS
    for (let found = this.keys[slot]; found !== 0 && found !== key; found = this.keys[slot]) slot = (slot + 1) % SLOTS
    return slot
  }
}

interface Counts {
  readonly singles: Float64Array
  readonly pairs: PairCounts
  total: number
}

const pairKey = (before: number, next: number): number => before * 0x10000 + next

function countCharacters(): CharacterModel {
  const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array }
  const counts: Counts = { singles: new Float64Array(0x10000), pairs: new PairCounts(), total: 0 }
  const text = new TextDecoder().decode(dict)
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    const gap = text.indexOf(' ', from)
    const times = Number.parseInt(text.slice(gap + 1, Math.min(gap + 12, end)), 10) + 1
    if (gap > from && gap < end && times > 0) countWord(counts, text.slice(from, gap), times)
    from = end + 1
  }
  return { cost: (before, next) => costOf(counts, before, next) }
}

function countWord(counts: Counts, word: string, times: number): void {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    counts.singles[unit] = (counts.singles[unit] ?? 0) + times
    if (at > 0) counts.pairs.add(pairKey(word.charCodeAt(at - 1), unit), times)
  }
  counts.total += times * word.length
}

function costOf({ singles, pairs, total }: Counts, before: string, next: string): number {
  const mark = MARKS[next]
  if (mark !== undefined) return mark
  if (next < '\u0080') return ASCII
  const unit = next.charCodeAt(0)
  const single = singles[unit] ?? 0
  if (single === 0) return /\p{Script=Han}/u.test(next) ? UNKNOWN : OTHER_MARK
  const above = before === '' ? 0 : (singles[before.charCodeAt(0)] ?? 0)
  const share = above === 0 ? 0 : pairs.get(pairKey(before.charCodeAt(0), unit)) / above
  return -Math.log(PAIR_SHARE * share + (1 - PAIR_SHARE) * (single / total))
}
