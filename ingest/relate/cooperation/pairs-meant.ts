/** The two parties that 双方 and 两院 mean, where no rule has found them: those of the sentence itself, or of the one before. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal, isPlaceWithin } from '../sentence/place.ts'

export type Pair = readonly [local: string, partner: string]

/** 甲一行来院商讨: the hospital that speaks is the other one. */
const COMES_HERE = /来院|到院|莅院|[来到][我本]院/u

/** 两市, 两县卫健局: places, and no hospitals. */
const OF_PLACES = /^两(?:[省市州县区旗]|地[卫政])/u

/** The two places that these name, none of which lies in the other; undefined where there are not two. */
function placesIn(mentions: readonly SentenceMention[]): readonly Pair[] | undefined {
  const named = [...new Set(mentions.filter(({ label }) => label === 'District').map(({ entity }) => entity))]
  const places = named.filter((place) => !named.some((other) => other !== place && isPlaceWithin(other, place)))
  const [first, second, ...more] = places
  return first !== undefined && second !== undefined && more.length === 0 ? [[first, second]] : undefined
}

/** 甲市与乙市召开座谈会。两市签署协议: those of the sentence before. */
function placesBefore(reading: Reading, index: number): readonly Pair[] | undefined {
  const [before, here] = [reading.sentences[index - 1], reading.sentences[index]]
  return before !== undefined && before.paragraph === here?.paragraph ? placesIn(reading.mentions[before.index] ?? []) : undefined
}

/** Characters of the end of a name that the name on its plaque has too. */
const OWN_END = 4

/** “省医院集团青岚医院”在青岚医院揭牌，双方签约: the name in quotes is what the other one bears, and no party. */
function isPlaqueOf(plaque: SentenceMention, { entity, name }: SentenceMention, text: string): boolean {
  return (
    entity !== plaque.entity &&
    text.charAt(plaque.from - 1) === '“' &&
    text.charAt(plaque.to) === '”' &&
    plaque.name.length > name.length &&
    plaque.name.endsWith(name.slice(-OWN_END))
  )
}

/** 与两家医院签约: the hospital that speaks with each of the two that the sentence names before. */
function withEach(reading: Reading, { index }: RuleMatch['sentence'], both: RuleMatch['tokens'][number] | undefined): readonly Pair[] {
  const { speaker } = reading.document
  const named = (reading.mentions[index] ?? []).filter(
    ({ label, to, entity }) => label === 'Hospital' && to <= (both?.from ?? 0) && entity !== speaker,
  )
  const others = [...new Set(named.map(({ entity }) => entity))]
  return speaker === null || others.length !== 2 ? [] : product([speaker], others)
}

/** 甲副院长一行莅临我院，双方签署…: the two hospitals that the sentence itself names before, one of which may be the one that speaks. */
export function pairHere(reading: Reading, { sentence, tokens, match }: RuleMatch): readonly Pair[] | undefined {
  const both = tokens.findIndex(({ classes }, index) => index >= match.first && index < match.last && classes.includes('both'))
  if (both < 0) return undefined
  // 先后到甲、乙，与两家医院签约: with each of them, and not the one with the other.
  if (tokens[both - 1]?.classes.includes('with') === true && tokens[both - 1]?.to === tokens[both]?.from)
    return withEach(reading, sentence, tokens[both])
  const end = tokens[both]?.from ?? 0
  const before = (reading.mentions[sentence.index] ?? []).filter(({ to }) => to <= end)
  if (OF_PLACES.test(sentence.text.slice(end, tokens[both]?.to))) return placesIn(before) ?? placesBefore(reading, sentence.index)
  const hospitals = before.filter(({ label }) => label === 'Hospital')
  // 甲大学的学生可以到乙实习了——双方签了协议
  const schools = before.filter(({ attrs }) => attrs['kind'] === 'university')
  const isOfSchool = new Set(hospitals.map(({ entity }) => entity)).size === 1 && new Set(schools.map(({ entity }) => entity)).size === 1
  const named = isOfSchool ? [...hospitals, ...schools] : hospitals
  if (named.some((mention) => named.some((other) => isPlaqueOf(mention, other, sentence.text)))) return undefined
  const [first, second, ...more] = new Set(named.map(({ entity }) => entity))
  const { speaker } = reading.document
  if (first === undefined || more.length > 0) return undefined
  if (second !== undefined) return [isLocal(second, reading) ? [second, first] : [first, second]]
  return speaker !== null && speaker !== first && COMES_HERE.test(sentence.text.slice(0, end)) ? [[speaker, first]] : undefined
}

/**
 * The two bodies that the sentence before names, where it names exactly two: 甲与乙的情谊始于…。两院签署…; or the one that
 * it says to have come to the hospital that speaks.
 */
export function pairBefore(reading: Reading, index: number): Pair[] {
  const [before, here] = [reading.sentences[index - 1], reading.sentences[index]]
  if (before === undefined || here === undefined || here.paragraph - before.paragraph > 1) return []
  const named = (reading.mentions[before.index] ?? []).filter((mention) => mention.label === 'Hospital').map((mention) => mention.entity)
  const [first, second, ...more] = new Set(named)
  const { speaker } = reading.document
  if (first !== undefined && second === undefined && speaker !== null && speaker !== first && COMES_HERE.test(before.text))
    return [[speaker, first]]
  if (first === undefined || second === undefined || more.length > 0 || before.paragraph !== here.paragraph) return []
  return [isLocal(second, reading) ? [second, first] : [first, second]]
}

/** 甲与乙签约。丙表示…。双方约定…: whether the sentence before is about a hospital that is none of the pair told last. */
export function speaksOfOther(
  reading: Reading,
  last: { readonly pairs: readonly Pair[]; readonly sentence: number },
  index: number,
): boolean {
  if (index - 1 <= last.sentence) return false
  const named = (reading.mentions[index - 1] ?? []).filter(({ label }) => label === 'Hospital')
  return named.length > 0 && named.every(({ entity }) => !last.pairs.some((pair) => pair.includes(entity)))
}

/** Parties that 三方 and 四方 mean. */
const COUNTS: Readonly<Record<string, number>> = { 三方: 3, 四方: 4 }

/** Whether 三方 cannot mean the parties of these pairs: 京冀张三方早在2015年… behind two pairs of hospitals. */
export function areMoreThan(pairs: readonly Pair[] | undefined, { tokens, match, sentence }: RuleMatch): boolean {
  const counts = match.words.map((word) => COUNTS[sentence.text.slice(tokens[word]?.from, tokens[word]?.to).slice(-2)] ?? 0)
  const parties = Math.max(0, ...counts)
  return parties > 0 && pairs !== undefined && new Set(pairs.flat()).size !== parties
}

/** 甲、乙分别与丙、丁: first with first. Two lists of different lengths tell no pairs. */
export function sideBySide(locals: readonly string[], partners: readonly string[]): Pair[] {
  if (locals.length !== partners.length) return []
  return locals.flatMap((local, index) => product([local], partners.slice(index, index + 1)))
}

/** Each with each, but nobody with itself. */
export function product(locals: readonly string[], partners: readonly string[]): Pair[] {
  return locals.flatMap((local) => partners.flatMap((partner): Pair[] => (local === partner ? [] : [[local, partner]])))
}
