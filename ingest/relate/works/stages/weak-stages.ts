/** Stages that hold only while the document tells nothing firmer of the same works. */
import type { Claim } from '../../../../cypher/model/index.ts'
import type { Sentence } from '../../../read/sentence.ts'
import type { Progress } from './stages.ts'
import type { Gathered, Told } from '../tell.ts'

/** 塔吊林立: what a visitor sees of works, however far they are. */
const SCENE = /林立|轰鸣|隆隆|正酣|热火朝天|如火如荼|^(?:紧张|火热)(?:建设|施工)$/u

/** 甲楼、乙院迁建等项目全力推进: what is said of many at once, however far each of them is. */
const OF_MANY = /等[^，。；]{0,6}(?:项目|工程)/u
const PUSHED_ON = /^(?:有序|顺利|稳步|加快|扎实|全力|加速|持续|抓紧|协同)(?:推进|实施|进行)$/u

/** 全力推进甲楼、乙院迁建: what stands before the works says that they go on, and not how far they are. */
const PUSHES = /^(?:有序|顺利|稳步|加快|扎实|全力|加速|持续|抓紧|协同|加紧)?(?:推进|实施|建设)(?:建设|实施)?$/u

/** Whether a stage rests on no more than a verb or on what a visitor sees. */
export function isWeakStage({ status, hit, planned }: Progress, { object }: Pick<Told, 'object'>, { text }: Sentence): boolean {
  if (status === undefined) return false
  if (!planned && hit !== undefined && hit.to <= object.from && PUSHES.test(hit.word)) return true
  return hit === undefined || SCENE.test(hit.word) || (!planned && PUSHED_ON.test(hit.word) && OF_MANY.test(text))
}

/** Takes back stages that rest on a verb where the document tells the stage of the same works in so many words. */
export function dropWeak(into: Gathered): void {
  const dropped = new Set(into.weak.filter(({ project }) => into.firm.has(project)).map(({ claim }) => claim))
  if (dropped.size === 0) return
  const kept = into.claims.flatMap((claim): Claim[] => {
    if (!dropped.has(claim)) return [claim]
    return claim.kind === 'relation' ? [{ ...claim, attrs: {} }] : []
  })
  into.claims.splice(0, into.claims.length, ...kept)
}
