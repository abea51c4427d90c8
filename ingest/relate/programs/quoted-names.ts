/** Names in quotation marks with a head behind them: “青鸟探巢”品牌, “奉有善育”“奉有健康”两大品牌建设. */
import type { Reading } from '../../reading.ts'
import { unitTable } from '../sentence/unit-table.ts'
import type { BareSpan, BareText } from './bare-text.ts'
import type { Candidate } from './candidate.ts'
import { brandCore } from './core.ts'
import { isAt } from './head-ends.ts'
import { namesNothing } from './no-name.ts'
import { MEDICAL, PILOT } from './pilots.ts'
import { isServiceBrand } from './quoted-services.ts'
import { programWords, type ProgramWords } from './rules.ts'

interface Tail {
  /** Words between the quotation mark and the head: 机关作风建设 in “五问五破”机关作风建设专项行动. */
  readonly middle: string
  readonly head: string
  readonly to: number
}

/** A quotation with what is told of it. */
interface Named {
  readonly content: string
  readonly tail: Tail
  readonly words: ProgramWords
  readonly about: string
}

const MOST_MIDDLE = 10
/** “护佑童心”儿童先心病筛查救治项目: the head of all stands behind. */
const INNER = /(?:筛查|建设|试点|创建|改革|服务|应用|活动)(?!等)[\u4e00-\u9fff]{2,4}(?:项目|工程|行动|计划|活动)|巡诊(?=服务|活动|项目)/uy
/** …行动筛查儿童2100名: what is done, and no more of the name. */
const DOES = /(?:筛查|服务|义诊|改革|创建)(?!项目|工程|行动|计划|活动|品牌|试点|机制|模式)/uy
const NONE: readonly never[] = []
const SERVICES = '服务'
const LEAST_YEAR_NAME = 5
const CLINICS: ReadonlySet<string> = new Set(['义诊', '巡诊'])
/** 一项名为“晨曦守护”的筛查计划. */
const CALLED = /(?:名为|名叫|名称为|取名为?|起名为?|命名为|定名为|冠名为?|称为|称作|叫做?|叫作|唤作|题为|代号为?)$/u
const MOST_CALLED = 4
const LEAST_CALLED = 3
const MOST_MATTER = 20
/** 卫生院服务能力提升“登高”计划: what it is for stands before. */
const MATTER =
  /(?:[医药诊疗病患护]|卫生|健康|服务|专科|学科|人才|老人|儿童|妇女)[\u4e00-\u9fff]{0,6}(?:提升|提质|培养|培育|引进|引育|救治|救助|帮扶|关爱|管理|防治|康复|照护|培训|筛查)$/u
