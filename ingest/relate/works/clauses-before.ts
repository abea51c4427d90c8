/** Clauses of figures that stand before the works that they are told of: 总投资4.6亿元，建筑面积6.8万平方米的某楼. */
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import type { Clause } from './stages/stage-hits.ts'
import { firstAt } from './within.ts'

/** 投资860万元: a clause that is a sum and no more. */
export const SUM_ALONE = /^(?:总?投[资入]|争取|筹[资集]|出资|安排)[^，。；]{0,8}\d[\d.]*[余多]?[万亿]元$/u

/** 投资2亿元，在新区新建甲院: whose the sum is. */
const BUILDS = /^在[^，。；]{2,12}(?:新建|建设|建成|改建)$/u
/** 甲县投入2亿元，同乙医院合作建设甲院: who pays stands before the sum. */
const BUILDS_WITH = /^[同与和][^，。；]{2,24}(?:合作|共同|联合|携手)建设了?$/u
const PAYS = /^□+(?:拟|计划|将|已|打算)?(?:在[^，。；□]{2,10})?(?=投入|投资|出资|斥资|征地|占地|用地)/u
/** 二是总投资2亿元，建设甲院新区: a point that opens with its sum. */
const BUILDS_IT =
  /^(?:新建|新盖|建设|迁建|扩建|改扩建|改造|翻新|翻建|改建|重建|再建|加盖)了?(?:[一1][栋座幢处个])?(?:[\d一二三四五六七八九十]{1,3}层高?的?)?$/u
const POINT_OF_SUM = /^(?:[一二三四五六七八九十]+是)(?:预计|计划|拟|一期)*总?投资[约近]?\d/u

const DOES_TO = /^[对为给]$/u

function isSum({ text }: Ground, clause: Clause | undefined): boolean {
  return clause !== undefined && SUM_ALONE.test(text.slice(clause.from, clause.to))
}

function isPointOfSum({ text }: Ground, clause: Clause | undefined): boolean {
  if (clause !== undefined && text.charAt(clause.from - 1) === '：' && /^总?投资/u.test(text.slice(clause.from, clause.to))) return true
  return clause !== undefined && POINT_OF_SUM.test(text.slice(clause.from, clause.to))
}

/** 总投资4.6亿元，建筑面积6.8万平方米的某楼: clauses of figures before an object that the last of them qualifies. */
export function clausesBefore(group: Group, ground: Ground): Clause[] {
  const lead = ground.text.slice(group.clause.from, group.objects[0]?.from)
  const index = firstAt(ground.clauses, group.clause.from)
  if (
    !lead.endsWith('的') &&
    !BUILDS.test(lead) &&
    !BUILDS_WITH.test(lead) &&
    !(
      (DOES_TO.test(lead) || (BUILDS_IT.test(lead) && (group.objects[0]?.owners.length ?? 0) > 0)) &&
      isSum(ground, ground.clauses[index - 1])
    ) &&
    !(BUILDS_IT.test(lead) && isPointOfSum(ground, ground.clauses[index - 1]))
  )
    return []
  const before: Clause[] = []
  for (let at = index - 1; at >= 0; at--) {
    const clause = ground.clauses[at]
    if (
      clause === undefined ||
      ground.text.charAt(clause.to) !== '，' ||
      ground.figuresIn(clause).length === 0 ||
      ground.masked.slice(clause.from, clause.to).replace(PAYS, '').includes('□')
    )
      break
    before.unshift(clause)
  }
  return before
}
