/** Which hospitals bear a title that is a program: 国家区域医疗中心, 省级区域医疗中心. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { partyOf } from '../sentence/place.ts'

/** 国家区域医疗中心江州大学一附院云溪医院; of a short name that is not known whole a character may be left: 中心西|交大一附院. */
export function bearsTitle(text: string, { label, from }: SentenceMention, { to }: { to: number }): boolean {
  if (label !== 'Hospital' || from < to) return false
  const between = text.slice(to, Math.min(from, to + MOST_TITLED))
  return from === to || (from === to + 1 && /^[^与和及同跟在由为是、，。；：\s]$/u.test(between)) || TITLED_AS.test(between)
}

/** 国家区域医疗中心建设项目输出医院甲医院 */
const TITLED_AS =
  /^——[“"]?$|^[”"]?(?:建设|试点)*(?:项目)?(?:正式|成功|已)*(?:落户|落地|花落|设在|挂靠|依托)[于在]?$|^[”"]?(?:建设|试点)*(?:项目)?的?(?:输出|依托|牵头|主体|建设|试点)(?:医院|单位)[：:（“"]?$/u
const MOST_TITLED = 14

/** 依托甲医院建设的省级区域医疗中心, on the page of a hospital: the one that speaks, in which it is built. */
export function hostOf(
  { document }: Reading,
  text: string,
  { first, program }: { first: SentenceMention; program: { readonly isTitle: boolean; readonly clause: { readonly from: number } } },
): string | null {
  return program.isTitle && RELIES.test(text.slice(program.clause.from, first.from)) ? document.speaker : null
}

const RELIES = /依托$/u

/** 以甲医院为输出医院、乙医院为依托医院，共建国家区域医疗中心 · 甲省人民政府与乙医院签署共建协议: those who build it together. */
export function buildersOf(
  reading: Reading,
  { text, mentions }: { readonly text: string; readonly mentions: readonly SentenceMention[] },
  program: { readonly from: number; readonly to: number },
): readonly string[] {
  const builders = new Set([...housesOf(text, mentions, program), ...pairOf(reading, { text, mentions }, program)])
  return builders.size < 2 ? NONE : [...builders]
}

/** The hospitals that are told to send or to carry it, and those with whom the first of the sentence works. */
function housesOf(text: string, mentions: readonly SentenceMention[], { from }: { readonly from: number }): readonly string[] {
  if (!HOUSES.test(text)) return NONE
  const labelled = mentions.filter(
    ({ label, from: at, to }) =>
      label === 'Hospital' && (IS_HOUSE.test(text.slice(to)) || HOUSE_IS.test(text.slice(Math.max(0, at - MOST_HOUSE), at))),
  )
  if (labelled.length === 0) return NONE
  const builders = labelled.map(({ entity }) => entity)
  const [first, ...others] = mentions.filter(({ to }) => to <= from)
  if (first?.label !== 'Hospital' || first.from > MOST_BEFORE_SUBJECT || !WITH.test(text.slice(first.to))) return builders
  builders.push(first.entity)
  let last = first.to
  for (const other of others) {
    if (!JOINED.test(text.slice(last, other.from))) break
    last = other.to
    if (other.label !== 'Institution') builders.push(other.entity)
  }
  return builders
}

/** The two right before 共建 and the name. */
function pairOf(
  reading: Reading,
  { text, mentions }: { readonly text: string; readonly mentions: readonly SentenceMention[] },
  { from, to }: { readonly from: number; readonly to: number },
): readonly string[] {
  const before = mentions.filter((mention) => mention.to <= from && mention.label !== 'Consortium')
  const [one, other] = before.slice(-2)
  if (one !== undefined && other !== undefined && AND.test(text.slice(one.to, other.from)) && BUILD.test(text.slice(other.to, from)))
    return [partyOf(one, reading), partyOf(other, reading)]
  const [first, second] = mentions.filter((mention) => mention.from >= to)
  return first !== undefined &&
    second !== undefined &&
    BUILT_BY.test(text.slice(to, first.from)) &&
    AND.test(text.slice(first.to, second.from)) &&
    ARE_BUILDERS.test(text.slice(second.to))
    ? [partyOf(first, reading), partyOf(second, reading)]
    : NONE
}

const AND = /^(?:人民政府|市政府|省政府|（[^（）]{1,14}）)?(?:将|拟|已|正)?[与和同]$/u
const BUILD =
  /^(?:人民政府|市政府|省政府|（[^（）]{1,14}）)?(?:于[^，。；]{1,10})?(?:正式|将|已|拟|双方)*(?:在[^，。；]{1,10}?(?:正式|将|已|拟|双方)*)?(?:(?:签约|合作|携手)，?|(?:联手|牵手|战略|框架|协议)(?:签约|合作|携手|联手|牵手|战略|框架|协议)*，|签署|签订|签下|联合|共同|举行)*了?(?:《)?(?:关于)?(?:合作)?(?:共建|联合建设|合作建设|共同建设|联建)[“"]?$/u
const BUILT_BY = /^[”"]?(?:建设)?(?:项目)?由$/u
const ARE_BUILDERS = /^(?:人民政府|市政府|省政府)?(?:合作|联合|共同|携手)*(?:共建|建设|打造)/u
const NONE: readonly never[] = []
const HOUSES = /(?:输出|依托)(?:医院|单位)/u
/** 甲医院为依托医院, 甲医院（输出医院） */
const IS_HOUSE = /^(?:（[^（）]{1,12}）)?(?:（|(?:作)?为|是|担任)(?:项目|建设|本项目|该项目|的)*(?:输出|依托)(?:医院|单位)/u
const HOUSE_IS = /(?:输出|依托)(?:医院|单位)(?:为|是|：|——|（)?[“"]?$/u
const MOST_HOUSE = 8
const MOST_BEFORE_SUBJECT = 12
const WITH = /^(?:（[^（）]{1,14}）)?(?:将|已|正)?[与和同、]/u
const JOINED = /^(?:人民政府|市政府|（[^（）]{1,14}）)?[与和同及、以]{1,2}(?:其)?(?:(?:输出|依托)(?:医院|单位))?(?:——)?$/u
