/** The bodies that 该院, 以其 or 两家单位 means within a sentence of slots. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { antecedentsOf } from '../sentence/antecedents.ts'
import { numberOf } from '../sentence/dates.ts'
import { tokensOf } from '../sentence/passage.ts'

/** 以其为龙头, 由其牵头 */
const ITS_LEAD = /^其(?=为|作为|牵头|领衔|任|担任|主导)/u
/** 与甲、乙签约，将其|纳入丙: those that were listed behind 与. */
const THEM = /^其(?=(?:整体|全部|正式|一并|统一)?(?:纳入|吸纳|吸收|接纳|列入|编入|并入|划入|纳为))/u
const THAT = /^(?:该院|该医院|这家医院|这所医院)/u

/** 与两家单位签订…: as many as a list before has. */
const COUNTED = /^(?:[这该]|上述|以上)?([两二三四五六七八九2-9])[家所个](?:单位|医院|机构|医疗机构|卫生院|保健[院所]|中心)/u
const OPENS = '该这其上以二两三四五六七八九23456789'
const WITH = '与同和跟'

/** What a sentence has named before a place. */
export interface NamedBefore {
  /** Bodies that stand alone, each of them not in a list. */
  readonly alone: readonly string[]
  readonly lists: readonly (readonly string[])[]
  /** Those behind the 与 of the first list that has one: 甲与乙、丙. */
  readonly behindWith?: readonly string[] | undefined
}

export interface BodyMeant {
  readonly entities: readonly string[]
  /** Length of the word that stands for it. */
  readonly length: number
}

/** Whom the word at a place means. What was named before is asked for only where a word may mean it. */
export function bodyMeant(reading: Reading, sentence: Sentence, place: number, named: () => NamedBefore): BodyMeant | undefined {
  const first = sentence.text.charAt(place)
  if (!OPENS.includes(first)) return undefined
  if (WITH.includes(sentence.text.charAt(place - 1))) {
    const counted = COUNTED.exec(sentence.text.slice(place, place + 10))
    const list = counted === null ? undefined : named().lists.findLast(({ length }) => length === numberOf(counted[1]))
    if (counted !== null) return list === undefined ? undefined : { entities: list, length: counted[0].length }
  }
  if ('，；'.includes(sentence.text.charAt(place - 1))) {
    const counted = COUNTED.exec(sentence.text.slice(place, place + 10))
    const all = counted === null ? undefined : countedBefore(named(), numberOf(counted[1]))
    if (counted !== null && all !== undefined) return { entities: all, length: counted[0].length }
  }
  if (!'该这其'.includes(first)) return undefined
  const rest = sentence.text.slice(place, place + 8)
  if ('将把'.includes(sentence.text.charAt(place - 1)) && THEM.test(rest)) {
    const last = named().behindWith ?? named().lists.at(-1)
    if (last !== undefined) return { entities: last, length: 1 }
  }
  const isLead = '以由'.includes(sentence.text.charAt(place - 1)) && ITS_LEAD.test(rest)
  const length = isLead ? 1 : (THAT.exec(rest)?.[0].length ?? 0)
  if (length === 0) return undefined
  const [only, more] = named().alone
  if (only !== undefined) return more === undefined ? { entities: [only], length } : undefined
  if (isLead) return undefined
  const tokens = tokensOf(reading, sentence.index)
  const at = tokens.findIndex(({ from, classes }) => from === place && classes.includes('that'))
  const reference = tokens[at]
  if (reference === undefined) return undefined
  const match = { first: at, last: at + 1, slots: new Map(), words: [at] }
  const [entity] = antecedentsOf(reading, { sentence, tokens, match }, { others: [], reference, acts: true })
  return entity === undefined ? undefined : { entities: [entity], length }
}

/** 甲托管乙、丙和丁，三家机构同步…: a list of so many, else all behind the subject where they are so many. */
function countedBefore({ alone, lists, behindWith }: NamedBefore, count: number | undefined): readonly string[] | undefined {
  // 甲与乙、丙签约，两家医院成为甲联盟的成员
  if (behindWith?.length === count) return behindWith
  const list = lists.findLast(({ length }) => length === count)
  if (list !== undefined) return list
  const others = [...new Set([...lists.flat(), ...alone.slice(1)])]
  return others.length === count ? others : undefined
}
