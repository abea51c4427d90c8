/** A centre for disease control, a blood bank or the like whose own paper a text is: its name heads the title. */
import type { Reading } from '../../reading.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'

const KINDS: readonly unknown[] = ['public_health', 'centre']
/** 青岚县疾病预防控制中心2023年工作总结, and not 青岚县疾控中心迁建项目开工. */
const OF_PAPER = /^(?:关于|[(（]?20\d\d|二[〇○]|年度|工作|上半年|全年|简介|概况|介绍|情况|总结|$)/u
const OURS = /(?:^|[，；：。])[^，；：。]{0,8}[我本](?:中心|站|所|单位)[^，；：。]{0,4}$/u

/** That body; undefined where a hospital speaks, or nobody who is named. */
export const pageBody = rememberLast(({ document, sentences, mentions }: Reading): string | undefined => {
  const [body] = mentions[0] ?? []
  if (document.speaker !== null || body === undefined || body.from > 0 || body.label !== 'Institution') return undefined
  return KINDS.includes(body.attrs['kind']) && OF_PAPER.test(sentences[0]?.text.slice(body.to) ?? '') ? body.entity : undefined
})

/** 我中心与甲签约: whether the body of the page is the subject right before a place of a sentence. */
export function saysOurs(text: string, before: number): boolean {
  return OURS.test(text.slice(0, before))
}
