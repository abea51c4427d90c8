/** Which words a regular expression cannot match without, so that a text that lacks them all need not be tried. */

/** A match holds at least one of these; undefined where nothing is sure. */
type Required = readonly string[] | undefined

const LOOK = /^\(\?(?:[=!]|<[=!])/u
const GROUP = /^\((?:\?:|\?<\w+>)?/u
const CLASS = /^\[(?:\\.|[^\]\\])*\]/u
const QUANTIFIER = /^(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/u
/** (?:农村|社区), (?<kind>胸痛|卒中): words that what stands around them goes on with. */
const PLAIN_GROUP = /^\((?:\?:|\?<\w+>)?(?<words>[\p{Script=Han}A-Za-z0-9]+(?:\|[\p{Script=Han}A-Za-z0-9]+)*)\)/u
/** Words in all, and of one run: with more, looking for them costs more than it saves. */
const MOST = 40
const MOST_OF_RUN = 12
const NO_RUN: readonly string[] = ['']

/** Reads the source of an expression with flag `u`; what it does not know counts as anything. */
export function requiredText(source: string): Required {
  return new SourceReader(source).readBranches()
}

class SourceReader {
  private rest: string

  constructor(source: string) {
    this.rest = source
  }

  /** Branches up to the closing bracket: every one of them needs something, or nothing is sure. */
  readBranches(): Required {
    const all: string[] = []
    let isSure = true
    for (;;) {
      const branch = this.readBranch()
      if (branch === undefined) isSure = false
      else all.push(...branch)
      if (!this.rest.startsWith('|')) break
      this.rest = this.rest.slice(1)
    }
    return isSure && all.length <= MOST ? all : undefined
  }

  /** The surest of what a branch needs: the longest run of plain characters and groups of plain words, or a group of other words. */
  private readBranch(): Required {
    let best: Required
    let runs: readonly string[] = NO_RUN
    const offer = (words: Required): void => {
      if (words !== undefined && weightOf(words) > weightOf(best)) best = words
    }
    const flush = (): void => {
      offer(runs === NO_RUN ? undefined : runs)
      runs = NO_RUN
    }
    while (this.rest !== '' && !this.rest.startsWith('|') && !this.rest.startsWith(')')) {
      const plainGroup = PLAIN_GROUP.exec(this.rest)?.groups?.['words']?.split('|')
      const atom = this.readAtom()
      const quantifier = QUANTIFIER.exec(this.rest)
      this.rest = this.rest.slice(quantifier?.[0].length ?? 0)
      const isCertain = quantifier === null || quantifier[0].startsWith('+') || Number(quantifier.groups?.['least'] ?? 0) > 0
      const next = quantifier !== null ? undefined : atom.plain === undefined ? plainGroup : [atom.plain]
      if (next !== undefined && runs.length * next.length <= MOST_OF_RUN) runs = runs.flatMap((run) => next.map((word) => run + word))
      else {
        flush()
        if (isCertain) offer(atom.plain === undefined ? atom.words : [atom.plain])
      }
    }
    flush()
    return best
  }

  private readAtom(): { plain?: string; words?: Required } {
    const group = GROUP.exec(this.rest)?.[0]
    if (group !== undefined) {
      const isLook = LOOK.test(this.rest)
      this.rest = this.rest.slice(isLook ? (LOOK.exec(this.rest)?.[0].length ?? 0) : group.length)
      const words = this.readBranches()
      this.rest = this.rest.slice(1)
      return isLook ? {} : { words }
    }
    const set = CLASS.exec(this.rest)?.[0]
    if (set !== undefined) return this.take(set.length, undefined)
    if (this.rest.startsWith('\\'))
      return this.take(/^\\[pPu]\{[^}]*\}|^\\u[0-9a-f]{4}|^\\k<\w+>/iu.exec(this.rest)?.[0].length ?? 2, undefined)
    const unit = String.fromCodePoint(this.rest.codePointAt(0) ?? 0)
    return this.take(unit.length, '.^$'.includes(unit) ? undefined : unit)
  }

  private take(length: number, plain: string | undefined): { plain?: string } {
    this.rest = this.rest.slice(length)
    return plain === undefined ? {} : { plain }
  }
}

/** The shortest word counts, for it stands in the most texts. */
function weightOf(words: Required): number {
  return words === undefined || words.length === 0 ? 0 : Math.min(...words.map((word) => word.length)) - words.length / 100
}
