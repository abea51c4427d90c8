/** Campuses and rooms that a hospital has: told where they stand, or kept up among other matter, and no works. */
import type { WorksObject } from './objects.ts'
import type { Context } from './described.ts'

/** 医院现有两个院区：城区院区位于…，占地52亩: what a hospital consists of. */
const HAS_CAMPUSES =
  /(?:现有|现设|现辖|拥有|共有|设有|开设|下设|下辖|分设|分为|分成|辖|含|包括|包含|有|设|由)(?:[^，。；：]{1,8}、[^，。；：]{1,8}(?:[、和及][^，。；：]{1,8})?)?[一二两三四五六七八九多\d]个?(?:大|主要)?(?:院区|分院|院部|院址)/u
const CAMPUS = /(?:院区|分院|院部|[东西南北新老本]院)$/u
const MOST_BEFORE = 160

/** 外科楼、内科楼、门诊楼等建筑面积8万平方米: how large all houses together are. */
const HOUSES = /^(?:、[^，。；、]{2,8}[楼房]){1,6}等[^，。；\d]{0,8}(?:面积|用房)/u
const MOST_HOUSES = 70

/** Whether a campus or a house is one of those that its sentence counts, and nothing tells how far it is. */
export function isStanding({ from, to, tail, works }: WorksObject, { ground: { text }, hits }: Context): boolean {
  if (works === undefined && hits.all.length === 0 && HOUSES.test(text.slice(to, to + MOST_HOUSES))) return true
  if (works === 'relocation' || !CAMPUS.test(tail) || hits.all.length > 0) return false
  return HAS_CAMPUSES.test(text.slice(Math.max(0, from - MOST_BEFORE), from))
}

/** 完成食堂改造，全年未发生安全责任事故: what any house needs now and then. */
const UPKEEP =
  /^(?:职工|员工|病员|营养|医院|公共|机关|老|旧|原)*(?:食堂|餐厅|厨房|停车[场位]|车棚|厕所|卫生间|公厕|浴室|澡堂|洗衣房|开水房|水房|仓库|库房|大门|围墙|院墙|路面|绿化|草坪|值班室|会议室|办公室|活动室|阅览室|更衣室|宿舍)[^，。；项工]{0,6}(?:改造|装修|翻新|翻修|维修|修缮|整修|粉刷|硬化)(?:升级|提升)?$/u

/** Whether works are no more than upkeep that is told without a sum, a size or the name of its project. */
export function isUpkeep({ from, owners, tail }: WorksObject, { ground, hits, group }: Context): boolean {
  // 产房改造、透析室扩建和食堂翻新: one of the works.
  if (owners.length > 0 || !UPKEEP.test(tail) || '、和及与'.includes(ground.text.charAt(from - 1))) return false
  return [group.clause, ...hits.following].every((clause) => ground.figuresIn(clause).length === 0)
}

/** 甲医院高压氧系统更新项目投资420万元，已竣工: of a thing that nobody reads as works, and not of the hospital. */
export const OTHER_PROJECT =
  /^(?![是为作系被列属入纳等的和及与暨将已正在现总新拟整异易项]|计划|工程|建设|[一二三四五]期)[〇㐀-鿿]{2,9}(?:建设|改造|采购|购置|提升|更新|升级)(?:项目|工程)/u

/** 原计划建设的甲医院因资金未落实，暂缓实施. */
export const ONCE_MEANT = /(?:原(?:计划|定|拟|本)|计划|拟)[^，。；]{0,10}(?:建设|新建|迁建|开工|实施|动工|兴建)的$/u