const AS_BRAND = /^为(?:服务|党建|特色|健康|主打|总|统一|统领)*(?:的)?品牌(?=的|开展|推出|打造|覆盖|[，。；、]|$)/u
/** “小黄帽”（中小学生视力保护）项目. */
const EXPLAINED = /^（[^（）]{2,16}）/u
const MOST_EXPLAINED = 18
/** 全县卫生健康系统“作风建设年”. */
const OF_SYSTEM = /(?:卫生|卫健|医疗|医药|医院|全院)[^，。；]{0,8}$/u
const OF_RANKS = /作风|项目|学科|基层|改革|能力|质量|效能|服务|管理|学习|人才/u
/** “一院一品”, “一科一特色”: a way of doing it, and no name. */
const EACH_ITS_OWN = /^一[\u4e00-\u9fff]{1,2}一[\u4e00-\u9fff]{1,2}$/u
const COUNTED = /^(?:[一二两三四五六七八九十]|\d+)(?:大|个|项)$/u
/** 五大科普品牌 behind a row of quotations: how many they are, and of which kind. */
const COUNTED_KIND = /^(?:等)?(?:[一二两三四五六七八九十]|\d+)(?:大|个|项)/u
/** 等, 等五大: there are others of the kind. */
const OTHERS = /^等|等(?:[一二两三四五六七八九十]+|\d+)(?:大|个|项)$/u
/** “凤还巢”计划; “组团式”计划 is how it is done. */
const PLAN = /^计划[^\d·.．+＋]*[^式化型制级性度月季年]$/u
/** Heads that make no program of a saying: they need a topic in what stands before them. */
const WEAK = new Set(['建设', '筛查', '试点', '创建', '活动', '计划', '项目', '义诊活动'])
/** “医院+社区”服务模式, “基层首诊、双向转诊”模式: how a thing is done, and no name. */
const MODE = /(?:模式|服务机制)$/u
const NO_MODE_NAME = /[\d、，+＋]|[式化型制]$|^.{8,}$|^(.).\1.$|以.*为/u
/** “登高”学科建设三年计划, “雁阵”骨干培养计划. */
const YEARS_OR_PEOPLE = /[三五]年|人才|学科|骨干|名医|培[养育]/u
/** “基层服务质量提升年”: what a year is given to, and of what matter. */
const YEAR_OF = /(?:提升|攻坚|成效|突破|深化|落实|建设|管理|推进|巩固|创新|优化|改善)年$/u
const OF_HEALTH = /[医护药病]|卫生|服务|健康|基层|学科|专科/u
/** “总药师”制度试点. */
const IN_FORCE = /^(?:制度|服务|模式|机制|管理|政策)$/u
/** Events and reports that bear a motto and are no programs: “敬老爱老”主题党日活动. */
const ONE_OFF = /(?:党日|宣传|评选|竞赛|演讲|征文|慰问|培训|讲座|比赛|联欢|庆祝|座谈|表彰)/u
/** “第一响应人”培训项目: no day's training. */
const TRAINS = /(?:培训|培养)(?:项目|计划|工程)$/u
/** What a named project does: “健康快车”流动医疗服务项目. */
const SERVICE =
  /(?:服务|帮扶|关爱|救助|公益|惠民|资助|培养|培育|干预|下基层|下乡|支医|巡诊|巡回医疗|巡回诊疗|救治|筛查|康复|治疗|手术|体检|检查|诊疗|配送|照护|护理|守护|陪诊|驻点|义诊|随访|防治|预防|监测|推广|普及|促进|接种|体验|捐赠|免费|便民|利民|扶贫|助困|助学|慈善|进[\u4e00-\u9fff]{1,3})$/u
const STOPS = unitTable('，。；：、！？\t|《》0123456789暨')
/** 围绕“甲战略”“乙工程”等决策部署: what higher places ordered, and nothing that is done here. */
const ORDERED = /^[^，。；]{0,28}(?:决策部署|战略部署|部署要求)/u
const MOST_ORDERED = 32
/** Characters before a name in which it may be told what kind of thing it is. */
const MOST_BEFORE = 80
/** 十大民生工程: what kind of list it is. */
const LABEL = /(?:重点|重大|民生|实事|民心)$/u
/** “百名专家进卫生院”项目: who goes where. */
const SENT = /(?:医师|医生|专家|名医|博士|教授|护士|人才)[\u4e00-\u9fff]{0,4}(?:支援|帮扶|驻|进|到|下|援|包)/u
/** “甲医院工程项目”. */
const HOUSE = /(?:医院|卫生院|保健院)(?:建设|改造|重建|工程|项目)+$/u
/** “百名医师驻百村”: how many go where. */
const MANY_SENT =
  /^[十百千万][名医](?:[\u4e00-\u9fff]{0,2}(?:医师|医生|专家|医护|博士|护士|名医))?(?:驻|进|下|援|帮|包)[\u4e00-\u9fff]{1,4}$/u
/** “名医云溪行”, “百名专家送医行”: a journey of doctors; 同行, 先行 and their like are none. */
const JOURNEY =
  /^(?=.{4,12}$)[^，。；、]{0,6}(?:名[中国]?医|专家|健康|义诊|中医|国医|医疗|光明|康复|杏林|天使|送医|曼巴)[\u4e00-\u9fff]{0,6}(?<![银进先同推运施执实流盛平步出飞并可另自品言德现举发履爬奉])行$/u
/** 省委“三争”行动: what a committee of the party has called for. */
const OF_COMMITTEE = /[省市县区州旗党]委$/u
/** “幸福青岚”建设, “我为群众办实事”实践活动: what the party and all offices call for, and no matter of health. */
export const GENERAL =
  /^(?:幸福|美丽|平安(?!医院)|法治|文明|富裕|活力|魅力|和谐|书香|诚信|绿美|数字(?=[\u4e00-\u9fff]{2}$))(?![\u4e00-\u9fff]{0,2}医院)[\u4e00-\u9fff]{2,4}$|^(?:全[国省市区县]|国家级?|省级?)?(?:试点|示范|先行|先进)(?:县|市|区|单位)$|^清廉(?!医|卫|中医|疾控|妇幼|护|药|血)[\u4e00-\u9fff]{2,3}$|民族团结|访民情|小城镇|^乡村振兴$|之[城都州]$|我们的节日|学雷锋|办实事|民生实事|万企[兴帮]万村|为群众|学党史|党史学习|主题教育|解放思想|能力作风|作风年|作风(?:能力)?建设|营商环境|不忘初心|身边榜样|文明有礼/u
