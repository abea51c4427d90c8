/** Campuses that are built: their stages, and an opening that is that of new premises. */
import { END } from '../stages/driven.ts'
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import { CAMPUS_NAME, type WorksObject } from './objects.ts'
import { isNewCampus } from './new-campus.ts'
import type { StageHit } from '../stages/stage-hits.ts'
import { withoutTime } from '../stages/time-words.ts'

/** Characters between a campus and its stage: 已提前核准勘察设计招标方案. */
const CAMPUS_GAP = 14

/** 迎来首批患者, 启用使用了. */
const FIRST_GUESTS = /^(?:运行|使用|建设|迎客|纳客|迎诊|接诊|应诊|了)*(?:[^，。；]{0,4}(?:患者|病人|产妇|群众|市民|居民|老人|就诊者))?/u

/** 新院区疼痛门诊开诊: a ward, and not the campus. */
const OF_WARD = /科|门诊|病[区房]|中心|室|系统|平台|食堂|药房|窗口|服务|车/u
/** 石桥分院的评审推迟到明年: of something that the campus has. */
const OF_ITS = /^的(?!建设|施工|主体|项目|工程|土建|装修|装饰|选址|前期|设计|开工|搬迁|可研|立项|规划|楼)/u
/** 启用揭牌仪式今日举行. */
const OPENING = /^(?:揭牌|启用|开诊|开业|搬迁|暨|活动|仪式|典礼|庆典|正式|隆重|今[日天]|顺利|如期)*(?:在[^，。；]{2,10})?(?:举行|举办)?/u

/** 甲医院北院区: a campus of its own by the side on which it lies; one named after a place may be another hospital's. */
const OWN_CAMPUS = /(?:[东西南北]院区?|[东西南北][部城新]院区|城[东西南北](?:院区|分院))$/u

/** 市中医院滨江院区已于去年开诊: a campus of the place's own hospital, with the day of its opening. */
const OF_HERE = /^[市县区州旗](?:第?[一二三四五六七八九十]+|中心|中医|人民|妇幼|中西|儿童|传染|精神|康复)/u
const DATED = /(?:于|在|自)(?:去年|今年|前年|(?:19|20)\d{2}年|\d{1,2}月|日前|近日)/u

/** 2016年投入使用的甲医院东院区, 去年开诊的乙医院新院区: since when it stands, before its name. */
const OPENED_BEFORE =
  /(?:(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[去今前]年(?:底|初|\d{1,2}月)?|\d{1,2}月(?:\d{1,2}日)?)(?:全面|正式|顺利|整体|新)*(?:建成|竣工|建成投用|建成启用|投入使用|投用|启用|投入运行|落成|开诊|开业|搬迁|交付使用)的$/u
const MOST_OPENED = 26

/** Whether a campus is named with the day since which it is in use. */
export function isOpenedBefore({ from, to }: WorksObject, { text }: Ground): boolean {
  return CAMPUS_NAME.test(text.slice(from, to)) && OPENED_BEFORE.test(text.slice(Math.max(0, from - MOST_OPENED), from))
}

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
    !(OF_HERE.test(text.slice(object.from, object.to)) && DATED.test(masked.slice(at.last, first.from))) &&
    !at.isSized &&
    !at.group.objects.some((other) => other.tail !== '')
  )
    return false
  return END.test(text.slice(at.said.at(-1)?.to).replace(FIRST_GUESTS, '').replace(OPENING, ''))
}
