/** 呼吸医疗中心（甲医院东院）建设项目: a house or centre by its name, with the hospital for which it is built in a bracket. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import { worksObject } from '../objects/works-object.ts'

const NAMED =
  /(?:^|[，。；：、“]|[的对为由将在日]|推进|启动|建设|实施)(?<name>[〇㐀-鿿]{2,14}?(?:中心|基地|大楼|综合楼|综合体|分院|新院))（(?<body>[^（）]{4,24})）(?<works>(?:建设|新建|改扩建|扩建|迁建)?(?:项目|工程)|(?=(?:正式|隆重)?(?:奠基|开工|动工|封顶|竣工|落成)))/gu

/** Works that are named so, where nothing else is found at their place. */
export function bracketOwned(text: string, found: readonly WorksObject[], mentions: readonly SentenceMention[]): readonly WorksObject[] {
  if (!text.includes('）')) return found
  const made = matchesOf(NAMED, text).flatMap((match) => {
    const { name = '', body = '', works = '' } = match.groups ?? {}
    const to = match.index + match[0].length
    const at = to - works.length - 1 - body.length
    const owner = mentions.find((one) => one.from === at && one.to === at + body.length && one.label === 'Hospital' && canOwn(one))
    const from = at - 1 - name.length
    if (owner === undefined || mentions.some((one) => one.from < at && one.to > from && one.label !== 'District')) return []
    if (found.some((one) => one.from < to && from < one.to && one.owners.length > 0)) return []
    return [worksObject({ from, to, owners: [owner], tail: text.slice(from, to), needs: 'nothing', rule: 'works/owner-and-object' })]
  })
  if (made.length === 0) return found
  return [...found.filter((one) => !made.some(({ from, to }) => one.from < to && from < one.to)), ...made].sort((a, b) => a.from - b.from)
}
