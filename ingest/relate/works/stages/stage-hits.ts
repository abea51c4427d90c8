/** Stage words in the clauses that speak of works: what each tells, and whether it is reached, aimed at or denied. */
import type { ProjectStatus } from '../../../../cypher/model/statuses.ts'
import { unitTable } from '../../sentence/unit-table.ts'
import { isContent, isInName } from './content.ts'
import { liesAhead } from './lies-ahead.ts'
import { aimAt, beforeBracket, FINISHED, isAsked, isDemanded, isForTheSake, leadOf, moodOf, wishesOn, type Mood } from './stage-mood.ts'
import type { WorksWords } from '../objects/words.ts'

/** One word of stage with what its clause says of it. */
export interface StageHit {
  readonly status: ProjectStatus
  /** Reached; what a plan sets out to reach; aimed at, expected or denied by a word in its clause. */
  readonly mood: Mood
  /** Clause in which it stands. */
  readonly clause: Clause
  readonly from: number
  readonly to: number
  readonly word: string
  /** A date of its own says that it is over: no target, even in a plan. */
  readonly dated?: true
  /** 开工时间：2023年8月: its date stands behind it. */
  readonly labels?: true
}

export interface Clause {
  readonly from: number
  readonly to: number
}

const STOPS = unitTable('，。；：！？|\t')
/** 项目建成后，可独立运营，对外开放床位500张. */
const ONCE_BUILT = /(?:^|[。；])[^，。；]{0,10}(?:建成|竣工|完工)(?:投用|投入使用)?后，(?:[^。；已]*，)?[^，。；已]*$/u
/** 开工在即, 竣工指日可待: not yet. */
const AT_HAND =
  /^(?:使用|仪式|工作)?(?:已|也|均|都)?(?:近?在即|在望|指日可待|可期|近在眼前|近在咫尺|进入(?:最后)?倒计时|倒计时|有把握|没问题|不成问题)/u
/** 工程计划于8月底完成: the gap of the stage word says so. */
const WISHED = /^[^计预力将]{2,}(?:计划|预计|力争|将于).*[完竣封交]/u
/** 某工程的早日建成和投入使用，是群众的期盼: what it is good for. */
const MEANT_WELL = /的(?:早日|尽早|尽快|按期|如期)(?:(?:建成|竣工|完工|落成|投用|开工)[和及与并、])?$/u
/** 出席了封顶仪式: who came, and not what is built. */
const ATTENDED = /(?:出席|参加|见证|主持)了?$/u
/** 在甲医院项目现场举行四季度重点项目开工仪式: the works of many. */
const VENUE = /□(?:项目|工程)?(?:建设)?现场(?=[^，。；]*$).*(?:批|重点|重大|集中)/u
/** 考察甲医院项目并出席开工仪式: its own. */
const VISITED =
  /(?:考察|调研|视察|察看|查看|走进|来到)了?[^，。；]*□(?:建设|现场|工地)*，?(?:并|随后)?(?:出席|参加|见证|主持)了?(?:该|其)?(?:项目|工程)?$/u
