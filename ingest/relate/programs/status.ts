/** How far along a program is: planned, in effect or achieved, by the words around its name. */
import { Sieve, type Sifted } from '../../grammar/sieve.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { MOST_CLAUSE, type BareSpan } from './bare-text.ts'
import { looksBack } from './looks-back.ts'
import { programWords } from './rules.ts'
import { ASKS_FURTHER } from './told-whom.ts'

export type Status = 'planned' | 'in_effect' | 'achieved'

/** A name in its clause, spans in `Sentence.text`. */
interface Told extends BareSpan {
  readonly clause: BareSpan
}

/** Of what is asked about a sentence for each program in it. */
const SIEVE = new Sieve()
const PLANNED_AFTER = SIEVE.add(
  /^(?:工作|建设|项目|工程|行动)?(?:正在筹备|筹备|尚?处于[^，。；]{0,6}(?:论证|筹备|谋划|前期)|明年(?:启动|实施|开展)|计划(?!生育)|拟|将|力争|即将|预计|有望)/u,
)
/** Header words of a table for what is only to be done. */
const TO_DO = /计划|安排|打算|目标/u
/** 中期评估, 签约率, 扩面, of what a plan lays down: the thing runs already. */
const RUNS_AFTER = SIEVE.add(
  /^[”"]?(?:工作|建设|活动|服务|创建|试点|项目)*[^，。；、]{0,8}?(?:中期评估|中期评价|终期评估|年度评估|回头看|扩面|提质(?!达标)|增效|巩固率|[签履续]约率|续签|(?:常态化|长效)(?:运行|机制|开展)|成果)/u,
)
const DONE_AFTER =
  /^[”"]?(?:工作|任务|项目|建设|创建|试点)*(?:第[一二三四五六七八九十\d]+[轮次](?!年)|周期性|省级|国家级?|市级|首轮|终期|中期|首次|现场|技术)*(?:$|[，。；、和与及]|（[^（）]{1,8}）(?:$|[，。；、])|称号|荣誉|命名|(?:金字)?招牌|奖牌|牌匾|行列|(?!(?:19|20)\d{2}年)[0-9*]|(?:活动)?(?:国家|省级?)?(?:基本|推荐|能力)标准(?:卫生院|医院|机构|单位)?(?=$|[，。；、（])|(?:(?:活动)?(?:国家|省级?)?(?:基本|推荐|能力)标准)?(?:复审|复评|验收|评审|评估|考核)|率|全覆盖|目标|的\S{0,3}(?:医院|县|区|市)(?:$|[，。；])|(?:首批|重点)?(?:建设|培育|创建|试点|示范|项目)?(?:单位|医院|城市|县|区|市)(?:$|[，。；、和及]))/u
const DONE_LATER = SIEVE.add(
  /(?:通过(?:了)?(?:\S{0,14})(?:复审|复评|复核|验收|评审|评估|审核|认证|考核)|创建成功|实现全覆盖|^(?:顺利|正式|成功)?授牌|全面完成|全部完成|圆满完成|如期完成|超额完成|^(?:顺利|正式|成功)*(?:获评|获批|荣获)[^，。；]{0,12}中心|已完成(?![\d*约近])|完成率(?:均|都)?(?:达到?|为|超过?)?(?:了)?1\d\d|成功创建|验收合格|满堂红|^(?:全部|全面|均|已|已经|都|基本|初步)*(?:建成|创成)(?=$|[，。；、了并投]|达标|通过|运行|启用)|^(?:工作|活动)?(?:均|都|全部|已)?(?:顺利|成功|高分|圆满|一次性)*(?:通过|获批)(?:了)?$|^(?:工作|建设|创建)?(?:复审|复评|验收|评审|全部|全面|均|已|顺利|提前|如期)*达标|获得?命名|收官|以[^，。；]{2,8}通过$|(?<![能否未没])过关(?![与后前]))/u,
)
const DONE_BEFORE = SIEVE.add(
  /(?:实现|(?<!按时|抓紧)完成|创成|成功创建|获批|获评|荣获|荣膺|摘得|捧回|斩获|喜获|获颁|跻身|夺得|建成|入选|成功入选|获批成为|成为|评为|认定为|命名为|确定为|上榜|获得|(?<![查截捕抓])获|授予|蝉联|创建为|达标(?:\d{4}年度?)?)(?:了|首批|全国|\S{0,6}|\S{0,30}(?:和|、|与|及)(?:国家级?|全国|省级?|市级|高级)?“?)?$|(?:入选|获批|获评|荣获|荣膺)(?![^，。；、]*年度)[^，。；、]{0,16}$/u,
)
/** 获批甲试点城市、乙示范城市、丙先行区: each of a list was won. */
const AWARDED = SIEVE.add(
  /(?:获批|入选|荣获|获评)(?:了|为|首批|全国|国家)*[^，。；]*、(?:全国|国家|全省)?(?:首批|第[一二三四五]批|首个|首家)?“?$/u,
)
/** 荣获“甲”“乙”等称号: each of a row. */
const HONOURED = SIEVE.add(/(?:荣获|获评|获得|授予|先后获|被评为)[^，。；]*$/u)
const HONOURS = SIEVE.add(/^[^，。；]{0,60}(?:称号|殊荣|荣誉)/u)
/** 免费检查完成6021人，占任务的101%. */
const DONE_SO_MANY = SIEVE.add(/^(?:工作|项目)?(?:共|累计|已)*完成(?:了)?\d[^。；]{0,20}(?:占|完成|达)[^。；]{0,8}1\d\d(?:\.\d+)?[%％]/u)
/** 智慧服务分级评估达到三级. */
const GRADED = /^(?:顺利|成功|正式)*(?:达到?|获评|荣获|获批|升至)(?:了|国家|全国)*[一二三四五六七]级/u
/** 公布某某复审结果，我县顺利通过: the next clause tells what came of it. */
const PASSED_NEXT = SIEVE.add(
  /^(?:工作|创建)*(?:复审|复评|评审|评估|验收|认定|考核)?(?:结果|名单|通报)(?:公布|揭晓)?，[^，。；]{0,20}(?:通过(?:了)?(?:复审|复评|评审|评估|验收|认定|$)|入选|上榜|在列|获评|榜上有名|位列其中)/u,
)
/** 基层旗舰店创建：甲、乙卫生院挂牌: what is told of it behind a colon. */
const WON_BELOW = SIEVE.add(
  /^：[^，。；]{4,60}(?:挂牌|授牌|达标|创成|建成|达到[^，。；]{0,8}标准|(?:通过|完成)[^，。；]{0,8}(?:验收|评审|评估|复审|认证))(?=$|[，。；])/u,
)
/** 达到优质服务基层行基本标准. */
const REACHED = /达到?(?:了|国家级?|省级?)?$/u
const STANDARD = SIEVE.add(/^(?:活动|创建)?的?(?:国家级?|省级?)?(?:基本|推荐|能力|建设|服务能力)标准/u)
/** 争取到…项目资金 is won, and not striven for. */
const WON = /争取[到了得]/gu
/** 将进一步促进某协作: it runs already. */
const GOES_ON =
  /将(?:会|要)?(?:(?:一如既往地?|进一步|继续|持续|不断|更加|更好地?)+(?![^，。；]*(?:启动|创建|争创|申报|新建|建立|组建|谋划|筹备))[^，。；将]{0,20}|(?:深化|巩固|拓展|扩大)[^，。；将]{0,6})$/u
/** 合作后实现跨区分级诊疗、结对帮扶: what is striven for is no title that was won. */
const REALISED = SIEVE.add(/实现[^，。；创建标]{0,10}$/u)
/** 通过…复审; 通过…机制 is by what means. */
const PASSED = SIEVE.add(/通过(?:了|首批|全国|\S{0,6}|\S{0,30}(?:和|、|与|及)“?)?$/u)
const EXAMINED =
  /^(?:工作|任务|项目|建设|创建)*[^，。；]{0,10}(?:复审|复评|复核|评审|验收|评估|考核|审核|审查|认定|认证|命名|达标|现场|检查)|^(?:工作|任务|项目|建设|创建)*(?:$|。|[、和与及])/u
const REVIEWED = SIEVE.add(/(?:复审|复评|复核|评审|验收)”?$/u)
/** 他希望通过某计划，推动甲医院成为高地: what is wished. */
const WISHED =
  /希望|期待|目标(?:定位)?(?:是|为|：)|(?:旨在|致力于|志在|逐步|努力|奋力|争取)(?:建成|建设|打造|创建|争创|成为|推进|推动)|愿(?!景)|确保|力争|[要须]$|(?:^|[，。；：“])(?:[一二三四五六七八九十]?要|必须|务必|需要?)/u
/** 确保甲县于年底前，全面完成…: what the clause before asks for. */
const WISHED_FOR = SIEVE.add(/(?:^|[，；])(?:确保|力争|争取)[^，；]*，$/u)
/** 力争用三年，帮助甲医院创建三级医院: by when it shall be done. */
const STRIVES = SIEVE.add(/(?:^|[，；])(?:力争|争取)(?:再)?(?:通过|用|在|于|到|经过|利用|以)[^，；]*，$/u)
/** 2024年，我市将全面推进医共体建设，加快三级医院创建: what the sentence will do, clause by clause. */
const WILL = SIEVE.add(/将(?:要|会)?(?:全面|继续|持续|大力|进一步|深入|着力|重点|加快|推进|推动|开展|实施)(?!.*(?:已|目前))/u)
/** 2025年，全省将按照要求…；落实某行动: the whole sentence looks ahead. */
const WILL_YEAR = /(?:^|[，。])(?:(?:19|20)\d{2}年|[明来]年|今后|接下来)，?[^，；。]{0,12}将(?!.*(?:已|目前))/u
/** 将健康青岚建设纳入重点工作: 将 is 把. */
const TAKEN_INTO = SIEVE.add(
  /^(?:工作|建设|项目)?(?:纳入|列入|作为|列为|融入|摆在|放在|扩大|扩展|延伸|拓展|推广|推向|引向|覆盖|送[到进至]|带[到进至]|引入|打造成)/u,
)
const NAMED_SO = /将[^，。；]{0,14}(?:确定|命名|[列定作])为[“"]?$/u
const JOINED_TO = SIEVE.add(/^[^，。；]{0,30}(?:紧密)?(?:相?结合|融合)起来/u)
const ASKED = SIEVE.add(/(?:强调|要求|指出|提出)[^。]*?(?<![需主重必首只])要(?![求点素闻么道件])/u)
/** 全县卫生系统要以…为抓手，…; 总体要求是：…: what the sentence lays upon those it speaks to. */
const LAID_ON =
  /(?:系统|单位|部门|机构|干部|医院|卫生院|人员|全[省市县区旗州]|各级|各地|大家|我们|同志)们?(?:都|还|也)?(?:务必|必须|要(?![求素点么闻道件]))|(?:总体|目标|工作)(?:要求|思路|目标)是?：/u
/** Characters back from a name in which a sentence may say that it is asked for. */
const MOST_ASKED = 400
const WILL_OPENS = /^(?:同时|此外|另外|下一步)?，?(?:还|也|并)?将/u
const DONE_IN_NAME = SIEVE.add(/(?:创成|成功创建|成功争创)/u)

/** What a sentence says before a clause, no farther back than a clause may be long. */
function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - MOST_CLAUSE), at)
  return near.slice(near.lastIndexOf('；') + 1)
}

