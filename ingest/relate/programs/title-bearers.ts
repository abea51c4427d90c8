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
