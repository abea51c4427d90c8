/** Which hospitals bear a title that is a program: 国家区域医疗中心, 省级区域医疗中心. */
import type { Reading, SentenceMention } from '../../reading.ts'

/** 国家区域医疗中心江州大学一附院云溪医院; of a short name that is not known whole a character may be left: 中心西|交大一附院. */
export function bearsTitle(text: string, { label, from }: SentenceMention, { to }: { to: number }): boolean {
  if (label !== 'Hospital' || from < to) return false
  const between = text.slice(to, Math.min(from, to + MOST_TITLED))
  return from === to || (from === to + 1 && /^[^与和及同跟在由为是、，。；：\s]$/u.test(between)) || TITLED_AS.test(between)
}

/** 国家区域医疗中心建设项目输出医院甲医院 */
const TITLED_AS = /^——[“"]?$|^[”"]?(?:建设|试点)*(?:项目)?的?(?:输出|依托|牵头|主体|建设|试点)(?:医院|单位)[：:（“"]?$/u
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

/** 以甲医院为输出医院、乙医院为依托医院，共建国家区域医疗中心 · 甲医院与青岚市及依托医院乙医院合作，推动…: those who build it together. */
export function buildersOf(text: string, mentions: readonly SentenceMention[], { from }: { readonly from: number }): readonly string[] {
  if (!HOUSES.test(text)) return NONE
  const labelled = mentions.filter(
    (mention) =>
      mention.label === 'Hospital' && (IS_HOUSE.test(text.slice(mention.to)) || HOUSE_IS.test(text.slice(Math.max(0, mention.from - MOST_HOUSE), mention.from))),
  )
  if (labelled.length === 0) return NONE
  const [first, ...others] = mentions.filter(({ to }) => to <= from)
  const builders = new Set(labelled.map(({ entity }) => entity))
  if (first?.label === 'Hospital' && first.from <= MOST_BEFORE_SUBJECT && WITH.test(text.slice(first.to))) {
    builders.add(first.entity)
    let last = first.to
    for (const other of others) {
      if (!JOINED.test(text.slice(last, other.from))) break
      last = other.to
      if (other.label !== 'Institution') builders.add(other.entity)
    }
  }
  return builders.size < 2 ? NONE : [...builders]
}

const NONE: readonly never[] = []
const HOUSES = /(?:输出|依托)(?:医院|单位)/u
/** 甲医院为依托医院, 甲医院（输出医院） */
const IS_HOUSE = /^(?:（[^（）]{1,12}）)?(?:（|(?:作)?为|是|担任)(?:项目|建设|本项目|该项目|的)*(?:输出|依托)(?:医院|单位)/u
const HOUSE_IS = /(?:输出|依托)(?:医院|单位)(?:为|是|：|——|（)?[“"]?$/u
const MOST_HOUSE = 8
const MOST_BEFORE_SUBJECT = 12
const WITH = /^(?:（[^（）]{1,14}）)?(?:将|已|正)?[与和同、]/u
const JOINED = /^(?:人民政府|市政府|（[^（）]{1,14}）)?[与和同及、以]{1,2}(?:其)?(?:(?:输出|依托)(?:医院|单位))?(?:——)?$/u
