/** Words of stage that tell what is to be built, or stand in a name: 主要建设门诊楼，配套建设地下室, 附属工程建设项目. */
import type { Clause } from './stage-hits.ts'

/** Characters in which another word of the sentence tells on a stage word. */
const FAR = 60

/** 主要建设门诊楼，配套建设地下室: what is to be built, and no stage of it. */
const CONTENT = /(?:购置(?:并|及|和)?$|建设内容|主要(?:是|进行|建设)|配套建设|同步建设|同步实施|主要包括|内容包括|建设规模|其中)[^。；]*$/u
/** 业务用房及附属工程建设项目: a part of a name. */
const NAMES_WORKS = /^(?:建设)?(?:项目|工程)/u
const PART = /^(?:地下室|幕墙|绿化|净化|外墙|外立面|附属工程|室外工程|附属配套|装修|装饰|安装|设备安装)$/u

/** Whether a word of stage only says what is to be built. */
export function isContent(masked: string, { clause: { to: clauseEnd }, from, to }: { clause: Clause; from: number; to: number }): boolean {
  return (
    PART.test(masked.slice(from, to)) &&
    (/^\d|^[^，。；]{0,16}等(?:配套|附属|室外)/u.test(masked.slice(to, Math.min(clauseEnd, to + FAR))) ||
      CONTENT.test(masked.slice(Math.max(0, from - FAR), from)))
  )
}

/** Whether a word of stage is a part of the name of works. */
export const isInName = (word: string, after: string): boolean => word.endsWith('工程') && PART.test(word) && NAMES_WORKS.test(after)