/** 这是一项“医疗惠民工程”: what kind of thing it is. */
export const KIND_BEFORE = /[一此这该][项个种]$/u
/** “健康知识竞赛”活动: what is held on a day. */
const HELD = /(?:优惠|促销|特惠|竞赛|评选|讲座|比赛|互动|健身走|健步走|抽奖|打卡)/u
const NOT_AFTER_HEAD =
  /^(?:字号|现场|场景|[队点车]|重点(?:高校|大学|院校)|(?:建设)?(?:大学|高校)|[\u4e00-\u9fff]{0,8}(?:基金会|讲座|培训班|晚会|论坛)|体系|理念|组|队|岗|办|室|者|师|款|经费|资金|标准|指南|书|力度|生育|期间)/u

/** Quoted names of a sentence. A head behind a row of quotations is the head of each. */
export function findQuotedNames(reading: Reading, bare: BareText): readonly Candidate[] {
  if (bare.quotes.length === 0) return NONE
  const words = programWords(reading.lexicon)
  const found: Candidate[] = []
  let shared: { tail: Tail; from: number } | undefined
  for (let index = bare.quotes.length - 1; index >= 0; index--) {
    const quote = bare.quotes[index]
    if (
      quote === undefined ||
      (/[的中里]/u.test(bare.text.charAt(quote.to)) && !isCalled(bare, quote)) ||
      ORDERED.test(bare.text.slice(quote.to, quote.to + MOST_ORDERED))
    )
      continue
    const content = bare.text.slice(quote.from, quote.to)
    if (KIND_BEFORE.test(bare.text.slice(Math.max(0, quote.from - 2), quote.from))) continue
    const before = bare.text.slice(Math.max(0, quote.from - MOST_BEFORE), quote.from)
    const whole = wholeName(content, { before, words })
    const isJourney = JOURNEY.test(content)
    const inherited =
      shared !== undefined && shared.tail.head !== '' && (whole === undefined || isJourney) && joins(bare, quote, shared.from)
    const behind = inherited ? shared?.tail : (brandTold(bare, quote) ?? tailAfter(bare, quote, words) ?? whole)
    shared = behind === undefined ? undefined : { tail: behind, from: quote.from }
    const isGeneral = GENERAL.test(content) && !(YEAR_OF.test(content) && OF_SYSTEM.test(before))
    if (behind === undefined || isGeneral || OF_COMMITTEE.test(bare.text.slice(0, quote.from))) continue
    // “服务百姓健康行动”大型义诊活动: a name of its own, whatever is done under it.
    const tail = [behind, whole].find(
      (one) =>
        one !== undefined &&
        isBrandOf(reading, bare, { content, tail: one, words, isNamed: isCalled(bare, quote), about: aboutOf(bare, quote, one) }),
    )
    if (tail === undefined) continue
    const isShared = inherited || joinsBefore(bare, quote)
    const middle =
      words.lists['not-brands'].has(tail.middle) ||
      (COUNTED.test(tail.middle) && (isShared || !content.includes('、'))) ||
      (isShared && COUNTED_KIND.test(tail.middle))
        ? ''
        : tail.middle
    if (namesNothing(reading.lexicon, { whole: content, body: content, head: tail.middle + tail.head, before, isMarked: true })) continue
    found.push({
      from: quote.from,
      to: inherited || tail.head === '' ? quote.to : tail.to,
      name: isJourney && inherited && tail.head !== '活动' ? content : `${content}${middle}${tail.head}`,
      core: brandCore(content),
      rule: 'programs/quoted-name',
      family: undefined,
      place: undefined,
      exact: false,
      brand: !content.endsWith('一件事'),
    })
  }
  return found
}

/** Whether the next quotation follows at once, or after one joining word. */
function joins(bare: BareText, quote: BareSpan, next: number): boolean {
  return quote.to === next || /^(?:和|与|及|、|以及)$/u.test(bare.text.slice(quote.to, next))
}

