/** Which hospitals a program is told of that its own clause does not name: those of the clause before, of a department, of the paragraph. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

/** A sentence with the hospitals and bodies that it names. */
interface Scene {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly bodies: readonly SentenceMention[]
}

/** A program in its clause, spans in `Sentence.text`. */
interface Told extends BareSpan {
  readonly clause: BareSpan
  readonly forHospitals: boolean
}

const NONE: readonly never[] = []

/** 县医院严抓质控，顺利通过三级医院复审: the hospitals that the sentence named last, with none but them told of since. */
export function hospitalsOfSentence({ sentence: { text }, bodies }: Scene, program: Told): readonly string[] {
  const { from, clause } = program
  if (!program.forHospitals && !isWon(text, program)) return NONE
  const last = bodies.findLast(({ to }) => to <= clause.from)
  if (last?.label !== 'Hospital' || ELSEWHERE.test(text.slice(last.to, from))) return NONE
  const first = bodies.findLast(({ from: at }, index) => at <= last.from && !isListed(text, bodies[index - 1], at))
  if (first === undefined || BESIDE.test(text.slice(Math.max(0, first.from - 2), first.from))) return NONE
  return joined(text, bodies, first).map(({ entity }) => entity)
}

const isListed = (text: string, before: SentenceMention | undefined, at: number): boolean =>
  before !== undefined && /^[、和及]$/u.test(text.slice(before.to, at))
/** 与甲医院签约: a partner. */
const BESIDE = /(?:[与同跟由在向赴对为受给]|邀请|联合|依托|携手)$/u

/** 县中医院启用新楼，入选某工程建设单位: the clause goes on with the hospital of the one before. A title of places (试点县) is none of hospitals. */
export function isWon(text: string, { from, to, clause }: BareSpan & { readonly clause: BareSpan }): boolean {
  return WON.test(text.slice(clause.from, from)) && !OF_PLACES.test(text.slice(from, to + 4))
}

const WON =
  /^(?:(?:20\d\d|今|去|同|当|[次前])年(?:\d{1,2}月(?:\d{1,2}日)?|年?[初底中末])?|\d{1,2}月(?:\d{1,2}日)?)?(?:并|且|还|同时|成功|顺利|先后|率先|被|正在?|积极|已)*(?:是(?!推进|推动|深化|落实|贯彻|我|全县|全市)|申报|入选|获批|获评|荣获|荣膺|评为|列为|列入|纳入|确定为|命名为|授予|成为|通过|创成|晋升|建设成|打造成|创建(?<=成功创建)|获得|拥有|现有|建有)/u
