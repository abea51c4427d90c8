/** The place that a page stands under on its site: 首页 > 江州 > 江州综合. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { homeSuffix, bareSuffix } from './home-words.ts'

const TRAIL = /^\s*(?:您?(?:现在|当前|目前)?的?所?在?位置\s*[:：]?\s*)?(?:网站|返回)?(?:首页|主页)\s*(?=[>＞»›→])/u
const STEP = /\s*[>＞»›→]\s*/u
/** 江州新闻, 江州综合, 江州频道 */
const SECTION = /(?:新闻|综合|要闻|频道|站|资讯|时政|本地|动态|发布|民生|健康|卫生)+$/u
const HEAD_LINES = 12

/** The one county or city among the steps of a page's trail, of the kind that the text calls its own. */
export function placeOfTrail({ divisions }: Lexicon, page: string, text: string): Division | undefined {
  const trail = page
    .split('\n')
    .slice(0, HEAD_LINES)
    .find((line) => TRAIL.test(line))
  const suffix = trail === undefined ? undefined : (homeSuffix(text) ?? bareSuffix(text))
  if (trail === undefined || suffix === undefined) return undefined
  const found = new Set<Division>()
  for (const step of trail.split(STEP).slice(1)) {
    const name = step.trim().replace(SECTION, '')
    for (const division of name.length < 2 ? [] : divisions.named(name))
      if ((division.level === 'county' || division.level === 'city') && division.name.endsWith(suffix)) found.add(division)
  }
  const [only, other] = found
  return other === undefined ? only : undefined
}
