/** Consortia and members that stand in lists with those of a match. */
import type { SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'

/** 甲联盟成员单位、乙医联体成员单位: the consortia of a list that a match with the first of it stops before, among other titles. */
export function consortiaBeside({ tokens, match }: RuleMatch): readonly SentenceMention[] {
  const isNote = (at: number): boolean => tokens[at]?.classes.includes('member-note') === true
  if (!isNote(match.last) && !isNote(match.last - 1)) return []
  const found: SentenceMention[] = []
  const nextAt = (at: number): SentenceMention | undefined => {
    const [next] = tokens[at]?.things ?? []
    return next?.label === 'Consortium' && isNote(at + 1) ? next : undefined
  }
  for (let at = match.last; at < tokens.length; at++) {
    // 甲联盟成员单位，乙联盟成员单位: commas may part titles as well.
    const isComma = tokens[at]?.classes.includes('comma') === true
    if (tokens[at]?.kind === 'stop' && !(isComma && nextAt(at + 1) !== undefined)) break
    const next = isComma || tokens[at]?.classes.includes('item') === true ? nextAt(at + 1) : undefined
    if (next !== undefined) found.push(next)
  }
  return found
}

/** 组建甲医共体和乙医共体: the consortium that follows the last word of a match, joined to its own. */
export function consortiaJoined({ tokens, match }: RuleMatch, own: readonly SentenceMention[]): readonly SentenceMention[] {
  const found: SentenceMention[] = []
  const isLast = tokens[match.last - 1]?.things.some((thing) => own.includes(thing)) === true
  for (let at = match.last; isLast && ['he', 'item'].some((name) => tokens[at]?.classes.includes(name)); at += 2) {
    const [next] = tokens[at + 1]?.things ?? []
    if (next?.label !== 'Consortium') break
    found.push(next)
  }
  return found
}

/** 加入三个联盟：一是甲联盟；|二是乙联盟；三是丙联盟: the further points behind a match with the first. */
export function consortiaNumbered({ tokens, sentence, match }: RuleMatch, own: readonly SentenceMention[]): readonly SentenceMention[] {
  const [first] = own
  if (first === undefined || !sentence.text.slice(0, first.from).endsWith('一是')) return []
  return tokens
    .slice(match.last)
    .flatMap(({ things }) => things)
    .filter(
      ({ label, from }) =>
        label === 'Consortium' && /[；，、][二三四五六七八九]是$/u.test(sentence.text.slice(Math.max(0, from - 3), from)),
    )
}

/** 乙、丙|医联体单位: a title that they give. */
const GIVES_TITLE =
  /^(?![为是系作任担成])[〇㐀-鿿“”]{0,10}?(?:医联体|联盟|集团|教学|协作|合作|帮扶|指导|实习|转诊|会诊|支援)(?:成员|协作|合作)?(?:单位|医院|基地)(?=[，、。；”]|$)/u
const LONGEST_TITLE = 20

/** 甲联盟成员单位、乙教学医院, “甲联盟成员单位”“乙协作医院”, 甲集团成员单位，乙、丙医联体单位: what stands behind the title and a mark is no member, but the next title. */
export function isNextTitle({ tokens, match, sentence }: RuleMatch, members: readonly SentenceMention[]): boolean {
  const [member, last] = [members[0], members.at(-1)]
  const at = tokens.findIndex(({ things }, index) => index >= match.first && member !== undefined && things.includes(member))
  if (member !== undefined && /”[、，]?“$/u.test(sentence.text.slice(0, member.from))) return true
  const isBehind = tokens[at - 1]?.classes.some((name) => name === 'comma') === true && isTitleBefore(tokens, at)
  if (isBehind && last !== undefined && GIVES_TITLE.test(sentence.text.slice(last.to, last.to + LONGEST_TITLE))) return true
  return tokens[at - 1]?.classes.includes('item') === true && tokens[at - 2]?.classes.includes('member-note') === true
}

/** 甲集团|成员单位|，|乙 */
function isTitleBefore(tokens: RuleMatch['tokens'], at: number): boolean {
  return tokens[at - 2]?.classes.includes('member-note') === true
}

/** 第三|医共体 */
export const NUMBER = /第[一二三四五六七八九十]/u
export const NUMBERS = /(?:第[一二三四五六七八九十][、和及])+$/u

/** 第一、第二、|第三医共体: the numbers of those whose kind is told once, behind the last. */
export function numbersBefore(text: string, { name }: SentenceMention): readonly string[] {
  return NUMBER.test(name) ? (NUMBERS.exec(text)?.[0].match(/第[一二三四五六七八九十]/gu) ?? []) : []
}

/** 甲总医院、乙卫生院成为…: the consortia that stand in one list with the members of a match. */
export function consortiaAmong({ tokens }: RuleMatch, members: readonly SentenceMention[]): readonly SentenceMention[] {
  if (members.length === 0) return []
  const lists = tokens.filter(({ things }) => things.length > 1 && things.some((thing) => members.includes(thing)))
  return lists.flatMap(({ things }) => things.filter(({ label }) => label === 'Consortium'))
}

/** 甲医共体、乙医共体同时运行，成员有丙、丁: who is in which is not told; 丙、丁加入甲联盟、乙联盟 tells it. */
export function isUntoldWhose({ tokens, match }: RuleMatch, consortia: readonly SentenceMention[], members: readonly string[]): boolean {
  const joins = ['enter', 'become', 'is', 'for', 'come-in', 'take', 'grant', 'award']
  const isJoined = match.words.some((word) => tokens[word]?.classes.some((name) => joins.includes(name)))
  return consortia.length > 1 && members.length > 1 && !isJoined
}

/** 甲医共体|以乙为总院，丙医共体以…: the consortium that stands before a match, and not the one of the next clause. */
export function ledBefore({ rule, tokens, match }: RuleMatch): readonly SentenceMention[] | undefined {
  if (rule.id !== 'consortium/as-leader-of-c') return undefined
  const before = tokens[match.first - 1]?.things ?? []
  const isNext = tokens.slice(match.first, match.last).some(({ kind }) => kind === 'stop')
  return isNext && before.length === 1 && before[0]?.label === 'Consortium' ? before : undefined
}
