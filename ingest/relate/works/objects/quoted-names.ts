/** “旗舰医院”项目建设规模2.2万平方米: works by a name in quotes, of the hospital that was spoken of. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { WorksObject } from './objects.ts'
import type { WorksWords } from './words.ts'
import { worksObject } from './works-object.ts'

const QUOTED = /“(?<name>[^“”，。；：]{2,16}(?:医院|中心|院区|基地|综合体|大?楼))”(?:建设|改扩建|扩建|新建|迁建)?(?:项目|工程)/gu
/** What only houses have: other projects have a name in quotes too. */
const MEASURED = /^(?:(?:总?建设规模|总?建筑面积|总?占地|总?用地)[^，。；]{0,10}\d|[^，。；]{0,8}(?:开工|动工|奠基|破土|封顶|结顶|竣工))/u
const MOST_BEHIND = 24

/** 谋划了“某县医院能力提升建设项目”: a whole name in quotes, behind a verb of plans, or told as one of the year's works. */
const WHOLE =
  /(?<verb>谋划|策划|筹划|申报|申请|包装|储备|上报|报送|编制|争取|实施|启动|推进)(?:了|储备|包装|谋划|申报|并|的|到|建设|入库|\d+个){0,3}“(?<name>[^“”，。；：]{4,36}(?:建设|新建|迁建|改扩建|扩建|改建|改造|搬迁)(?:项目|工程))”/gu
const HEALTH = /医院|医疗|卫生|疾控|疾病|急救|妇幼|康复|健康|中医|救治|诊疗/u
/** What is bought, taught or written down. */
const NO_HOUSE = /信息|系统|软件|平台|人才|学科|专科|设备|网络|数字|智慧|课题|科研|队伍|示范区|体系|医共体|医联体|联盟/u
const PLANS = /^(?:谋划|策划|筹划|申报|申请|包装|储备|上报|报送|编制|争取)$/u

/** The whole names of works in quotes, where nothing with an owner is found at their place. */
function wholeNames(text: string, found: readonly WorksObject[], words: WorksWords): readonly WorksObject[] {
  const made = matchesOf(WHOLE, text).flatMap((match) => {
    const { verb = '', name = '' } = match.groups ?? {}
    const from = match.index + match[0].length - name.length - 1
    const to = from + name.length
    if (!HEALTH.test(name) || NO_HOUSE.test(name) || found.some((one) => one.from < to && from < one.to && one.owners.length > 0)) return []
    const works = words.kindOf(/(?:新建|迁建|改扩建|扩建|改建|改造|搬迁)(?=项目|工程)/u.exec(name)?.[0] ?? '')
    const hoped = PLANS.test(verb)
    return [worksObject({ from, to, owners: [], tail: name, works, needs: 'nothing', hoped, rule: 'works/object-without-owner' })]
  })
  if (made.length === 0) return found
  return [...found.filter((one) => !made.some(({ from, to }) => one.from < to && from < one.to)), ...made].sort((a, b) => a.from - b.from)
}

/** Works whose name stands in quotes, where nothing else is found at their place. */
export function quotedNames(text: string, read: readonly WorksObject[], words: WorksWords): readonly WorksObject[] {
  if (!text.includes('”')) return read
  const found = wholeNames(text, read, words)
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