/** 实地了解甲医院新址投用情况: what is looked at, and not how far it is. */
const LOOKED_AT = /(?:查看|察看|了解|视察|考察|调研|督查|督导|检查|听取|询问)[^，。；]{0,16}$/u
const STATE_OF = /^(?:使用|运行|推进|进展|工作|建设)*(?:等)?的?(?:情况|进展|进度)/u
/** 要求加快建设: what is asked of the builders. */
const REQUIRED = /要求(?:[^，。；□]{0,8}?(?:单位|部门|方|人员))?(?:要|进一步|继续|全力)?$/u
/** 因债务化解要求停止实施: why it stopped. */
const BY_ORDER = /(?:因|由于|按照?|根据|依据)[^，。；]{1,16}要求$/u
/** 今年计划完成投资2000万元: what is to be paid, and no stage. */
const PAID_WORD = /投资$/u
const TO_PAY = /(?:计划|预计|拟|力争|确保|目标)[^，。；]{0,4}$/u
/** 土建及装潢费用4250万元. */
const COSTS = /^[^，。；]{0,4}(?:费用|经费|费\d)/u
/** 工程项目建议书批复已完成. */
const STEP_BEFORE = /建议书|批复|可研|审批|手续|招标|设计|评审|报告|立项|选址|征地|拆迁|论证|勘察/u
/** 项目完成可研报告: what is done is a step, not the whole. */
const STEP_DONE = /完成$|^完成施工$/u
const HAS_OBJECT = /^(?![并且后验竣]|\d{1,2}[月日])[^，。；：、！|\t）]/u
/** 项目已经完成主体建设. */
const MAIN_PART = /^了?主体(?:工程|结构)?(?:建设|施工)?(?=$|[，。；])/u
/** 已完成主体地上9层. */
const FLOORS =
  /^(?:结构|建设|施工|主楼|裙楼|约|近)*(?:地下|地上|至?第?(?:\d+|[一二两三四五六七八九十]+)层|[\d.]+万?(?:余|多)?(?:平方米|平米|㎡))/u
/** 项目移交市工务署: who is to build it. */
const HANDED_TO = /^(?:给|至|到)?(?:□+|[^，。；]{0,6}(?:工务[署局]|代建[^，。；]*))$/u
/** 项目选址在开发区滨河路: where it stands. */
const SITE_OF = /^[在于]/u
/** 完成地上五层主体. */
const SOME_FLOORS = /(?:\d|[一二三四五六七八九十])层.*主体$/u
/** 开工前的准备, 开工时间, 开工筹备阶段: it has not begun. */
const NOT_BEGUN =
  /^(?:建设)?(?:之?前|以前|筹备|准备|倒计时|时间|日期|条件|手续|许可|率|(?:项目)?(?:前期|招标|选址|征地|规划|设计|可研|论证|审批|申报|搬迁|试运行|运行|试点))/u
/** 把项目建成精品工程, 建成区域医疗中心: what it is to become. */
const BECOMES =
  /^(?:为|成为?)?[^□，。；、并投使后启交验]{2,16}?(?:工程|样板|标杆|高地|医疗中心|医学中心|基地|的?(?:现代化|一流)|综合性?(?:医院|中心)|专科医院|体系|格局)/u
/** 完成施工图审查. */
const DRAWINGS = /^(?:图|许可|招标)/u
/** 完成主体工程的85%. */
const OF_MAIN = /^(?:工程量?|结构|施工|建设)/u
/** 装修已完成九成: not all of it. */
const SHARE =
  /^(?:工程|施工|建设)?(?:的|了)?(?:总?工程量|工程总量|总量)?的?(?:约|近|过|超过?)?(?:[\d.]+%|[\d一二三四五六七八九][成层]|过半|大半|近半)/u
/** A区处于封顶阶段: not over yet. */
const IN_PHASE = /(?:处于|处在|进入|正在|转入)(?:全面|主体)?$/u
/** 土建工程正式开建: what begins, and not how far it is. */
const BEGINS_SO = /^(?:工程|项目|施工|部分)*(?:已经?|全面|正式|顺利|如期|今[天日]|[\d年月日])*(?:开建|开工|动工|破土|奠基|启动)/u
/** 封顶时间2024年5月, 开工日期：2023年: a label with the day on which it was done. */
const LABELS_DATE = /^(?:时间|日期)(?:为|是|：)?(?:19|20)\d{2}/u
const MOST_LABEL = 10
/** 竣工时间：2024年6月（计划）: a day that is only meant. */
const DATE_MEANT = /^(?:时间|日期)(?:为|是|：)?(?:19|20)\d{2}年[\d月日底初]*（(?:计划|预计|拟|暂定|目标)/u
const MOST_MEANT = 24
/** 施工单位, 装修现场, 施工招标: who builds and where, not how far it is. */
const BUILDERS = /^(?:[）】]?(?:对外|公开)?(?:招标|中标|投标|评标|开标|标段)|总?承包|合同|现场|单位|方|人员|企业|队|公司|场地)/u
/** 门诊楼改造完成: the works themselves are done. */
const DONE =
  /(?<=□)(?:建设|施工|任务|工作|均|都|也|业?已经?|同步|相继|先后|陆续|[今去前]年|于|在|全面|全部|顺利|如期|按期|基本|圆满|[\d年月日初底旬上中下])*(?:完成|结束)$/u

