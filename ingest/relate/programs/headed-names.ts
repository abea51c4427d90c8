/** Names by their heads: read leftwards from 行动, 工程, 改革… to where the name begins. */
import type { Reading } from '../../reading.ts'
import { unitTable } from '../sentence/unit-table.ts'
import type { BareSpan, BareText } from './bare-text.ts'
import type { Candidate } from './candidate.ts'
import { coreOf } from './core.ts'
import { isAt, mayEndName } from './head-ends.ts'
import { beginningsOf, isTopical } from './head-words.ts'
import { namesNothing } from './no-name.ts'
import { GENERAL, KIND_BEFORE } from './quoted-names.ts'
import { isArea, isGeneric, isYears } from './plain-words.ts'
import { programWords, type ProgramWords } from './rules.ts'
import type { Head } from './signs.ts'

/** No name of the seeds is longer (社区卫生服务站和村卫生室中医药适宜技术培训全覆盖项目 has 26). */
const MOST_NAME = 30
/** Characters before a name in which it may be told what kind of thing it is. */
const MOST_BEFORE = 80
const STOPS = unitTable('，。；：！？\t|《》…｜—●★■◆▲◎※①②③④⑤⑥⑦⑧⑨⑩')
/** 支持青岚市建设国家…合作示范区: who builds it stands before. */
const BUILT_IN = /(?:(?<![社小新片校院病示范])区|(?<!城)市|[省县州旗])建设$/u
const LEAST_BUILT_IN = 6
/** 中国—东盟: a dash inside a name. */
const JOINS_LANDS = /中国—$/u
/** No longer word that holds a verb has more. */
const MOST_LONGER = 3
const CLASSIFIED =
  /(?:\d+(?:\.\d+)?|[两三四五六七八九十几数]|[*X]+)[万余多]*(?:家|个|所|名|支|张|例|次|人|处|场|辆|台|种|套|批|间|位|类|条|件)$/u
const DATED = /(?:\d{4}年(?:\d{1,2}月)?|\d{1,2}月|\d{1,2}日)$/u
/** 投资28.6亿元建十大健康惠民工程: the sum is no part of the name. */
const PAID = /\d[\d.]*[亿万]元?(?:建设?|打造|实施)?$/u
const JOINT = /(?:以及|和|与|(?<![普惠涉])及|暨|、)$/u
/** 和田地区, 和静县: no joining word. */
const BEGINS_WITH_AND = /^(?:田[地市县]|平[区县]|[顺静硕政]县|龙市|布克|林格)/u
const ENDS_PAID = unitTable('亿万元建设造施')
const ENDS_CLASSIFIED = unitTable('家个所名支张例次人处场辆台种套批间位类条件')
const ENDS_DATED = unitTable('年月日')
const ENDS_JOINT = unitTable('及和与暨、')
/** 流程优化行动: a verb that ends a name. */
const BETTERED = /(?:资源|流程|结构|服务|环境|布局|体系)(?:优化|强化|完善)$/u
/** Last units of all these, of 的 and of brackets. */
const EDGES = unitTable('亿万元建设造施家个所名支张例次人处场辆台种套批间位类条件年月日及和与暨、的（')
const RAISED_WITH = /^(?:服务|保障|救治)?能力(?:建设|提升)(?:项目|工程)/u
const BRACKET = '）'.charCodeAt(0)
/** 3.健康青岚行动, 一、区域医疗中心创建 */
const ITEM_NUMBER = /^(?:\d{1,2}[.．]|[一二三四五六七八九十]{1,2}、|专栏\s?[\d一二三四五六七八九十]{1,2}\s?)$/u
const NUMBER_REACH = 7
/** 表二 对外协作项目: the caption of a table. */
const CAPTION = /^附?表[一二三四五六七八九十\d]{1,2}/u
const NUMBERED = /^（[一二三四五六七八九十\d]+）$/u
/** 市 of 市中医药改革 is the home; 区 of 区域 is none. */
const OWN_LEVEL = /[市区县旗州省](?![级域场民政外内属际道委校报]|乡(?!镇卫生院))/uy
/** A Chinese character before a quotation may be its first half: 青少年“明眸皓齿”工程. */
const NAMED_BEFORE = /[\u4e00-\u9fff]/u
const LEADING_COUNT =
  /(?:此次|本次|这次)?第(?:\d+|[一二两三四五六七八九十百]+)[届期批次轮站]|(?:[国省市区县]家?级(?=[\d一二两三四五六七八九十]))?(?:\d+|[一二两三四五六七八九十百]+)(?:项|个|大)(?!年|病|专科|学科)/uy
