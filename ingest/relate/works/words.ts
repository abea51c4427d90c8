/** The word lists of seeds/lexicon/words/works-*.txt as matchers; made once for a lexicon. */
import type { ProjectStatus } from '../../../cypher/model/statuses.ts'
import { Trie } from '../../grammar/trie.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'

export type WorksKind = 'new' | 'relocation' | 'expansion' | 'renovation'

/** Stages with their list, most telling first. A word with a gap is tried before plain ones, a longer one before a shorter. */
const STAGE_LISTS: readonly (readonly [ProjectStatus, string])[] = [
  ['suspended', 'works-suspended'],
  ['planned', 'works-planned'],
  ['topped_out', 'works-topped-out'],
  ['under_construction', 'works-under-construction'],
  ['started', 'works-started'],
  ['preliminary', 'works-preliminary'],
  ['completed', 'works-completed'],
  ['in_use', 'works-in-use'],
]
const KIND_LISTS: readonly (readonly [WorksKind, string])[] = [
  ['relocation', 'works-relocation'],
  ['expansion', 'works-expansion'],
  ['renovation', 'works-renovation'],
  ['new', 'works-new'],
]
/** What `~` in a stage word may span: some characters of the same clause, and one blanked name. */
const WITHIN = '[^，。；：！？□|\\t]{0,8}?(?:□+[^，。；：！？□|\\t]{0,4}?)?'

export interface WorksWords {
  /** Global; `statusOf` gives the status of a match. */
  readonly stages: RegExp
  /** Whether a text holds the beginning of any stage word; few do, and looking is cheaper than trying `stages`. */
  mayTellStage(text: string): boolean
  statusOf(match: RegExpMatchArray): ProjectStatus
  /** First characters of the words that the next three match. */
  readonly opens: Readonly<Record<'head' | 'weakHead' | 'kind', ReadonlySet<string>>>
  /** Sticky matchers of one word at `lastIndex`. */
  readonly head: RegExp
  readonly weakHead: RegExp
  readonly kind: RegExp
  kindOf(word: string): WorksKind | undefined
  readonly plan: RegExp
  readonly expect: RegExp
  readonly negation: RegExp
  readonly reached: RegExp
  readonly start: RegExp
  readonly goesOn: RegExp
  readonly not: RegExp
  /** The last boundary word of a text; what follows it may be a name. */
  readonly boundary: RegExp
  readonly districtHead: RegExp
  readonly opener: RegExp
  readonly listOpener: RegExp
  readonly share: RegExp
  /** Stages that a body's bare name may have; stages that no mere service has. */
  readonly bareStage: RegExp
  readonly physical: RegExp
  /** Global: words that leave no doubt that a clause still speaks of the same works. */
  readonly parts: RegExp
}

function escape(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}

/** An alternation of words, longest first, so that a longer word wins. */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const sorted = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return `(?:${sorted.map((word) => escape(word).replaceAll('~', WITHIN)).join('|')})`
}

const wordsByLexicon = new WeakMap<Lexicon, WorksWords>()

/** The matchers of a lexicon. Throws a SeedError where a list is missing. */
export function worksWords(lexicon: Lexicon): WorksWords {
  let words = wordsByLexicon.get(lexicon)
  if (words === undefined) wordsByLexicon.set(lexicon, (words = compileWords(lexicon)))
  return words
}

function compileWords(lexicon: Lexicon): WorksWords {
  const list = (name: string): string => anyOf(lexicon.words(`works-${name}`))
  const kindByWord = new Map(KIND_LISTS.flatMap(([kind, name]) => lexicon.words(name).map((word) => [word, kind] as const)))
  const gapped = STAGE_LISTS.map(([, name]) => `(${anyOf(lexicon.words(name).filter((word) => word.includes('~')))})`)
  const statusByWord = new Map(
    STAGE_LISTS.flatMap(([status, name]) =>
      lexicon
        .words(name)
        .filter((word) => !word.includes('~'))
        .map((word) => [word, status] as const),
    ),
  )
  const beginnings = new Trie<true>()
  for (const [, name] of STAGE_LISTS) for (const word of lexicon.words(name)) beginnings.set(word.split('~')[0] ?? '', true)
  const firsts = (words: Iterable<string>): Set<string> => new Set([...words].map((word) => word.charAt(0)))
  return {
    mayTellStage: (text) => {
      for (let at = 0; at < text.length; at++) if (beginnings.longestAt(text, at) !== undefined) return true
      return false
    },
    opens: {
      head: firsts(lexicon.words('works-heads')),
      weakHead: firsts(lexicon.words('works-weak-heads')),
      kind: firsts(kindByWord.keys()),
    },
    stages: new RegExp([...gapped, anyOf([...statusByWord.keys()])].join('|'), 'gu'),
    statusOf: (match) =>
      statusByWord.get(match[0]) ?? STAGE_LISTS[match.slice(1).findIndex((text) => text !== undefined)]?.[0] ?? 'planned',
    head: new RegExp(`${list('heads')}(?![宇层道梯盘长上下])`, 'uy'),
    weakHead: new RegExp(list('weak-heads'), 'uy'),
    kind: new RegExp(anyOf([...kindByWord.keys()]), 'uy'),
    kindOf: (word) => kindByWord.get(word),
    plan: new RegExp(list('plan'), 'u'),
    expect: new RegExp(list('expect'), 'u'),
    negation: new RegExp(`${list('negation')}.{0,4}$`, 'u'),
    reached: new RegExp(list('reached'), 'u'),
    start: new RegExp(list('start-verbs'), 'u'),
    goesOn: new RegExp(list('continue-verbs'), 'u'),
    not: new RegExp(list('not'), 'u'),
    boundary: new RegExp(`.*${list('boundary')}`, 'u'),
    districtHead: new RegExp(`${list('district-heads')}$`, 'u'),
    opener: new RegExp(`^(?:${list('adverbs')}|${list('openers')})`, 'u'),
    listOpener: new RegExp(list('openers-list'), 'u'),
    share: new RegExp(list('shares'), 'u'),
    bareStage: new RegExp(list('bare-stages'), 'u'),
    physical: new RegExp(list('physical'), 'u'),
    parts: new RegExp(
      anyOf([
        ...lexicon.words('works-parts'),
        ...lexicon.words('works-adverbs'),
        ...lexicon.words('works-run'),
        ...lexicon.words('works-plan'),
      ]),
      'gu',
    ),
  }
}
