/** Expressions that are asked about one text: a single pass tells which of them can match at all, for most need a word that it has not. */
import { requiredText } from './required-text.ts'
import { Trie } from './trie.ts'

/** Words of one expression, of two characters at least: single ones stand nearly everywhere. */
const MOST_WORDS = 200
const LEAST = 2
/** A bit for each expression. */
const MOST = 31

/** What may match in a text or in a part of it: a bit for each expression of a sieve. */
export type Sifted = number

/** An expression that is tried only where it may match. */
export class SiftedPattern {
  private readonly pattern: RegExp
  private readonly bit: number

  constructor(pattern: RegExp, bit: number) {
    this.pattern = pattern
    this.bit = bit
  }

  /** Whether it matches in a text, which is a part of what was sifted. */
  test(text: string, may: Sifted): boolean {
    return (may & this.bit) !== 0 && this.pattern.test(text)
  }
}

export class Sieve {
  private readonly signs = new Trie<Sifted>()
  private count = 0
  /** Those that no word is sure of. */
  private always: Sifted = 0
  private last = ''
  private lastSifted: Sifted = 0

  /** Adds an expression with flag `u`. Throws a RangeError for the thirty-second. */
  add(pattern: RegExp): SiftedPattern {
    if (this.count === MOST) throw new RangeError(`筛选的式样超过 ${MOST} 个`)
    const bit = 1 << this.count++
    const words = requiredText(pattern.source, MOST_WORDS)
    if (words === undefined || words.some(({ length }) => length < LEAST)) this.always |= bit
    else for (const word of words) this.signs.set(word, (this.signs.get(word) ?? 0) | bit)
    this.last = ''
    this.lastSifted = this.always
    return new SiftedPattern(pattern, bit)
  }

  /** What may match in a text or a part of it; a sentence is asked about many times in a row. */
  sift(text: string): Sifted {
    if (text === this.last) return this.lastSifted
    let sifted = this.always
    this.signs.visit(text, (patterns) => {
      sifted |= patterns
    })
    this.last = text
    this.lastSifted = sifted
    return sifted
  }
}