/** A quotation that is a name with its head inside: “卫健50计划”. */
function wholeName(content: string, { before, words }: { before: string; words: ProgramWords }): Tail | undefined {
  const { lists } = words
  if (MANY_SENT.test(content) || JOURNEY.test(content)) return { middle: '', head: '', to: 0 }
  if (isYearOfHealth(content, before)) return { middle: '', head: '', to: 0 }
  const length = lists.heads.endingAt(content, content.length) || (/(?:计划|项目|专项整治|专项治理)$/u.test(content) ? 2 : 0)
  const body = content.slice(0, content.length - length)
  return length > 0 && body.length >= 2 && !COUNTED.test(body) && !LABEL.test(body) && !lists.generic.has(body)
    ? { middle: '', head: '', to: 0 }
    : undefined
}

/** “医疗质量提升年”; “作风建设年” where the health system has it. */
const isYearOfHealth = (content: string, before: string): boolean =>
  YEAR_OF.test(content) &&
  ((content.length > LEAST_YEAR_NAME && OF_HEALTH.test(content)) ||
    /行风|医德/u.test(content) ||
    (OF_RANKS.test(content) && OF_SYSTEM.test(before)))

/** Whether words before a quotation say that it is a name: 取名为“银发直通车”的便民服务. */
const isCalled = ({ text }: BareText, { from, to }: BareSpan): boolean =>
  text.charAt(to) === '的' && CALLED.test(text.slice(Math.max(0, from - MOST_CALLED), from))

/** 以“健康福袋”为品牌的慢病随访: what it is called by. */
function brandTold({ text }: BareText, { from, to }: BareSpan): Tail | undefined {
  const told = text.charAt(from - 1) === '以' ? AS_BRAND.exec(text.slice(to, to + MOST_MIDDLE))?.[0] : undefined
  return told === undefined || to - from < LEAST_CALLED ? undefined : { middle: '', head: '品牌', to: to + told.length }
}

/** What is told of a quotation besides its own words: right before it, and in a bracket or behind a 的 before its head. */
function aboutOf(bare: BareText, quote: BareSpan, tail: Tail): string {
  const before = bare.text.slice(Math.max(0, quote.from - MOST_MATTER), quote.from)
  const matter = MATTER.test(before) ? before : ''
  return tailStart(bare, quote) === quote.to ? matter : `${bare.text.slice(quote.to, tail.to)}${matter}`
}

/** Where what a quotation is may be told: right behind it, behind a bracket that explains it, behind the 的 of what it is called. */
function tailStart(bare: BareText, quote: BareSpan): number {
  if (isCalled(bare, quote)) return quote.to + 1
  return quote.to + (EXPLAINED.exec(bare.text.slice(quote.to, quote.to + MOST_EXPLAINED))?.[0].length ?? 0)
}

/** Whether another quotation stands right before, so that a count behind both (两大品牌) belongs to neither name. */
function joinsBefore(bare: BareText, quote: BareSpan): boolean {
  return bare.quotes.some((other) => other.to <= quote.from && joins(bare, other, quote.from))
}

function tailAfter(bare: BareText, quote: BareSpan, words: ProgramWords): Tail | undefined {
  const { lists } = words
  const start = tailStart(bare, quote)
  const limit = Math.min(bare.text.length, start + MOST_MIDDLE)
  for (let at = start; at <= limit; at++) {
    if (bare.quotes.some((other) => other.from === at)) return undefined
    const length = isAt(INNER, bare.text, at) || isHeadAhead(bare.text, at, words) ? 0 : lists['quoted-heads'].startingAt(bare.text, at)
    if (length > 0) {
      let to = at + length
      for (
        let more = lists['quoted-heads'].startingAt(bare.text, to);
        more > 0 && !isAt(DOES, bare.text, to);
        more = lists['quoted-heads'].startingAt(bare.text, to)
      )
        to += more
      if (NOT_AFTER_HEAD.test(bare.text.slice(to))) return undefined
      // “甲”“乙”等活动, “甲”下乡等五大工程: each is called so.
      return { middle: bare.text.slice(start, at).replace(OTHERS, ''), head: bare.text.slice(at, to), to }
    }
    if (at === bare.text.length) return undefined
    if (STOPS[bare.text.charCodeAt(at)] === 1 || lists.openers.startingAt(bare.text, at) > 0) return undefined
  }
  return undefined
}

