/** Wordings at the edges of hospitals' names: what follows a class, who leads a name, and what is a title and no name. */
import type { Prefix, RawName } from '../context.ts'

/** Heads that say what they are without a modifier: 县人民医院、妇计中心. */
export const WHOLE_HEAD = /^(?:妇|精神|传染|结核|皮肤)/u
/** 江南医院协会, 青岚市医院管理局: the hospitals of a place, and not one. */
export const SYSTEM_AFTER = /^(?:协会|学会|系统|管理局|管理中心|管理处|高水平|数量|床位)/u
/** 县医院综合能力提升, 县医院达标: every county's hospital, not this one. */
export const CLASS_AFTER = /^(?:综合能力|能力|达标|达到|标准|等级|建设|提标|薄弱)/u

/** 联勤保障部队|第九〇一医院 */
export const ARMY = /(?:中国)?(?:人民)?(?:解放军)?(?:解放军|海军|空军|陆军|火箭军|战略支援部队|联勤保障部队|联勤保障中心)$/u
/** 空军|特色医学中心: the army's hospitals since 2018. */
export const ARMY_CENTRE = '特色医学中心'
export const ARMY_OF_CENTRE = new RegExp(`(?:${ARMY.source.slice(0, -1)}|(?:中国人民)?(?:武装警察部队|武警(?:部队)?))$`, 'u')
/** Hospitals of the army stand where no name of theirs tells: 南京军区|总医院. */
export const REGION_OF_ARMY = /(?:[〇㐀-鿿]{2}军区|[东西南北中]部战区)$/u

/** What a hospital is that has a new house: 青岚区新|妇幼保健院. */
export const RENEWED = /^(?:人民|中|中医|妇幼保健|中心|第[一二三四五六]人民|中西医结合|儿童|精神病|卫生)(?:医?院)$/u

/** 技术协作|医院, 教学|医院 behind the name of another hospital or a school. */
export const TITLE =
  /^(?:（集团）|集团)$|^(?:（集团）|集团)?的?(?:非?直属|医疗|医学|技术|业务|临床|专科|战略|友好|紧密型|松散型|对口|远程|会诊|医保|医联体|健康|公共卫生|重点)*(?:协作|合作|指导|教学|联盟|定点|支援|帮扶|实习|实践|托管|成员|联合|非?直属附属|协同|共建|签约|兄弟|姊妹|友好)(?:单位|成员|示范|培训|网络)?$/u

/** 沪滇医院: the hospitals of two provinces. */
const PROVINCES = /^[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤川青藏琼宁滇台港澳]{2}$/u

/** 康复疗养|保健中心, 医养护理|服务中心: what a room or a house is for, and no name. */
const SERVICE = /^(?:康复|疗养|保健|养老|护理|医养|体检|治疗|诊疗|理疗|养生|健康|预防|中医|助老|助残|残疾|日间|照护|托养){2,}$/u

/** 城区与西部医院: hospitals of a part of a region, where no place stands before. */
export const PART_OF_REGION = /^[东西南北中]部(?:地区|片区)?$/u

/** 黎族自治县|中医院: the end of a place whose name is written otherwise than the table has it. */
const PEOPLES_PLACE = /族自治[县州旗]$/u

/** Words before the head of a hospital that make no name of it. */
export function isClassBrand(brand: string): boolean {
  return PROVINCES.test(brand) || PEOPLES_PLACE.test(brand) || TITLE.test(brand) || SERVICE.test(brand)
}

/** 云南医院对口支援项目: the short name of a province tells no hospital that the table does not know. */
export function isAnyOf({ place, isFull, surface }: Extract<Prefix, { kind: 'place' }>): boolean {
  return place.level === 'province' && !isFull && surface.length < 4
}

/** Whether two hospitals are told to be of two places. */
export function areOfTwoPlaces(one: RawName, other: RawName): boolean {
  if ((one.known === undefined) !== (other.known === undefined)) return true
  const [first, second] = [one, other].map(({ prefix }) =>
    prefix.kind === 'level' || prefix.kind === 'place' ? prefix.place?.id : undefined,
  )
  return first !== undefined && second !== undefined && first !== second
}