/** Titles of places and cities, which hold the name of a known scheme as a part. */
const TITLE = /(?:示范|试点|试验|先行|先进)(?:城市|区|县|市|旗|单位)(?:建设|创建)?$/u
/** 社区卫生服务中心改造工程 are works on one house. */
const PREMISES =
  /(?:医院|卫生院|养护院|护理院|康养院|敬老院|服务中心|服务站|保健院|保健站|保健所|疾控中心|急救中心|指挥中心|调度中心)(?:业务用房)?(?:升级|改造|改建|扩建|提升|装修|建设|修缮|维修|新建|迁建)*(?:（[^（）]*）)?$/u
/** 疫后重点建设工程, 民生实事项目: what kind of list it stands in, no name. */
const LABEL = /(?:重点|重大|民生|实事|民心|交钥匙|[两三四五六七八九十][个项大]品牌)(?:民生|实事|建设)*$/u
/** 揭牌仪式、学术讲座和义诊活动, 签约暨义诊活动: what is done on a day. */
const EVENTS = /(?:仪式|讲座|论坛|义诊)[、和及与]|暨/u
/** 妇幼服务标杆和健康品牌: what is to be reached. */
const LABELLED = /(?:标杆|品牌|名片)[和与]/u
/** 形式主义、不担当不作为专项治理: drives of the party in its own ranks. */
const OWN_RANKS = /党[纪风]|主题教育|形式主义|官僚主义|担当|作为|腐败|吃喝|酒驾|赌博|违纪|违规|四风|圈子/u
/** Papers and offices: 防治管理办公室试点. */
const NO_NAME = /方案|办公室|领导小组|指挥部|委员会/u
const OF_MEDICINE = /医[药疗]|医院|卫生|药品/u
/** 中心主任某某博士也受邀参加本次活动: a person is named, and no program. */
const PERSON = /(?:主任|院长|书记|博士|教授|先生|女士|同志|医师)[\u4e00-\u9fff]*(?:被|受邀|参加|介绍|表示|率)/u
/** 获评全国示范项目: an award. */
const AWARDED = /(?:获评|荣获|评为)[^，。；]*$/u
/** 老年医学、医学工程: what is studied. */
const DISCIPLINE = /(?:医学|生物|软件|电气|化学|机械|土木|组织|基因|遗传|材料)$/u
/** 明年6月底前工程竣工: by when. */
const DUE = /[年月]?[底前初末]$/u
/** 总投资2亿元的中医康复建设项目: a house, and no program. */
const BUILT = /总投资|建筑面积|占地|床位|环境影响|环评|项目名称|建设地点|可行性研究|初步设计|招标|总平面/u
const EMPTY_BODY = /^(?:专项|[一二两三四五]年|\d年|百日|提升|攻坚|推进)*$/u
/** Ends of a body that make an everyday duty of 建设, 活动 and 项目. */
const DUTY =
  /(?:医共体|医联体|院|站|所|(?<!救治)单元|开工|动工|竣工|投用|开建|党的?|队伍|能力|制度|机制|机构|平台|系统|信息化|基地|中心|门诊|科室|学科|科|团队|网络|项目|设施|文化|体系|阵地|环境|服务|信息|人才|梯队|基础|规范|思想|作风|清廉|宣传|培训|讲座|慰问|主题|系列|宣传周|宣传日|竞赛|演讲|志愿服务|结对|教育|日|周|节|科研|课题|联盟|工作|医院|病房|楼|分院|医疗机构|工作室|一体|产业|专场|宣介|行风|咨询|募集|募捐|捐赠|招募|等)(?:（[^（）]*）)?$/u

