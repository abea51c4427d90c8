/** 全县8个卫生院改扩建项目开工，其中甲、乙2个已投用: bodies named out of a number of works share their name. */
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { NUMBER } from './counts.ts'

const BODIES =
  '(?:(?:社区|街道|基层|公立|县级|区级|市级|中心|乡|镇)*(?:卫生院|医院|社区卫生服务中心|卫生服务中心|医疗卫生机构|医疗机构|卫生服务站))'
/** 13个卫生院标准化改扩建项目 · 5家医院的迁建工程: how many of what, and what is done to them. */
const HEAD = new RegExp(
  `${NUMBER}[个家所]${BODIES}的?(?<tail>(?:标准化|规范化|业务用房|异地|整体|全面)*(?<kind>新建|迁建|改扩建|扩建|改建|升级改造|提升改造|改造提升|改造|重建|建设)(?:项目|工程))[^。]*?[，；：]其中[：，]?`,
  'u',
)
const CLAUSE_OPENS = /(?:^|[，；：、])(?:[^，。；：]{0,16}[、和及])?(?:另有|还有)?$/u
/** 甲、乙2个已投用, 丙等3所主体完工, 丁竣工: how many of them, and no house of their own. */
const ITEM_ENDS = new RegExp(`^(?:[、和及]|等?${NUMBER}[个家所]|已|均|也|目前|正|主体|完成|[建竣完封投启交开])`, 'u')

/** The objects of a sentence, with the bare names behind such a head as works of the head's name. */
export function asMembers(objects: readonly WorksObject[], { sentence: { text }, words }: Place): readonly WorksObject[] {
  if (!text.includes('其中') || !objects.some(isBare)) return objects
  const head = HEAD.exec(text)
  const { tail, kind } = head?.groups ?? {}
  if (head === null || tail === undefined || kind === undefined) return objects
  const open = head.index + head[0].length
  const works = words.kindOf(kind)
  return objects.map((object) =>
    isBare(object) &&
    object.from >= open &&
    (object.from === open || CLAUSE_OPENS.test(text.slice(open, object.from))) &&
    ITEM_ENDS.test(text.slice(object.to))
      ? { ...object, tail, needs: 'stage', rule: 'works/shared-object', ...(works === undefined ? {} : { works }) }
      : object,
  )
}

/** A hospital of which nothing is said at once. */
export const isBare = ({ tail, owners }: WorksObject): boolean => tail === '' && owners[0]?.label === 'Hospital'
