/** Campuses that are built: their stages, and an opening that is that of new premises. */
import { END } from './driven.ts'
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import { CAMPUS_NAME, type WorksObject } from './objects.ts'
import { isNewCampus } from './new-campus.ts'
import type { StageHit } from './stage-hits.ts'
import { withoutTime } from './time-words.ts'

/** Characters between a campus and its stage: 已提前核准勘察设计招标方案. */
const CAMPUS_GAP = 14

/** 迎来首批患者, 启用使用了. */
const FIRST_GUESTS = /^(?:运行|使用|建设|迎客|纳客|迎诊|接诊|应诊|了)*(?:[^，。；]{0,4}(?:患者|病人|产妇|群众|市民|居民|老人|就诊者))?/u

/** 新院区疼痛门诊开诊: a ward, and not the campus. */
const OF_WARD = /科|门诊|病[区房]|中心|室|系统|平台|食堂|药房|窗口|服务|车/u
/** 石桥分院的评审推迟到明年: of something that the campus has. */
const OF_ITS = /^的(?!建设|施工|主体|项目|工程|土建|装修|装饰|选址|前期|设计|开工|搬迁|可研|立项|规划|楼)/u
/** 启用揭牌仪式今日举行. */
const OPENING = /^(?:揭牌|启用|开诊|开业|搬迁|暨|活动|仪式|典礼|庆典|正式|隆重|今[日天]|在[^，。；]{2,10}|顺利|如期)*(?:举行|举办)?/u

/** 甲医院北院区: a campus of its own by the side on which it lies; one named after a place may be another hospital's. */
const OWN_CAMPUS = /(?:[东西南北]院区?|[东西南北][部城新]院区|城[东西南北](?:院区|分院))$/u

/** Whether a name is that of a campus which can only be the hospital's own. */
export function isOwnCampus(name: string): boolean {
  return OWN_CAMPUS.test(name)
}

/** 甲医院新院区完成设计招标: a campus has stages of its own before it stands. Its mere opening is as often a cooperation. */
export function isCampusBuilt(
  object: WorksObject,
  at: { said: readonly StageHit[]; last: number; group: Group; isSized: boolean },
  ground: Ground,
): boolean {
  const { text, masked } = ground
  const [first] = at.said
  if (first === undefined || !CAMPUS_NAME.test(text.slice(object.from, object.to)) || first.mood === 'denied') return false
  const gap = withoutTime(masked.slice(at.last, first.from))
  if (gap.length > CAMPUS_GAP || gap.includes('□') || OF_ITS.test(gap)) return false
  if (first.status !== 'completed' && first.status !== 'in_use') return true
  const isNew = isNewCampus(text.slice(object.from, object.to))
  if (OF_WARD.test(gap)) return false
  if (
    /诊|业|揭牌/u.test(first.word) &&
    !isNew &&
    !isOwnCampus(text.slice(object.from, object.to)) &&
    !at.isSized &&
    !at.group.objects.some((other) => other.tail !== '')
  )
    return false
  return END.test(text.slice(at.said.at(-1)?.to).replace(FIRST_GUESTS, '').replace(OPENING, ''))
}
