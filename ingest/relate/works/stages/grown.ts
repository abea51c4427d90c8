/** 经过3年的建设，某医院正式开诊: the years that a hospital was built in, before the word that ends or begins them. */
import type { Ground } from '../ground.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { StageHit } from './stage-hits.ts'

const YEARS = String.raw`(?:经过?|历经|历时)[^，。；]{0,10}(?:年|月|天|日夜)[^，。；]{0,6}(?:建设|施工|筹建|兴建|修建|建造|奋战)(?:之?后|期)?`
/** Before the name, with a word of time between. */
const BEFORE = new RegExp(String.raw`(?:^|[。；，、])${YEARS}，(?:[^，。；]{0,6}，)?(?:备受[^，。；]{0,8}的)?$`, 'u')
/** Behind the name. */
const BEHIND = new RegExp(String.raw`^${YEARS}(?:，|于|在|已?正式|现已|终于|终)`, 'u')
const FAR = 36
/** Between the name and the stage stands no more than when and how. */
const GAP =
  /^(?:[，于在将已现也终□\d年月日号]|近[日期]|日前|今[天日年]|昨[天日]|[本上下]月|起|正式|全面|顺利|如期|隆重|圆满|成功|建成|并|投入|试|开始|[上下]午|[年月][初中底末])*$/u

/** Whether a hospital is told to open, or to be handed over, after the years that it was built in. */
export function isGrown({ owners: [owner], from, to }: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  if (owner?.label !== 'Hospital' || !/经|历/u.test(text)) return false
  const behind = BEHIND.exec(text.slice(to, to + FAR))?.[0].length ?? 0
  if (behind === 0 && !BEFORE.test(text.slice(Math.max(0, from - FAR), from))) return false
  return hits.some((hit) => hit.mood === 'reached' && hit.from >= to && GAP.test(text.slice(to + behind, hit.from)))
}