/** 业务用房改造项目，投资1800万元，已于2016年底完成: a clause that says it and no more. */
const DONE_ALONE = /^(?:项目|工程|目前|现)*已(?:经)?(?:[于在])?(?:[\d年月日底初末上中下旬])*(?:全面|全部|顺利|如期|按期|基本|圆满)*完成$/u
/** 完成可研编制，已于3月完成: of the step that the clause before tells. */
const STEP_LAST =
  /(?:建议书|批复|可研|审批|手续|招标|设计|评审|报告|立项|选址|征地|拆迁|论证|勘察|采购|安装|培训|主体|桩基|基础|装修|施工|浇筑|签约|资金|搬迁|验收)[^，。；]*[，：]$/u

/** 计划竣工的6个项目已完成5个. */
const COUNTED_DONE = /(?<=(?:项目|工程)[^，。；]{0,8})完成了?(?:其中)?(?:\d+|[一二两三四五六七八九十]+)[个项]$/u

/** Characters before such a count; what is planned stands further off. */
const MOST_COUNTED = 4

/** 门诊暂停接诊: what stands still is a service. */
const OF_SERVICE =
  /^(?:了|对外|全部|部分)*(?:接诊|开诊|门诊|诊疗|收治|营业|服务|手术|接种|预约|挂号|探视|入院|住院|运营|运行|使用|开放|执业)/u
/** 批复总投资6亿元, 核准床位300张: a figure, and no step. */
const APPROVED = /^(?:批复|核准)$/u
const SUM_OF = /^(?:的)?(?:项目)?(?:概算|估算)?(?:总?投资|床位|编制床位|建设规模|总?建筑面积|概算|估算|用地面积)/u
/** 获批三级医院, 获批床位300张, 专项债券获批: not the works. */
const GRANTED = /^获批$/u
const GRANT_ENDS = /^(?:$|后|并|建设(?!成|为|[^，。；]{2})|立项)/u
const OF_FUNDS = /(?:债券?|资金|国债|贷款|经费|补助|床位|编制|专科|资质|等级|试点|基地|课题|专利)(?:已经?|均|也|成功|顺利|正式|全部)*$/u
/** 因征地受阻，因选址争议: why, and no step of the works. */
const REASON = /(?:因|由于|受|鉴于)[^，。；]{0,6}$/u
/** 不列入今年计划: no plan. */
const NOT_LISTED = /(?:[不未]|没有)(?:再|予|能|被)?$/u
/** 至今未列入年度计划: still only thought of. */
const NOT_YET_LISTED = /(?:至今|尚|仍|还|迟迟|一直)[未没](?:有|能|被)?$/u
const LISTS_IN = /^[列纳排编转][入进到为]/u
/** 竣工时间推迟到2024年: not of the beginning. */
const PUT_BACK = /推|延|调整|结转/u
/** 原定12月完工的某楼，因雨季延期: the end is put off, and not the beginning. */
const ONCE_SET = /原(?:定|计划|拟)(?=[^。；]*$)[^，。；]*(?:竣工|完工|投用|交付|封顶|建成|启用)/u
const LATER_END = /(?:竣工|完工|投用|交付|封顶|建成|工期|验收|启用|搬迁)[^，。；]*$/u
/** 门诊楼启用自助机20台: what is put to use in it. */
const DEVICES = /^了?[^，。；、□]{1,12}\d+(?:余|多)?[台套部架件辆]/u
/** 收治患者3.2万人次: how many, and not since when. */
const TAKES_IN = /^(?:正式|开始|全面)?(?:收治|接收|接纳|接待|接诊)/u
const COUNTED_IN = /^[^，。；]{0,6}?(?:约|近|超|逾|达|共)*\d/u
/** 甲楼、乙楼等9个项目有5个竣工: nobody knows which. */
const SOME_OF_THEM = /(?:^|有|其中)(?:\d+|[一二三四五六七八九十]+)[个项](?:已经?|正在|项目|工程)*$/u
const COUNTED_LIST = /等(?:\d+|[一二三四五六七八九十]+)[个项][^，。；]{0,10}(?:项目|工程)/u
/** 要抓紧开工: what is still to begin. */
const BEGINS_NOW = /^(?:开工|动工|开建)/u
/** 加快…可研编制, 抓紧完成招标: what is at hand. */
const HASTENS = /(?:加快|抓紧|抓好|加紧|尽快|推进|完成|做好|扎实|继续)[^，。；]{0,24}$/u
/** 至今未复工, 尚未恢复施工: it stands still. */
const RESUMED = /^(?:复工|恢复施工)/u
const NOT_RESUMED = /(?:未|没有|没能|无法|不能|尚不具备)(?:能|曾|再|全面|正式|正常|按期|如期|实现|及时)*$/u