/** 服务 in front of another head is a part of what stands before that: 健康服务项目. */
const isHeadAhead = (text: string, at: number, { lists }: ProgramWords): boolean =>
  lists['quoted-heads'].startingAt(text, at) === SERVICES.length &&
  text.startsWith(SERVICES, at) &&
  lists['quoted-heads'].startingAt(text, at + SERVICES.length) > 0

function isBrandOf(reading: Reading, { text }: BareText, { isNamed, ...named }: Named & { isNamed: boolean }): boolean {
  const { content, tail } = named
  if (isNamed && tail.head === SERVICES) return content.length >= LEAST_CALLED
  return tail.head === SERVICES
    ? isServiceBrand(reading, { content, middle: tail.middle, after: text.slice(tail.to, tail.to + MOST_MIDDLE) })
    : isBrand(named)
}

/** 医疗卫生“六大提升工程”: how many they are. */
const COUNT_ONLY =
  /^(?:[一二两三四五六七八九十]+|\d+)[大项个年](?:专项|重点|提升|攻坚|惠民|民生|健康|建设|重大|系列|主题)*(?:工程|行动(?:计划)?|计划|项目|任务|活动)$/u

/** “杏林暖阳”专家义诊: a name of its own, and no day, festival or slogan; “点单式”巡诊 is how it is done. */
const isClinicName = (content: string, middle: string): boolean =>
  content.length >= 3 &&
  !/[日周月节式型制化]$|[，。；、]/u.test(content) &&
  /^(?:大型|巡回|专家|公益|健康|爱心|惠民|志愿|中医|系列|名医|流动|下乡)*$/u.test(middle)

function isBrand({ content, tail, words, about }: Named): boolean {
  const { lists } = words
  if (
    (tail.head.endsWith('活动') && HELD.test(content)) ||
    (ONE_OFF.test(tail.middle) && !TRAINS.test(tail.middle + tail.head)) ||
    /^十[一二三四五六七八九](?:[·•]?五)?$/u.test(content)
  )
    return false
  if (/[工项]/u.test(content) && (lists.works.isIn(content) || HOUSE.test(content))) return false
  // “三院”项目 names bodies, and “两院一中心”项目 their houses.
  if (
    /(?<![名强兴]|(?:行走|流动|移动|掌上|云上|家门口|车轮上|马背上|会走|没有围墙)的?医)院$|楼$|(?<!驿|油|给|小)站$|[院楼].*中心$/u.test(
      content,
    ) &&
    /^(?:建设|项目|工程)/u.test(tail.head) &&
    !SENT.test(content)
  )
    return false
  if (EACH_ITS_OWN.test(content) && /(?:建设|品牌|活动|机制|模式|创建)$/u.test(tail.head)) return false
  if (content.length < 2 || lists['not-brands'].has(content) || /^[\d·.．]+$/u.test(content)) return false
  if (tail.head === '建设' && /^[一二两三四五六七八九十]个|[谷港城园]$/u.test(content)) return false
  // “甲、乙、丙”三大建设: fields of work.
  if (tail.head === '建设' && (COUNTED.test(tail.middle) ? content.includes('、') : /、.*、/u.test(content))) return false
  // “为65岁以上老人免费接种疫苗”项目: what is done, told in a sentence.
  if (/^(?:为|对|给).*(?:免费|提供|开展|接种)/u.test(content)) return false
  if (COUNT_ONLY.test(content)) return false
  // 院长说，“这事已经列进计划”: words that were spoken.
  if (/^(?:这|那|咱)|已经|列[进入]|打算/u.test(content)) return false
  if (MODE.test(tail.head) && NO_MODE_NAME.test(content)) return false
  if (CLINICS.has(tail.head)) return isClinicName(content, tail.middle)
  if (!WEAK.has(tail.head) || MATTER.test(about) || lists.topics.isIn(about)) return true
  if (tail.middle === '' || COUNTED.test(tail.middle) || lists['not-brands'].has(tail.middle))
    return content.length >= (PLAN.test(tail.head + content) ? LEAST_CALLED : 4) || lists.topics.isIn(content)
  if (/项目|计划|活动/u.test(tail.head) && (SERVICE.test(tail.middle) || TRAINS.test(tail.middle + tail.head))) return true
  if (tail.head === '计划' && YEARS_OR_PEOPLE.test(tail.middle)) return true
  return (
    (lists.topics.isIn(content) || (PILOT.test(tail.head) && IN_FORCE.test(tail.middle) && MEDICAL.test(content))) &&
    tail.middle.length <= 4
  )
}
