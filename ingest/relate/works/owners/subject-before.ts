/** The hospital that is the subject of the clause or sentence in which works stand: 县医院新建外科楼. */
import type { SentenceMention } from '../../../reading.ts'
import { inBracket } from '../lists/head-words.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { within } from '../within.ts'

/** Bodies that stand before their new house does; other centres begin with it, and are built by their district. */
export const STANDING_BODY = /疾控|疾病预防|疾病控制|血站|血液|急救|救援|卫生监督|防治|学校|学院|监测|福利|养老|护理院|妇幼/u
/** 急救中心设在甲医院院内，新建的指挥大楼…: of either. */
const HOUSED = /^(?:设在|位于|坐落|挂靠)/u
/** Characters before a subject that leave it at the head. */
export const LEAD_IN = 8
/** How far back in a sentence its subject is looked for; a longer way has lost it. */
const LOOK_BACK = 300

/** 为改善就医环境，甲医院投入480万元: a subject behind what it is done for. */
const AIMS = /^为了?[^，。；]{2,30}，$/u

/** 急救中心设在甲医院院内，新建的指挥大楼…: where it is. */
const SITED = /设[在于]$|建在$/u

/** 项目选址于甲医院西侧: what it stands beside. */
const BESIDE = /^(?:老?院区?)?(?:[东西南北]{1,2}[侧面边]|旁|对面|附近|以[东西南北]|周边|隔壁)/u

/** 乙医院借甲医院旧址改造的新院: where it will be, and not whose. */
const OLD_SITE = /^的?[老旧原]?(?:旧址|原址|老址|老院[区址]?|旧院[区址]?|原院[区址])/u
const LENT = /(?:借用?|利用|租用|租赁|依托|使用|改造|在|将|把)[原老旧]?$/u

const SITE_BEFORE = /(?:选址|位于|坐落|地处|地点|毗邻|紧邻|设于)[^，。；]{0,6}$/u

/** The hospital that is the subject of the clause or of the sentence: 县医院新建外科楼. */
export function subjectBefore(object: WorksObject, place: Place): SentenceMention | undefined {
  const { text } = place.sentence
  const since = Math.max(0, object.from - LOOK_BACK)
  const before = text.slice(since, object.from)
  const earlier = within(place.mentions, since, object.from).filter(
    (mention) =>
      mention.label === 'Hospital' &&
      canOwn(mention) &&
      mention.to <= object.from &&
      !inBracket(text, mention.from) &&
      !(OLD_SITE.test(text.slice(mention.to, mention.to + 5)) && LENT.test(text.slice(Math.max(0, mention.from - 4), mention.from))) &&
      !SITED.test(text.slice(Math.max(0, mention.from - 2), mention.from)) &&
      !(BESIDE.test(text.slice(mention.to, mention.to + 5)) && SITE_BEFORE.test(text.slice(Math.max(0, mention.from - 8), mention.from))),
  )
  const last = (marks: readonly string[]): number => Math.max(...marks.map((mark) => before.lastIndexOf(mark)))
  const clause = since + last(['，', '；', '：', '。'])
  const own = earlier.findLast((mention) => mention.from > clause)
  if (own !== undefined) return own
  // 由乙医院派团队常驻的甲医院，二期病房楼已投用: of the one that the clause before ends on.
  const topic = clause === object.from - 1 ? earlier.findLast((mention) => mention.to === clause) : undefined
  if (topic !== undefined && text.charAt(topic.from - 1) === '的') return topic
  const stop = since + last(['；', '。'])
  const subject = earlier.find(
    (mention) => mention.from > stop && (mention.from - stop <= LEAD_IN || AIMS.test(text.slice(stop + 1, mention.from))),
  )
  if (subject !== undefined)
    return earlier.filter((mention) => mention.from > stop).every((mention) => mention.entity === subject.entity) ? subject : undefined
  // 县医院病房改造完成；县疾控中心迁入旧校，实验室改造正在招标: of the body at the head of its part.
  return earlier.some((mention) => mention.from > stop)
    ? undefined
    : within(place.mentions, since, object.from).find(
        (mention) =>
          mention.label === 'Institution' &&
          canOwn(mention) &&
          STANDING_BODY.test(mention.name) &&
          !HOUSED.test(text.slice(mention.to, mention.to + 3)) &&
          mention.from > stop &&
          mention.from - stop <= LEAD_IN &&
          mention.to <= object.from,
      )
}