/** 尘肺病筛查与随访项目: one deed after the other in one name. */
const FOUND_FIRST = /(?:筛查|监测|早筛|检查|诊断|诊治|评估)$/u
const DEED = /^(?:综合|早期|规范|健康)*(?:随访|干预|救治|治疗|防治|康复|管理|监测|评估|诊治|诊疗|转介|早诊早治|矫治)$/u
/** 业务骨干培训项目, 全科医生转岗培训计划: who is trained, and for what. */
const TRAINS = /(?:人才|医[师生]|骨干|护[士理]|药师|院长|转岗|师资|规范化|适宜技术|能力提升)[\u4e00-\u9fff]{0,6}(?:培训|培养|进修|研修)$/u

/** Where names can neither begin nor run through: names of bodies, and what was already read. */
export interface Fences {
  readonly bodies: readonly BareSpan[]
  readonly taken: readonly Candidate[]
}

/** Names with one of these heads that are proper names and not duties. */
export function findHeadedNames(
  reading: Reading,
  bare: BareText,
  { heads, fences }: { heads: readonly Head[]; fences: Fences },
): Candidate[] {
  const words = programWords(reading.lexicon)
  const found: Candidate[] = []
  for (const head of heads) {
    if ((opensAt(bare.text, head.from, words) && !BETTERED.test(bare.text.slice(0, head.from))) || !mayEndName(bare, head)) continue
    const from = beginning(bare, head, { words, fences })
    if (from === undefined) continue
    const opening = bare.quotes.find((quote) => quote.from === from)
    const start = opening !== undefined ? from : from + leadingLength(bare.text.slice(from, head.from), words, reading)
    if (!isName(bare, { from: start, head }, { words, fences })) continue
    const name = bare.text.slice(start, head.to)
    const isMarked = bare.quotes.some((quote) => quote.from < head.to && from < quote.to)
    const bodyEnd = Math.min(opening?.to ?? head.from, head.from)
    const wording = {
      whole: bare.text.slice(from, bodyEnd),
      body: bare.text.slice(start, bodyEnd),
      head: bare.text.slice(bodyEnd, head.to),
      before: bare.text.slice(Math.max(0, start - MOST_BEFORE), start),
      isMarked,
    }
    if (namesNothing(reading.lexicon, wording)) continue
    found.push({
      from: start,
      to: head.to,
      name,
      core: coreOf(name),
      rule: head.strong || TITLE.test(name) ? 'programs/headed-name' : 'programs/topic-and-head',
      family: undefined,
      place: undefined,
      exact: false,
      brand: false,
    })
  }
  return found
}

/** Where the longest stretch that may be the name begins; undefined where a body of its own stands right before the head. */
function beginning(bare: BareText, head: Head, { words, fences }: { words: ProgramWords; fences: Fences }): number | undefined {
  const { text, quotes } = bare
  let at = head.from
  while (at > 0) {
    if (head.to - at > MOST_NAME) return undefined
    const last = text.charCodeAt(at - 1)
    if (
      (STOPS[last] === 1 && !JOINS_LANDS.test(text.slice(Math.max(0, at - 3), at))) ||
      (at < NUMBER_REACH && ITEM_NUMBER.test(text.slice(0, at)))
    )
      return at
    if (quotes.length > 0) {
      const opening = quotes.find((quote) => quote.from === at)
      if (opening !== undefined && at < head.from && isOpened(bare, opening, head, words)) return at
      const closed = quotes.find((quote) => quote.to === at)
      if (closed !== undefined) {
        at = closed.from
        if (isTelling(text.slice(closed.from, closed.to), words) && !NAMED_BEFORE.test(text.charAt(at - 1))) return at
        continue
      }
    }
    for (const body of fences.bodies) if (body.to === at) return at === head.from ? undefined : at
    const mayEnd = EDGES[last] === 1 || words.lists.openers.mayEndWith(last)
    if (mayEnd && isEdge(bare, { at, head }, { words, fences })) return at
    if (last === BRACKET) {
      const open = text.lastIndexOf('（', at - 1)
      if (open < 0 || at - open > 14 || NUMBERED.test(text.slice(open, at))) return at
      at = open
    } else at--
  }
  return at
}

