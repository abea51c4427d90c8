/** A set of words that is asked which of them begin or end at a place of a text. */
import { Trie } from './trie.ts'

/** A bit for each length; no word list of this project has a longer word. */
const LONGEST = 31

/** Longest words first at a place of a text. */
export class WordSet {
  private readonly words: ReadonlySet<string>
  private readonly terms = new Trie<number>()
  /** Lengths of the words by their last unit, a bit for each: most places end none. */
  private readonly lengthsByLast = new Uint32Array(0x10000)

  /** Throws a RangeError for a word of more than 31 characters. */
  constructor(words: Iterable<string>) {
    this.words = new Set(words)
    for (const word of this.words) {
      if (word === '') continue
      if (word.length > LONGEST) throw new RangeError(`「${word}」超过 ${LONGEST} 个字`)
      const last = word.charCodeAt(word.length - 1)
      this.terms.set(word, word.length)
      this.lengthsByLast[last] = (this.lengthsByLast[last] ?? 0) | (1 << word.length)
    }
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** Length of the longest word that begins at `at`; 0 where none does. */
  startingAt(text: string, at: number): number {
    return this.terms.longestAt(text, at)?.value ?? 0
  }

  /** Whether a word may end with a unit; most end none. */
  mayEndWith(unit: number): boolean {
    return this.lengthsByLast[unit] !== 0
  }

  /** Length of the longest word that ends before `end` and begins at `floor` or behind it; 0 where none does. */
  endingAt(text: string, end: number, floor: number = 0): number {
    if (end <= floor) return 0
    for (let lengths = this.lengthsByLast[text.charCodeAt(end - 1)] ?? 0; lengths !== 0;) {
      const length = 31 - Math.clz32(lengths)
      if (end - length >= floor && this.words.has(text.slice(end - length, end))) return length
      lengths ^= 1 << length
    }
    return 0
  }

  /** Where the last word that stands in the text ends, the longest that begins there; 0 where none stands in it. */
  lastEndIn(text: string): number {
    for (let at = text.length - 1; at >= 0; at--) {
      const length = this.startingAt(text, at)
      if (length > 0) return at + length
    }
    return 0
  }

  /** Whether any word stands in the text. */
  isIn(text: string): boolean {
    return this.terms.isIn(text)
  }
}
