/** “旗舰医院”项目建设规模2.2万平方米: works by a name in quotes, of the hospital that was spoken of. */
import { matchesOf } from '../../grammar/matches.ts'
import type { WorksObject } from './objects.ts'
import { worksObject } from './works-object.ts'

const QUOTED = /“(?<name>[^“”，。；：]{2,16}(?:医院|中心|院区|基地|综合体|大?楼))”(?:建设|改扩建|扩建|新建|迁建)?(?:项目|工程)/gu
/** What only houses have: other projects have a name in quotes too. */
const MEASURED = /^(?:(?:总?建设规模|总?建筑面积|总?占地|总?用地)[^，。；]{0,10}\d|[^，。；]{0,8}(?:开工|动工|奠基|破土|封顶|结顶|竣工))/u
const MOST_BEHIND = 24

/** Works whose name stands in quotes, where nothing else is found at their place. */
export function quotedNames(text: string, found: readonly WorksObject[]): readonly WorksObject[] {
  if (!text.includes('”')) return found
  const made: WorksObject[] = []
  for (const match of matchesOf(QUOTED, text)) {
    const from = match.index
    const to = from + match[0].length
    if (found.some((object) => object.from < to && from < object.to) || !MEASURED.test(text.slice(to, to + MOST_BEHIND))) continue
    const tail = match[0].replaceAll(/[“”]/gu, '')
    made.push(worksObject({ from, to, owners: [], tail, needs: 'nothing', rule: 'works/object-without-owner' }))
  }
  return made.length === 0 ? found : [...found, ...made].sort((a, b) => a.from - b.from)
}
