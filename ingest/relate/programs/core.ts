/** The core of a program's name: what stays when quotation marks, tails, counts and words for "all of us" are gone. */
import { remember } from '../../recognise/naming/remember.ts'
import { withoutMarks } from './rules.ts'

const TAIL = /(?:工作|建设|活动|项目|服务|任务|试点)$/u
const COUNT = /(?:\d+|[一二两三四五六七八九十]+)(?:个|项|大)(?=专项|行动)/gu

/** 中国—东盟 and 中国东盟 are written for one another. */
const LANDS = /(?<=^中国)[—-]+/u

/** `青少年“明眸皓齿”工程建设` → `青少年明眸皓齿工程`; never shorter than three characters. */
export const coreOf = remember((name) => {
  let core = withoutMarks(name).replaceAll(COUNT, '').replace(LANDS, '')
  for (let cut = core.replace(TAIL, ''); cut !== core && cut.length >= 3; cut = core.replace(TAIL, '')) core = cut
  return core
})

/** The core of a brand: the words in quotation marks, whatever is said after them. */
export const brandCore = remember((quoted) => withoutMarks(quoted).replaceAll(/[，、·—\s]/gu, ''))