/** Clauses of a text between marks of punctuation. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && STOPS[text.charCodeAt(at)] !== 1) continue
    if (at > from) clauses.push({ from, to: at })
    from = at + 1
  }
  return clauses
}

/** 开工仪式举行? where the page has lost a character: nobody asks so. */
const CEREMONY_HELD = /(?:仪式|典礼)(?:隆重|顺利|圆满)?(?:举行|召开|举办)$/u

/** Stage words of a clause. `masked` is the sentence with names and objects blanked out by □. */
export function hitsIn(masked: string, clause: Clause, words: WorksWords): StageHit[] {
  // A question tells no stage.
  const text = masked.slice(clause.from, clause.to)
  if (masked.charAt(clause.to) === '？' && !CEREMONY_HELD.test(text)) return []
  const hits: StageHit[] = []
  const found = words.stages.find(text)
  if (found.length > 0 && isAsked(masked, clause, words)) return hits
  for (const { status: listed, from, to } of found) {
    const stopped = RESUMED.test(text.slice(from, to)) && NOT_RESUMED.test(text.slice(0, from))
    const status = stopped ? 'suspended' : statusIn(listed, { masked, clause, from: clause.from + from, to: clause.from + to })
    if (status === undefined) continue
    const demanded = isDemanded(masked, { from: clause.from, at: clause.from + from }, words)
    // 要精心组织施工: what is asked of the builders.
    // 要加快可研编制: a step before the works, whoever is urged to take it.
    const isStep = demanded && status === 'preliminary' && HASTENS.test(text.slice(0, from))
    if (demanded && aimAt(status) === 'aimed' && !isStep && !BEGINS_NOW.test(text.slice(from, to))) continue
    // 规划床位1000张的某院开工: what stands before 的 qualifies the name, not the deed.
    const mood = stopped
      ? 'reached'
      : WISHED.test(text.slice(from, to)) || (status !== 'planned' && status !== 'suspended' && isForTheSake(text.slice(0, from)))
        ? aimAt(status)
        : moodOf(
            leadOf(
              beforeBracket(masked, clause, text) + text.slice(Math.max(behind(text, from), text.lastIndexOf('的', from) + 1), from),
              text.slice(from, to),
            ),
            status,
            words,
          )
    hits.push({
      status,
      mood:
        mood === 'reached' &&
        ((demanded && !isStep) ||
          DATE_MEANT.test(masked.slice(clause.from + to, clause.from + to + MOST_MEANT)) ||
          AT_HAND.test(text.slice(to)) ||
          wishesOn({ masked, clause, said: text }, words))
          ? aimAt(status)
          : mood,
      clause,
      from: clause.from + from,
      to: clause.from + to,
      word: text.slice(from, to),
      ...(LABELS_DATE.test(masked.slice(clause.from + to, clause.from + to + MOST_LABEL)) ? { labels: true as const } : {}),
    })
  }
  const done = hits.some(({ mood }) => mood === 'reached')
    ? null
    : hits.length > 0
      ? COUNTED_DONE.exec(text)
      : (DONE.exec(text) ?? (STEP_LAST.test(masked.slice(0, clause.from)) ? null : DONE_ALONE.exec(text)))
  if (done !== null)
    hits.push({
      status: 'completed',
      mood: moodOf(text.slice(hits.length > 0 ? done.index - MOST_COUNTED : 0, done.index), 'completed', words),
      clause,
      from: clause.from + done.index,
      to: clause.to,
      word: done[0],
    })
  if (hits.length === 0 && MOVED.test(text))
    hits.push({ status: 'in_use', mood: 'reached', clause, from: clause.to - MOVED_WORD, to: clause.to, word: text.slice(-MOVED_WORD) })
  const moves = hits.length > 0 ? null : MOVES_IN.exec(text)
  if (moves !== null)
    hits.push({
      status: 'in_use',
      mood: 'expected',
      clause,
      from: clause.to - (moves[1]?.length ?? 0),
      to: clause.to,
      word: moves[1] ?? '',
    })
  return hits
}

