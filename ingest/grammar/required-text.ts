/** Which words a regular expression cannot match without, so that a text that lacks them all need not be tried. */

/** A match holds at least one of these; undefined where nothing is sure. */
type Required = readonly string[] | undefined

/** One way to match: of each of these groups it holds at least one word. */
export type Way = readonly (readonly string[])[]

const LOOK = /^\(\?(?:[=!]|<[=!])/u
const GROUP = /^\((?:\?:|\?<\w+>)?/u
const CLASS = /^\[(?:\\.|[^\]\\])*\]/u
const QUANTIFIER = /^(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/u
/** (?:农村|社区), (?<kind>胸痛|卒中): words that what stands around them goes on with. */
const PLAIN_GROUP = /^\((?:\?:|\?<\w+>)?(?<words>[\p{Script=Han}A-Za-z0-9]+(?:\|[\p{Script=Han}A-Za-z0-9]+)*)\)/u
/** Words in all, and of one run: with more, looking for them costs more than it saves. */
const MOST = 40
const MOST_OF_RUN = 12
/** Words of all ways; and characters that a word of the second group has, for a single one stands nearly everywhere. */
const MOST_OF_WAYS = 80
const LEAST_SECOND = 2
const NO_RUN: readonly string[] = ['']

/** Reads the source of an expression with flag `u`; what it does not know counts as anything. */
export function requiredText(source: string, most: number = MOST): Required {
  return new SourceReader(source, most).readBranches()
}

/** The ways in which an expression with flag `u` can match, each with the two surest groups that it cannot do without; undefined where nothing is sure of one. */
export function requiredWays(source: string): readonly Way[] | undefined {
  return new SourceReader(source, MOST).readWays()
}

class SourceReader {
  private rest: string
  private readonly most: number

  constructor(source: string, most: number) {
    this.rest = source
    this.most = most
  }

  /** Branches up to the closing bracket: every one of them needs something, or nothing is sure. */
  readBranches(): Required {
    const branches = this.eachBranch().map(([surest]) => surest)
    const all = branches.flatMap((words) => words ?? [])
    return branches.every((words) => words !== undefined) && all.length <= this.most ? all : undefined
  }

  readWays(): readonly Way[] | undefined {
    const ways = this.eachBranch().map(([surest, second]) =>
      surest === undefined ? [] : second === undefined || shortestOf(second) < LEAST_SECOND ? [surest] : [surest, second],
    )
    return ways.every(({ length }) => length > 0) && ways.flat(2).length <= MOST_OF_WAYS ? ways : undefined
  }

  private eachBranch(): Way[] {
    const branches = [this.readBranch()]
    while (this.rest.startsWith('|')) {
      this.rest = this.rest.slice(1)
      branches.push(this.readBranch())
    }
    return branches
  }

  /** What a branch needs, the surest first: runs of plain characters and groups of plain words, and groups of other words. */
  private readBranch(): Way {
    const needs: (readonly string[])[] = []
    let runs: readonly string[] = NO_RUN
    const offer = (words: Required): void => {
      if (words !== undefined && weightOf(words) > 0) needs.push(words)
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
    return needs.sort((a, b) => weightOf(b) - weightOf(a))
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

function shortestOf(words: readonly string[]): number {
  return Math.min(...words.map((word) => word.length))
}

/** The shortest word counts, for it stands in the most texts. */
function weightOf(words: readonly string[]): number {
  return words.length === 0 ? 0 : shortestOf(words) - words.length / 100
}