const OF_PLACES = /(?:[县市区旗州镇村]|县城|城市)(?:（[^）]*）)?["”]?(?:$|[，。；、和])/u
/** Who else may be told of: 全县, 我市, 各医疗机构, another of a list. */
const ELSEWHERE =
  /[；;每]|(?:医共体|医联体|集团|联盟|联合体|共同体)，|其他|其它|至少|\d[家所个]|全[省市县区旗州](?!首|唯一|第一|率先)|[我各两][省市县区旗州院家医]|支持|帮助|帮扶|对口|与|向|赴|派(?!出所)/u

/** 甲大学与乙县签订协议，决定启动丙工程: the body with which the sentence begins, where the clause has no subject and none but it is told of since. */
export function subjectOfSentence(
  { sentence: { text }, mentions, bodies }: Scene & { readonly mentions: readonly SentenceMention[] },
  program: Told,
): string | undefined {
  const { from, clause } = program
  if (text.charAt(clause.from - 1) !== '，' || !BEGUN.test(text.slice(clause.from, from))) return undefined
  const start = text.lastIndexOf('；', clause.from) + 1
  const subject = bodies.find((body) => body.from >= start && body.to <= clause.from)
  if (
    subject === undefined ||
    !BEFORE_SUBJECT.test(text.slice(start, subject.from)) ||
    !AFTER_SUBJECT.test(text.slice(subject.to, clause.from))
  )
    return undefined
  const since = text.slice(subject.to, from)
  return ELSE_TOLD.test(since) || mentions.some((other) => other.from >= clause.from && other.to <= from) ? undefined : subject.entity
}

/** What is done, with nobody told to do it. */
const BEGUN = /^(?:并|还|也|随后|随即|决定|正式|全面|积极|联合|共同|率先|先后|已|将)*(?:启动|实施|开展|推出|打造|承担|发起|推行|设立|创办)/u
/** 近日，… · 3月6日，… */
const BEFORE_SUBJECT = /^(?:[^，。；]{0,12}[年月日来前间]，?)?(?:近日|日前|目前|同时|其中|此外)?，?$/u
const AFTER_SUBJECT = /^(?:还|也|已|将|先后|分别|今年|去年)*(?:[与和同跟]|联合|携手|签订|签署|加入)/u
const ELSE_TOLD = /[；;每]|[全我各两][省市县区旗州院校]|双方|三方|各方|当地|对方/u

/** 为响应“体重管理年”活动，4月8日，甲医院开设门诊 · 基层旗舰店创建：甲、乙卫生院挂牌: the hospitals that the next clause begins with. */
export function hospitalsNext(
  { sentence: { text }, bodies }: Scene,
  program: Told & { readonly rule: string; readonly betweenRegions: boolean },
): readonly string[] {
  const { from, to, clause, rule } = program
  if (program.betweenRegions || (rule.startsWith(OF_PLACE) && !text.startsWith(OF_STATE, from))) return NONE
  const first = bodies.find((body) => body.from > to)
  if (first?.label !== 'Hospital') return NONE
  const list = joined(text, bodies, first)
  const isItem = first.from === to + 1 && text.charAt(to) === '：'
  if (isItem) return WON_BELOW.test(text.slice(list.at(-1)?.to)) ? list.map(({ entity }) => entity) : NONE
  const before = text.slice(clause.from, from)
  const after = text.slice(to, clause.to)
  const isDoneFor = DONE_FOR.test(before) || (TAKEN.test(before) && AS_REASON.test(after)) || (BARE.test(before) && SINCE.test(after))
  const isAmong = LISTED.test(after) && AMONG.test(text.slice(list.at(-1)?.to))
  return (isDoneFor || isAmong) && UP_TO_SUBJECT.test(text.slice(clause.to, first.from)) ? list.map(({ entity }) => entity) : NONE
}

/** 健康某地行动 is run by the place. */
const OF_PLACE = 'programs/healthy-place'
const OF_STATE = '健康中国'
const DONE_FOR = /^(?:近日|日前|今年以?来)?，?(?:为|积极响应|响应|自从?(?!主|觉|愿)|随着|借|按照|根据)/u
const TAKEN = /^(?:$|“$|以|在|结合|围绕|依托|借助|利用)/u
const AS_REASON =
  /^[”"]?(?:活动|项目|工程|行动|建设|创建|工作|改革|试点)*(?:为|的?开展|的?推进)?(?:(?:过程)?中|方面|契机|抓手|载体|主线|牵引|机遇|平台|东风)$/u
const BARE = /^[“"]?$/u
const SINCE = /^[”"]?(?:活动|项目|工程|行动|计划|建设|工作|改革|试点)*(?:自)?(?:开展|实施|启动|推行|推进)(?:[^，。；]{0,4}来|以?后)$/u
/** “千县工程”名单公布，甲医院上榜 */
const LISTED = /(?:名单|结果)(?:正式|日前|近日|已)*(?:公布|揭晓|出炉|公示|发布)$/u
const AMONG = /^[^，。；]{0,8}?(?:上榜|入选|入围|在列|榜上有名|[名位]列其中)/u
/** ，4月8日，… */
const UP_TO_SUBJECT = /^，(?:[^，。；]{0,14}[年月日来前午间]，?)?(?:近日|日前|目前|现在?)?，?$/u
const WON_BELOW =
  /^(?:等?(?:\d+|[一二两三四五六七八九十]+)?[家所个]?(?:卫生院|医院|机构|单位)?)?(?:均|已|都|全部|先后|成功|顺利|正式|高分|分别)*(?:挂牌|授牌|通过|达标|达到|建成|创成|入选|获批|获评|列入|纳入|完成)/u

/** 加强院肿瘤科重点专科建设: the hospital that the sentence, else the paragraph, named last. */
export function hospitalOfDepartment({ reading, sentence, bodies }: Scene, { from, clause }: Told): string | undefined {
  if (!OF_DEPARTMENT.test(sentence.text.slice(clause.from, from))) return undefined
  const isHospital = ({ label }: SentenceMention): boolean => label === 'Hospital'
  const own = bodies.findLast((mention) => isHospital(mention) && mention.to <= from) ?? bodies.find(isHospital)
  return own?.entity ?? hospitalBefore(reading, sentence)
}

const OF_DEPARTMENT = /(?<!专|学)科(?:室)?的?$/u

/** 赴, 走进, 前往 before the name of a place. */
const WENT_TO = /(?:[赴到]|走进|前往|来到|深入|抵达)$/u
const MOST_WENT = 2
/** The last hospital that the paragraph names before a sentence, or one of so many sentences before it; one of the home before others where `isOwn`. */
function hospitalBefore(reading: Reading, sentence: Sentence, { most = 0, isOwn = false } = {}): string | undefined {
  const own = `hospital/${reading.document.home.at(-1)?.adcode ?? ''}/`
  const isNear = (at: number): boolean => reading.sentences[at]?.paragraph === sentence.paragraph || sentence.index - at <= most
  for (let index = sentence.index - 1; index >= 0 && isNear(index); index--) {
    const hospitals = (reading.mentions[index] ?? []).filter((mention) => mention.label === 'Hospital')
    const text = reading.sentences[index]?.text ?? ''
    // 甲医院组织专家赴乙卫生院义诊: the one that went, and not where it went.
    const last =
      (isOwn ? hospitals.findLast(({ entity }) => entity.startsWith(own)) : undefined) ??
      hospitals.findLast(({ from }) => !WENT_TO.test(text.slice(Math.max(0, from - MOST_WENT), from))) ??
      hospitals.at(-1)
    if (last !== undefined) return last.entity
  }
  return undefined
}

/** 该院: the hospital that was named last, where the clause up to the name says so. */
export function thatHospital({ reading, sentence, bodies }: Scene, { from, clause }: Told): string | undefined {
  const words = sentence.text.slice(clause.from, from)
  if (!THAT_HOSPITAL.test(words)) return undefined
  // 甲医院与乙签约：前者支持该院建设某中心: of whom the sentence tells.
  const own = bodies.find(({ to }) => to <= clause.from)
  if (own?.label === 'Hospital' && AT_START.test(sentence.text.slice(0, own.from))) return own.entity
  // On a page of its own a hospital that no one named since the paragraph began is the one that speaks.
  return hospitalBefore(reading, sentence, { most: reading.document.speaker === null ? MOST_BACK : 0, isOwn: !POINTED.test(words) })
}

const AT_START = /^(?:[^，。；]{1,14}，)?[^，。；]{0,8}$/u
/** Sentences back to which 该院 may point, whatever paragraphs lie between. */
const MOST_BACK = 6
const POINTED = /该/u
const THAT_HOSPITAL =
  /该院|该医院|该中心|^(?:今年|同时|下一步|接下来|未来|近年来)?医院(?:将|还|已|以|围绕|聚焦|先后|坚持|紧扣|积极|高度重视|勇于|始终|不断|持续|大力|深入|成功|顺利)/u

/** The first body and those that stand beside it in one list. */
export function joined(text: string, mentions: readonly SentenceMention[], first: SentenceMention): SentenceMention[] {
  const list = [first]
  for (const mention of mentions) {
    const last = list.at(-1)
    if (last !== undefined && mention.from >= last.to && /^[、和及与以]{1,2}$/u.test(text.slice(last.to, mention.from))) list.push(mention)
  }
  return list
}
