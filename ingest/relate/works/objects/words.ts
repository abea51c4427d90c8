/** The word lists of seeds/lexicon/words/works-*.txt as matchers; made once for a lexicon. */
import type { ProjectStatus } from '../../../../cypher/model/statuses.ts'
import { WordSet } from '../../../grammar/word-set.ts'
import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { anyOf } from './any-of.ts'
import { StageWords } from '../stages/stage-words.ts'
import { StepWords } from './steps.ts'

export type WorksKind = 'new' | 'relocation' | 'expansion' | 'renovation'

/** Stages with their list, most telling first. */
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

export interface WorksWords {
  readonly stages: StageWords
  readonly steps: StepWords
  kindOf(word: string): WorksKind | undefined
  readonly plan: RegExp
  readonly expect: RegExp
  readonly negation: RegExp
  readonly reached: RegExp
  readonly start: RegExp
  readonly goesOn: RegExp
  readonly not: RegExp
  /** Verbs, adverbs and joining words, which no name of works holds. */
  readonly noName: RegExp
  /** Words behind which a name may begin. */
  readonly boundary: WordSet
  readonly districtHead: RegExp
  /** A clause that only asks, or says what matters. */
  readonly asked: RegExp
  /** 要加快: what is demanded of somebody. */
  readonly demand: RegExp
  /** Openings of a clause that goes on with a demand, and with what is to be done. */
  readonly inTime: RegExp
  readonly aimVerb: RegExp
  readonly opener: RegExp
  readonly listOpener: RegExp
  readonly share: RegExp
  /** Stages that a body's bare name may have; stages that no mere service has. */
  readonly bareStage: RegExp
  readonly physical: RegExp
  /** Global: words that leave no doubt that a clause still speaks of the same works. */
  readonly parts: RegExp
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
  return {
    stages: new StageWords(STAGE_LISTS.map(([status, name]) => [status, lexicon.words(name)])),
    steps: new StepWords({ kind: kindByWord.keys(), weak: lexicon.words('works-weak-heads'), head: lexicon.words('works-heads') }),
    kindOf: (word) => kindByWord.get(word),
    plan: new RegExp(list('plan'), 'u'),
    expect: new RegExp(list('expect'), 'u'),
    negation: new RegExp(`${list('negation')}.{0,4}$`, 'u'),
    // 年底实现封顶 says 现 of nothing.
    reached: new RegExp(`(?<![实出体展](?=现))${list('reached')}`, 'u'),
    start: new RegExp(list('start-verbs'), 'u'),
    goesOn: new RegExp(list('continue-verbs'), 'u'),
    not: new RegExp(list('not'), 'u'),
    noName: new RegExp(list('no-name'), 'u'),
    boundary: new WordSet([...lexicon.words('works-boundary'), ...lexicon.words('works-no-name')]),
    districtHead: new RegExp(`${list('district-heads')}$`, 'u'),
    asked: new RegExp(list('asked'), 'u'),
    demand: new RegExp(`(?<![主重需将就只])要${list('demand-adverbs')}?${list('demand-verbs')}`, 'u'),
    inTime: new RegExp(`^并?${list('in-time')}`, 'u'),
    aimVerb: new RegExp(`^(?:并|同时)?${list('aim-verbs')}`, 'u'),
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