/** 将发挥区域医疗中心的辐射带动作用: it is one already. */
const AT_WORK = SIEVE.add(/^的?(?:龙头|辐射|带动|引领|示范|牵头|核心|平台|优势|支撑|骨干|[和与及、])+作用/u)

/** Whether 将 before a name is 把: 将健康青岚建设纳入…, 将2014年定为…, 将医改与…结合起来. */
function isTaken(before: string, after: string, may: Sifted): boolean {
  return (
    (before.endsWith('将') && TAKEN_INTO.test(after, may)) ||
    NAMED_SO.test(before) ||
    (/将[^，。；]{0,6}$/u.test(before) && JOINED_TO.test(after, may))
  )
}

/** Whether a meeting or a speaker asks for what the clause says: 会议强调，要…; 二是…, one of the points that were asked for. */
function isAskedFor(reading: Reading, { text, index, paragraph }: Sentence, { from }: BareSpan): boolean {
  const said = text.slice(Math.max(0, from - MOST_ASKED), from)
  if (ASKED.test(said, SIEVE.sift(text)) || LAID_ON.test(said)) return true
  if (!ASKS_FURTHER.test(text)) return false
  for (let at = index - 1; at >= 0 && reading.sentences[at]?.paragraph === paragraph; at--) {
    const earlier = reading.sentences[at]?.text ?? ''
    if (!ASKS_FURTHER.test(earlier)) return ASKED.test(earlier, SIEVE.sift(earlier))
  }
  return false
}

