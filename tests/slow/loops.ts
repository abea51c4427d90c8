/**
 * The loops of a regular expression. Where one reads the same text in two ways, as （\d{1,2}）|（[^（）]{0,12}） reads （12）, each turn
 * doubles the ways in which a text can fail, and a few dozen turns never end.
 */

/** Repetitions without an end that can be waited for: 2¹² ways are none too many, and a wide count of one character is as good as any. */
const MOST_TURNS = 12
const MOST_CHARACTERS = 3

const GROUP = /\((?:\?(?:<?[=!]|:|<[^>]*>))?/uy
const ASSERTION = /^\(\?<?[=!]/u
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy
const ESCAPE = /\\(?:k<[^>]*>|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|[1-9]\d*|.)/suy
/** Word boundaries and what a group has found: they take nothing away, or what cannot be known. */
const TAKES_NOTHING = /^\\(?:[bB]|k<|[1-9])/u
const COUNT = /(?:[*+?]|\{(?<least>\d+)(?<more>,?)(?<most>\d*)\})\??/uy

/** A stretch of an expression: how it reads without assertions and wide counts, and the outermost loops over groups in it. */
interface Stretch {
  readonly text: string
  readonly loops: readonly string[]
}

/** What each outermost loop of an expression repeats, itself an expression; the loops within are in it. */
export function loopsOf(source: string): readonly string[] {
  return new Reader(source).readAlternatives().loops
}

class Reader {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Up to the end of the group. An assertion is a text of its own, with loops of its own. */
  readAlternatives(): Stretch {
    let text = ''
    const loops: string[] = []
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      const begin = this.at
      const group = this.take(GROUP)
      const inner = group === undefined ? undefined : this.readGroup()
      const atom = inner === undefined ? this.readCharacter() : ASSERTION.test(group ?? '') ? '' : `(?:${inner.text})`
      const { count, isLoop } = this.readCount(inner === undefined)
      if (inner !== undefined && atom !== '' && isLoop) loops.push(atom)
      else if (inner !== undefined) loops.push(...inner.loops)
      if (atom !== '') text += atom + count
      if (this.at === begin) throw new Error(`${this.source}: ${begin}`)
    }
    return { text, loops }
  }

  private readGroup(): Stretch {
    const inner = this.readAlternatives()
    this.at++
    return inner
  }

  private readCharacter(): string {
    const written = this.take(CLASS) ?? this.take(ESCAPE)
    if (written !== undefined) return TAKES_NOTHING.test(written) ? '' : written
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    this.at += character.length
    return character === '^' || character === '$' ? '' : character
  }

  private readCount(isCharacter: boolean): { count: string; isLoop: boolean } {
    COUNT.lastIndex = this.at
    const found = COUNT.exec(this.source)
    if (found === null) return { count: '', isLoop: false }
    const [count] = found
    this.at += count.length
    const { least = count.startsWith('+') ? '1' : '0', more = ',', most = '' } = found.groups ?? {}
    const turns = count.startsWith('?') ? 1 : more === '' ? Number(least) : most === '' ? Infinity : Number(most)
    const isLoop = turns > (isCharacter ? MOST_CHARACTERS : MOST_TURNS)
    return { count: isLoop ? (least === '0' ? '*' : '+') : count.replace(/(?<=.)\?$/u, ''), isLoop }
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    this.at += found?.length ?? 0
    return found
  }
}