/** Whether what ends at a place is no part of a name that goes on behind it: a count, a date, a verb, an item of a list. */
function isEdge(
  bare: BareText,
  { at, head }: { at: number; head: Head },
  { words, fences }: { words: ProgramWords; fences: Fences },
): boolean {
  const { text } = bare
  const mark = text.charAt(at - 1)
  if (mark === '（' || (mark === '的' && head.from - at >= 2) || (mark === '中' && bare.quotes.some(({ to }) => to === at - 1))) return true
  const last = text.charCodeAt(at - 1)
  if (head.from - at >= LEAST_BUILT_IN && BUILT_IN.test(text.slice(Math.max(0, at - 4), at))) return true
  if (ENDS_PAID[last] === 1 && PAID.test(text.slice(Math.max(0, at - 12), at))) return true
  // “531”人才工程: a count in quotation marks counts nothing.
  const isQuotedCount = bare.quotes.some((quote) => quote.to === at - 1)
  if (ENDS_CLASSIFIED[last] === 1 && !isQuotedCount && CLASSIFIED.test(text.slice(Math.max(0, at - 10), at))) return true
  if (ENDS_DATED[last] === 1 && DATED.test(text.slice(Math.max(0, at - 8), at))) return true
  if (opensAt(text, at, words) && !EMPTY_BODY.test(text.slice(at, head.from))) return true
  if (mark === '和' && BEGINS_WITH_AND.test(text.slice(at, at + 3))) return false
  // 规范化诊疗体系与能力建设项目: raised together, in one name.
  if (mark === '与' && RAISED_WITH.test(text.slice(at, head.to))) return false
  const joint = ENDS_JOINT[last] === 1 ? JOINT.exec(text.slice(Math.max(0, at - 2), at)) : null
  if (joint !== null && joint[0] !== '、' && DEED.test(text.slice(at, head.from)) && FOUND_FIRST.test(text.slice(0, at - joint[0].length)))
    return false
  return joint !== null && endsItem(bare, at - joint[0].length, { words, fences })
}

/** Whether a verb ends at a place, and not a longer word that holds it: 对口, 线上线下, 不作为. */
function opensAt(text: string, at: number, { lists }: ProgramWords): boolean {
  const length = lists.openers.endingAt(text, at)
  if (length === 0) return false
  const longer = lists['not-openers']
  for (let from = Math.max(0, at - MOST_LONGER); from < at; from++) {
    const to = from + longer.startingAt(text, from)
    // 确定为老年人…项目: a word that begins inside of the verb is none of this place.
    if ((to > at && from <= at - length) || (to === at && at - from > length)) return false
  }
  return true
}

/** Whether a quotation can open a name: no saying (一站式), no mere count (五大). */
function isTelling(content: string, words: ProgramWords): boolean {
  return !words.lists['not-brands'].has(content) && !/^(?:[一二两三四五六七八九十]|\d+)(?:大|个|项|年)?$/u.test(content)
}

/** Whether a name begins with a quotation that holds its head or stands before it: “头雁工程”, and no count (“十大行动”). */
function isOpened({ text }: BareText, opening: BareSpan, head: Head, words: ProgramWords): boolean {
  const content = text.slice(opening.from, Math.min(opening.to, head.from))
  return isTelling(content, words) || (opening.to >= head.to && words.lists['not-brands'].has(content))
}

/** Whether an item of a list ends here, so that the joining word after it does not join two halves of one name. */
function endsItem(bare: BareText, at: number, { words, fences }: { words: ProgramWords; fences: Fences }): boolean {
  const { lists } = words
  if (bare.quotes.some((quote) => quote.to === at) || fences.taken.some((other) => other.to === at)) return true
  return (
    lists.heads.endingAt(bare.text, at) > 0 ||
    lists['weak-heads'].endingAt(bare.text, at) > 0 ||
    lists['item-ends'].endingAt(bare.text, at) > 0
  )
}