/** 2023年12月28日整体搬迁: a day on which it was moved into. */
const MOVED = /^(?:于|并于)?(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?(?:正式|顺利|全面|完成|实现)*整体搬迁$/u
const MOVED_WORD = 2

/** （总投资2亿元，拟发债1亿元）正在开挖: where a clause goes on behind the bracket that it ends; 0 where it ends none before `at`. */
function behind(text: string, at: number): number {
  const close = text.indexOf('）')
  return close < 0 || close >= at || text.lastIndexOf('（', close) >= 0 ? 0 : close + 1
}

/** 预计2025年搬迁, 年内可用: when the works are to be in use. */
const MOVES_IN =
  /(?:(?:预计|力争|有望|争取|确保|可望)[^，。；□]{0,12}?|(?:年[内底初中]|月[底初]?)(?:前|即|就|便)*可)((?:整体|全面|正式)*(?:搬迁|搬家|搬新家|入住)|(?:投入)?使用|用)$/u

/** The status that a stage word has where it stands, or undefined where it tells none. */
function statusIn(listed: ProjectStatus, at: { masked: string; clause: Clause; from: number; to: number }): ProjectStatus | undefined {
  const { masked, clause, from, to } = at
  const before = masked.slice(clause.from, from)
  const word = masked.slice(from, to)
  const after = masked.slice(to, clause.to)
  if (LABELS_DATE.test(masked.slice(to, to + MOST_LABEL))) return listed
  if (
    before.endsWith('关于') ||
    (word === '筹备' && /(?:参与|负责|牵头)$/u.test(before)) ||
    MEANT_WELL.test(before) ||
    before === '为' ||
    before === '为了' ||
    (ATTENDED.test(before) && !VISITED.test(masked.slice(Math.max(0, from - FAR), from))) ||
    (listed === 'started' && VENUE.test(before)) ||
    COSTS.test(after.slice(0, 8)) ||
    (PAID_WORD.test(word) && TO_PAY.test(before)) ||
    (GRANTED.test(word) && (!GRANT_ENDS.test(after) || OF_FUNDS.test(before))) ||
    (listed === 'preliminary' && ((APPROVED.test(word) && SUM_OF.test(after)) || REASON.test(before))) ||
    (listed === 'planned' && LISTS_IN.test(word) && NOT_LISTED.test(before) && !NOT_YET_LISTED.test(before)) ||
    (listed === 'planned' &&
      PUT_BACK.test(word) &&
      (LATER_END.test(before) || ONCE_SET.test(masked.slice(Math.max(0, from - FAR), from)))) ||
    (TAKES_IN.test(word) && COUNTED_IN.test(after)) ||
    (listed === 'in_use' && DEVICES.test(after)) ||
    (listed !== 'completed' && STATE_OF.test(after) && LOOKED_AT.test(before)) ||
    (REQUIRED.test(before) && !BY_ORDER.test(before)) ||
    (BUILDERS.test(after) && !(word === '选址' && after.startsWith('现场'))) ||
    (SOME_OF_THEM.test(before) && COUNTED_LIST.test(masked.slice(0, from))) ||
    isContent(masked, at) ||
    isInName(word, after)
  )
    return undefined
  if ((word === '选址' && SITE_OF.test(after)) || (word === '移交' && HANDED_TO.test(after))) return undefined
  if (word === '土建' && BEGINS_SO.test(after)) return undefined
  if (listed === 'started' && NOT_BEGUN.test(after)) return undefined
  if (listed === 'suspended' && OF_SERVICE.test(after)) return undefined
  if (listed === 'planned' && TERM_OF_WORKS.test(after)) return undefined
  if (after.startsWith('意味着') || (/^(?:建成|(?:加快|推进|抓紧|加紧)建设)$/u.test(word) && BECOMES.test(after))) return undefined
  if (FINISHED.has(listed) && (liesAhead(before, masked.slice(to, to + 16)) || ONCE_BUILT.test(masked.slice(0, from)))) return undefined
  if (listed === 'topped_out' && (FLOORS.test(after) || SOME_FLOORS.test(word) || SHARE.test(after.replace(OF_MAIN, ''))))
    return 'under_construction'
  if (listed === 'topped_out' && IN_PHASE.test(before) && after.startsWith('阶段')) return 'under_construction'
  if (listed !== 'completed') return listed
  if (OF_TERM.test(word) && TERM_TASK.test(after)) return undefined
  if (OF_SYSTEM.test(word)) return undefined
  if (DRAWINGS.test(after) && word.endsWith('施工')) return 'preliminary'
  if (SHARE.test(after)) return 'under_construction'
  if (STEP_BEFORE.test(word)) return 'preliminary'
  if (word.includes('主体')) return 'topped_out'
  if (CLEARED.test(word)) return 'preliminary'
  if (GROUNDWORK.test(word)) return 'started'
  if (OF_PART.test(word) || PART_DONE.test(before)) return 'under_construction'
  if (!STEP_DONE.test(word)) return listed
  if (MAIN_PART.test(after)) return 'topped_out'
  return HAS_OBJECT.test(after) ? undefined : listed
}

/** 计划建设工期2年: how long, and that it runs. */
const TERM_OF_WORKS = /^(?:总?工期|周期|期限|年限)/u

/** 完成了本月建设任务: what was to be done by now. */
const OF_TERM = /^完成.*(?:本|当|[月季年]度|全年|上半年|下半年|阶段|节点|既定|计划|目标)/u
const TERM_TASK = /^的?(?:各项)?(?:任务|目标|计划|进度)/u

/** 项目桩基已完成, 通过地基与基础验收. */
const GROUNDWORK = /地基|基础(?!设施)|桩基|基坑|土方/u
/** 完成房产移交: room for the works. */
const CLEARED = /(?:房产|土地|用地|场地|地块|资料|图纸|旧房).*(?:移交|交付)$/u
/** 通过消防专项验收: a part of the works is accepted. */
const OF_PART = /^(?:通过|完成).*(?:分部|分项|阶段|节点|中间|专项|消防|人防|节能).*验收$/u

/** 完成HIS系统改造升级: nothing that is built. */
const OF_SYSTEM = /^完成.*(?:系统|软件|平台|流程|信息化|网络|机制|制度|服务器)(?:的)?(?:优化|升级|更新)?(?:改造|建设|验收|提升)/u

/** 室内消防、空调安装完工: one trade has done its part. */
const PART_DONE =
  /(?:外立面|外墙面|消防|空调|电梯|净化|管网|水电|幕墙|外墙|粉刷|砌体|砌墙|门窗|硬化|铺装|抹灰|防水|保温|地下|设备|安装)等?(?:安装)?(?:工程|施工|作业|部分|安装|敷设|改造|结构|室)?(?:已经?|均|都|全部|基本|也)*$/u

/** Characters in which another word of the sentence tells on a stage word. */
const FAR = 60
