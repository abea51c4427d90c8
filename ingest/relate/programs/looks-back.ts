/** Sentences of a plan that tell what was, and not what is to be. */
import type { Reading } from '../../reading.ts'

/** What a plan says of the time before it: 综合医改有序实施，服务能力显著提升. */
const LOOKS_BACK =
  /过去[一二三五]年|[一三五]年来|已(?:经|全面|基本|完成|建成|实现|通过|启动|开展)|截至|取得(?:了)?(?:新|显著|明显|积极|长足|阶段性)|有序实施|显著(?:提高|提升|增强)|高水平通过/u
const PERIOD = /十([一二三四])五”?(?:时期|期间|以来)/u
/** Last years of the five-year plans. */
const PERIOD_ENDS: Readonly<Record<string, number>> = { 一: 2010, 二: 2015, 三: 2020, 四: 2025 }

/** Whether a sentence of a plan tells what was: by its words, or by a period that ended before the plan's year. */
export function looksBack({ document }: Reading, text: string): boolean {
  const end = PERIOD_ENDS[PERIOD.exec(text)?.[1] ?? '']
  const year = document.published === null ? document.year : Number(document.published.slice(0, 4))
  return (end !== undefined && year !== null && year > end) || LOOKS_BACK.test(text)
}