/** Length of the words at the beginning that are no part of the name: adverbs, 全市, the home's own name. */
function leadingLength(body: string, words: ProgramWords, reading: Reading): number {
  const { home } = reading.document
  let at = 0
  for (;;) {
    if (body.startsWith('和', at) && BEGINS_WITH_AND.test(body.slice(at + 1, at + 4))) return at
    const own = home.find(({ name }) => body.startsWith(name, at))?.name.length ?? 0
    const count = isAt(LEADING_COUNT, body, at) ? LEADING_COUNT.lastIndex - at : 0
    const level = isAt(OWN_LEVEL, body, at) ? 1 : 0
    const step = Math.max(own, level, count, words.lists.leading.startingAt(body, at), words.lists['soft-openers'].startingAt(body, at))
    if (step === 0 || at + step >= body.length) return at
    at += step
  }
}

function isName(bare: BareText, name: { from: number; head: Head }, { words, fences }: { words: ProgramWords; fences: Fences }): boolean {
  const { lists } = words
  const { from, head } = name
  const body = bare.text.slice(from, head.from)
  const headWord = bare.text.slice(head.from, head.to)
  const begins = beginningsOf(headWord)
  // Most weak heads stand behind no matter of health: told first, for it tells the most.
  if (body.length < 2 || (!head.strong && !isTopical(body, begins, words))) return false
  const inside = (span: { from: number; to: number }): boolean => span.from < head.to && from < span.to
  if (CAPTION.test(bare.text)) return false
  if (NO_NAME.test(body) || (isGeneric(body, words) && !isArea(body, headWord) && !isYears(body, headWord))) return false
  if (fences.bodies.some(inside)) return false
  if (bare.quotes.some((quote) => inside(quote) && GENERAL.test(bare.text.slice(quote.from, quote.to)))) return false
  if (bare.quotes.some((quote) => quote.from === from) && KIND_BEFORE.test(bare.text.slice(Math.max(0, from - 2), from))) return false
  if (/^就(?![医诊业])/u.test(body) || (begins.engineering && body.includes('项目'))) return false
  if (body === '健康中国' && !headWord.startsWith('行动')) return false
  if (/(?:(?<![固基成根样标文])本|[此这该各]|[本此这]次)$/u.test(body) || PERSON.test(body)) return false
  if (DUE.test(body) || JOINT.test(body) || (begins.engineering && DISCIPLINE.test(body))) return false
  if (begins.drive && OWN_RANKS.test(body) && !OF_MEDICINE.test(body)) return false
  if (begins.brand && /[项大个]$/u.test(body)) return false
  if (headWord.startsWith('项目建设') || (begins.building && BUILT.test(bare.text))) return false
  if (body.endsWith('的') || (begins.works && LABEL.test(body))) return false
  if (lists.works.isIn(body) || (begins.worksOnHouse && PREMISES.test(body))) return false
  if (
    body.includes('等') &&
    (!headWord.includes('行动') ||
      /等(?:一系列|多[项个种]|[一二三四五六七八九十百\d]*[项个大]?)(?:健康|卫生|惠民|民生|重点|重大|专项|主题)*$/u.test(body) ||
      fences.taken.some(inside))
  )
    return false
  // “甲”行动“六大专项行动”: the last of a list, and how many it has.
  if (/(?:行动|工程|计划|活动)[一二三四五六七八九十两\d]+[大项个]$/u.test(body)) return false
  if (head.strong)
    return (body.length >= 3 || headWord.startsWith('一件事') || isYears(body, headWord)) && (body.match(/、/gu)?.length ?? 0) <= 3
  // 建设中医品牌: what is to become known; a brand of its own stands in quotation marks.
  if (headWord === '品牌' && !bare.quotes.some(inside)) return false
  if (body.endsWith('战略合作') || LABELLED.test(body)) return false
  if (begins.project && AWARDED.test(bare.text.slice(Math.max(0, from - 10), from))) return false
  if (bare.quotes.some((quote) => inside(quote) && /、.*、/u.test(bare.text.slice(quote.from, quote.to)))) return false
  if (EVENTS.test(body) || (body.match(/、/gu)?.length ?? 0) > 2) return false
  return begins.change || (begins.trial && body.endsWith('服务')) || (begins.plan && TRAINS.test(body)) || !DUTY.test(body)
}