/** 实施甲提升计划、乙计划: 提升 is part of a name. */
const IN_NAME = /提升(?=[\u4e00-\u9fff]{0,4}(?:计划|行动|工程|年|项目))/gu

/** How far along a program is, by the clause that names it and by the section that it stands in. */
export function statusOf(reading: Reading, sentence: Sentence, program: Told): Status {
  const { text, section } = sentence
  const { lists } = programWords(reading.lexicon)
  const { clause } = program
  const before = text.slice(clause.from, program.from)
  const after = text.slice(program.to, clause.to)
  const may = SIEVE.sift(text)
  if (AT_WORK.test(after, may)) return 'in_effect'
  const near = sentenceBefore(text, clause.from)
  const taken = isTaken(before, after, may)
  const goesOn = GOES_ON.test(before)
  const said = (before.includes('争取') ? before.replaceAll(WON, '') : before).replace(GOES_ON, '')
  const planned =
    lists.planned.isIn(taken ? said.replace(/将(?=[^将]*$)/u, '') : said) ||
    PLANNED_AFTER.test(after, may) ||
    WILL.test(near, may) ||
    STRIVES.test(near, may) ||
    (!taken && !goesOn && text.includes('将') && (WILL_OPENS.test(text) || WILL_YEAR.test(text.slice(0, clause.from))))
  if (planned || TO_DO.test(headerAt(sentence, program.from))) return 'planned'
  if ((section.kind === 'plan' && !looksBack(reading, text)) || isAskedFor(reading, sentence, program))
    return lists.continuing.isIn(before.replaceAll(IN_NAME, '')) || /^(?:持续|继续|深入)/u.test(after) || RUNS_AFTER.test(after, may)
      ? 'in_effect'
      : 'planned'
  const counted = /^\s*(?:（[^）]*）)?[\d*]/u.test(after) && /(?:完成|创建|创成|新创|建成|新增)/u.test(text.slice(clause.from, program.to))
  const behind = text.slice(program.to, program.to + MOST_CLAUSE)
  const done =
    counted ||
    DONE_IN_NAME.test(text.slice(clause.from, program.to), may) ||
    (DONE_AFTER.test(behind) &&
      DONE_BEFORE.test(before.slice(-40), may) &&
      !NAMED_SO.test(before) &&
      !(REALISED.test(before, may) && /^(?:[、，。；和与及]|$)/u.test(behind))) ||
    (PASSED.test(before.slice(-40), may) && (EXAMINED.test(behind) || REVIEWED.test(text.slice(program.from, program.to), may))) ||
    (AWARDED.test(before, may) && DONE_AFTER.test(behind)) ||
    (REACHED.test(before) && STANDARD.test(after, may)) ||
    PASSED_NEXT.test(behind, may) ||
    WON_BELOW.test(behind, may) ||
    GRADED.test(after) ||
    DONE_SO_MANY.test(behind, may) ||
    (HONOURED.test(before, may) && HONOURS.test(after, may)) ||
    DONE_LATER.test(after, may)
  // 要确保…圆满收官, 推动…如期完成: what is asked for is not there yet.
  if (done && (WISHED.test(before) || WISHED_FOR.test(near, may))) return 'planned'
  return done ? 'achieved' : 'in_effect'
}

/** Header text of the table cell that stands at a place of a row; empty outside tables. */
export function headerAt(sentence: Sentence, at: number): string {
  const index = sentence.row?.cells.findIndex((cell) => cell.from <= at && at < cell.to) ?? -1
  return sentence.row?.header[index] ?? ''
}
