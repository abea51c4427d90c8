/** Items of a list of works that are no works themselves, between those that are. */
import type { WorksObject } from './objects.ts'

/** 甲楼、信息平台、乙楼先后落成; 甲楼、丙医院国医馆、乙楼: an item that is no works, in the middle of a list of works. */
const ITEM = /^、[^，。；：、完开竣封推启投建动正已在]{2,12}[、和及与]$/u
/** 甲楼、福利中心、养老中心、乙楼等项目: several of them. */
const ITEMS = /^(?:、[^，。；：、完开竣封推启投建动正已在]{2,16}){1,4}、[^，。；：、]{0,6}$/u
/** 甲楼、某院迁址新建项目、乙楼，都力争年内竣工: an item that says itself that it is works. */
const ITEM_WORKS = /^、[^，。；：、已正]{2,20}(?:项目|工程|大楼|综合楼|病房楼|院区)[、和及与]$/u
const ITEM_OF = /^[^，。；：、完开竣封推启投建动正已在]{2,8}[、和及与]$/u

/** Whether what stands between two works is one item of their list. */
export function isItem(between: string, { owners, tail }: WorksObject): boolean {
  if (owners.length === 0) return false
  return tail === '' ? ITEM_OF.test(between) : ITEM.test(between) || ITEM_WORKS.test(between)
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
