/** Sentences of a plan that tell what was, and not what is to be. */
import type { Reading } from '../../reading.ts'

/** What a plan says of the time before it: 综合医改有序实施，服务能力显著提升. */
const LOOKS_BACK =
  /过去[一二三五]年|[一三五]年来|已(?:经|全面|基本|完成|建成|实现|通过|启动|开展)|截至|取得(?:了)?(?:新|显著|明显|积极|长足|阶段性)|有序实施|显著(?:提高|提升|增强)|高水平通过/u
const PERIOD = /十([一二三四五])五”?(?:规划)?(?:时期|期间|以来)/u
/** “十四五”卫生健康发展规划: the period of a plan that tells no year. */
const OWN_PERIOD = /十([一二三四五])五/u
/** Last years of the five-year plans. */
const PERIOD_ENDS: Readonly<Record<string, number>> = { 一: 2010, 二: 2015, 三: 2020, 四: 2025, 五: 2030 }

const endOf = (period: RegExp, text: string): number | undefined => PERIOD_ENDS[period.exec(text)?.[1] ?? '']

/** Whether a sentence of a plan tells what was: by its words, or by a period that ended before the plan's year. */
export function looksBack({ document }: Reading, text: string): boolean {
  const end = endOf(PERIOD, text)
  const year =
    document.published === null ? (document.year ?? endOf(OWN_PERIOD, document.title ?? '')) : Number(document.published.slice(0, 4))
  return (end !== undefined && year !== undefined && year > end) || LOOKS_BACK.test(text)
}
