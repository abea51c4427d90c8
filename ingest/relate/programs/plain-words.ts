/** Names made of nothing but plain words: most name no program, some heads make one of them all the same. */
import type { ProgramWords } from './rules.ts'

const YEAR_DRIVE = /^[\u4e00-\u9fff]{2}年活动/u
/** 医疗服务 of 医疗服务提升年活动. */
const LEAST_YEAR_DRIVE = 4

/** 基层卫生综合试验区: plain words, and yet one area of its kind. */
export const isArea = (body: string, head: string): boolean => body.length >= 5 && /^(?:示范|试验|先行|先导)区/u.test(head)

/** 卫生三年攻坚, 医疗资源三年发展计划, 医疗服务能力提升年活动: plain words, and yet one drive. */
export const isYears = (body: string, head: string): boolean =>
  (head === '三年攻坚' && /卫生(?:健康)?$/u.test(body)) ||
  (head === '三年发展计划' && /卫生|医疗|中医/u.test(body)) ||
  (YEAR_DRIVE.test(head) && body.length >= LEAST_YEAR_DRIVE)

/** Whether a body is made of nothing but words that name no program (重点民生, 信息化). */
export function isGeneric(body: string, words: ProgramWords): boolean {
  const { generic, leading } = words.lists
  // 基层卫生服务能力提升工程, 城乡医疗资源优化行动: plain words, and yet the name of a scheme.
  if (/^基层.*(?:能力|服务).*(?:提升|提质)$|医疗资源.{0,4}(?:优化|扩容|下沉|倍增)/u.test(body)) return false
  let at = 0
  while (at < body.length) {
    const step = Math.max(generic.startingAt(body, at), leading.startingAt(body, at), words.lists['soft-openers'].startingAt(body, at))
    if (step === 0) return false
    at += step
  }
  return true
}
