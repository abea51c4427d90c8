/** Items of a list of works that are no works themselves, between those that are. */
import type { WorksObject } from '../objects/objects.ts'

/** 甲楼、信息平台、乙楼先后落成; 甲楼、丙医院国医馆、乙楼: an item that is no works, in the middle of a list of works. */
const ITEM = /^、[^，。；：、完开竣封推启投建动正已在]{2,12}[、和及与]$/u
/** 甲楼、福利中心、养老中心、乙楼等项目: several of them. */
const ITEMS = /^(?:、[^，。；：、完开竣封推启投建动正已在]{2,16}){1,4}、[^，。；：、]{0,6}$/u
/** 甲楼、某院迁址新建项目、乙楼，都力争年内竣工: an item that says itself that it is works. */
const ITEM_WORKS = /^、[^，。；：、已正]{2,20}(?:项目|工程|大楼|综合楼|病房楼|院区|新院|分院|医院)[、和及与]$/u
/** 甲医院新院区、市公共卫生中心、乙医院东院区建设: a body that no rule knows. */
const ITEM_BODY = /^、[^，。；：、完开竣封推启投建动正已在]{2,12}(?:中心|医院|卫生院|院区|楼)[、和及与]$/u
const ITEM_OF = /^[^，。；：、完开竣封推启投建动正已在]{2,8}[、和及与]$/u

/** Whether what stands between two works is one item of their list. */
export function isItem(between: string, { owners, tail }: WorksObject): boolean {
  if (owners.length === 0) return false
  return tail === '' ? ITEM_OF.test(between) || ITEM_BODY.test(between) : ITEM.test(between) || ITEM_WORKS.test(between)
}

/** 甲楼、国际|乙医院东院等项目: the beginning of a name that the reader does not know. */
const PREFIX = /^[、和及与](?![〇㐀-鿿]*[完开竣封推启投建动正已在新扩改迁将拟由])[〇㐀-鿿]{1,6}$/u

/** Whether what stands between two works is only the beginning of the name of the next, in a list that ends in projects. */
export function isPrefixed(between: string, object: WorksObject, text: string): boolean {
  return object.owners.length > 0 && PREFIX.test(between) && ALL_PROJECTS.test(text.slice(object.to))
}

const ALL_PROJECTS = /^[^，。；]*等[^，。；]{0,12}(?:项目|工程)/u

/** Whether what stands between two works are other items of one list, at whose end all are called projects. */
export function isOfProjects(between: string, last: WorksObject | undefined, text: string): boolean {
  return last !== undefined && last.tail !== '' && ITEMS.test(between) && ALL_PROJECTS.test(text.slice(last.to))
}

/** Whether the end of one list does the same to two works: 完成甲医院急诊科，乙卫生院病房的改造. */
export function isSameDeed({ rule, needs, tail }: WorksObject, last: WorksObject | undefined): boolean {
  return (
    last?.rule === 'works/shared-object' &&
    rule === last.rule &&
    needs === 'nothing' &&
    last.needs === needs &&
    tail.slice(-2) === last.tail.slice(-2)
  )
}

/** 启动 · 全力推进 · 今年完成了: the verb of a clause, with nothing else before what it does it to. */
const VERB_LEAD =
  /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]+是|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]+、|今年|年内|全年|积极|全力|加快|继续|持续|有序|扎实|稳步|大力|全面|重点|统筹|协调|抓紧|着力|将|要|拟|计划|力争|确保|已|正在|先后|陆续|相继|顺利)*(?:启动|推进|推动|加快|实施|谋划|筹划|储备|完成|建成|建设|抓好|开工(?:建设)?|续建|规划|筹建|开展|做好|促进|争取|新建|改造|扩建|迁建)(?:了|建设|实施|推进)?$/u
const ENDS_THERE = /^(?:$|[。；])/u

/** 启动甲项目，乙项目。 What one verb does to all, where a comma and nothing else parts them up to the end of what is said. */
export function joinDone(runs: WorksObject[][], text: string): void {
  for (let index = 0; index + 1 < runs.length; index++) {
    const first = runs[index]?.[0]
    if (first === undefined || runs[index + 1]?.[0]?.from !== (runs[index]?.at(-1)?.to ?? 0) + 1) continue
    let last = index
    while (isNext(runs[last], runs[last + 1], text)) last++
    if (last === index || !ENDS_THERE.test(text.slice(runs[last]?.at(-1)?.to).slice(0, 1))) continue
    const opening = Math.max(...['，', '；', '。', '：'].map((mark) => text.lastIndexOf(mark, first.from - 1))) + 1
    if (!VERB_LEAD.test(text.slice(opening, first.from))) continue
    runs.splice(index, last - index + 1, runs.slice(index, last + 1).flat())
  }
}

function isNext(run: readonly WorksObject[] | undefined, next: readonly WorksObject[] | undefined, text: string): boolean {
  const [last, first] = [run?.at(-1), next?.[0]]
  return (
    last !== undefined &&
    first !== undefined &&
    first.owners.length > 0 &&
    last.tail !== '' &&
    first.tail !== '' &&
    text.slice(last.to, first.from) === '，'
  )
}
