/** Reads how far works have come from the clauses that speak of them. */
import { projectStage, type ProjectStatus } from '../../../../cypher/model/statuses.ts'
import type { Section } from '../../../read/sentence.ts'
import type { WorksWords } from '../objects/words.ts'
import type { Clause, StageHit } from './stage-hits.ts'
import { aimAt, FINISHED } from './stage-mood.ts'
import { MOST_WILL, WILL_HOLD } from './told-behind.ts'

export interface Progress {
  readonly status?: ProjectStatus
  /** The hit that gives the status; undefined where only a verb does. */
  readonly hit?: StageHit
  readonly planned: boolean
}

export interface StageView {
  readonly masked: string
  readonly section: Section
  readonly words: WorksWords
  /** Clause of the object itself, for its verb; none where a sentence only goes on about it. */
  readonly clause?: Clause
  /** Where the object begins: its verb stands before. */
  readonly object?: number
  /** Where the last of several objects ends: what is done to all stands behind. */
  readonly end?: number
  /** The day of the page. */
  readonly published?: string | null
  /** Under a heading over what is built, where a verb tells no stage: 新建综合楼. */
  readonly sized?: boolean
  /** What is built, as written: 综合楼建设. */
  readonly built?: string
  /** The object is told behind a verb of hope: 甲医院拟改扩建原粮站. */
  readonly hoped?: true
}

const BUILT = projectStage('under_construction')
const STARTED = projectStage('started')
const TOPPED_OUT = projectStage('topped_out')

/** 年内开工, 年底前完成主体封顶: a bound that is still to come. */
const BOUND_AHEAD = /(?<![去前上当同\d]年?|截[至止]|至)(?:年内|今年年?底|(?:年|(?<!\d)月)底(?:之|以)?前)[^已了]{0,14}$/u
/** 主体年底实现封顶, where the sentence says that it looks ahead. */
const END_AHEAD = /(?<![去前上当同\d]年?|截[至止]|至)(?:年底|(?<!年)\d{1,2}月底(?:之|以)?前)[^已了]{0,14}$/u
/** 年底 in news from March to October is still to come. */
const MID_YEAR = /^\d{4}-(?:0[3-9]|10)/u
const LOOKS_AHEAD = /将|力争|计划|确保|争取|预计|拟|今年(?!以来|\d)/u

/** Outside a review, a bound in the clause of a stage that nothing says is reached makes it a target. */
function inTime(hits: readonly StageHit[], { masked, words, published }: Omit<StageView, 'clause'>): readonly StageHit[] {
  if (!/年[内底]|月底/u.test(masked)) return hits
  return hits.map((hit): StageHit => {
    if (hit.mood !== 'reached' || !isTarget(hit, masked.slice(hit.clause.from, hit.clause.to), words)) return hit
    if (masked.charAt(hit.to) === '了') return hit
    const said = masked.slice(hit.clause.from, hit.to)
    const isAhead =
      BOUND_AHEAD.test(said) ||
      (END_AHEAD.test(said) && ((said.includes('年底') && MID_YEAR.test(published ?? '')) || LOOKS_AHEAD.test(masked.slice(0, hit.from))))
    return isAhead ? { ...hit, mood: aimAt(hit.status) } : hit
  })
}

/** 4月底前完成设计，6月底前开工，年底前完成主体: bounds one after the other are a schedule. */
const BOUND = /(?:月底?|季度末?|年底|旬|[\d一二三]日)(?:之|以)?前(?![后期夕])/gu
const DONE_WORD = /已|了|目前|截至|现/u

function isSchedule(masked: string): boolean {
  return (masked.match(BOUND)?.length ?? 0) > 1 && !DONE_WORD.test(masked)
}

/** 已竣工验收，年底前整体搬入: what is done by now stands before what is still to come. */
const BY_THE_END = /(?:^|□)(?:计划|预计|拟|将)?(?:今年|当年)?(?:年底|年末|[\d一二]{1,2}月底?|春节|元旦|国庆)(?:之|以)?前[^已了]{0,6}$/u

function notMovedIn(hits: readonly StageHit[], masked: string): readonly StageHit[] {
  if (!masked.includes('前')) return hits
  return hits.map((hit): StageHit =>
    hit.mood === 'reached' &&
    hit.status === 'in_use' &&
    masked.charAt(hit.to) !== '了' &&
    BY_THE_END.test(masked.slice(hit.clause.from, hit.from)) &&
    hits.some(({ mood, status, to }) => mood === 'reached' && to < hit.clause.from && projectStage(status) >= TOPPED_OUT)
      ? { ...hit, mood: 'expected' }
      : hit,
  )
}

/** 实验楼年内竣工, in a review of the whole year: it is done. */
const IN_YEAR = /(?:^|□)(?:于|在)?(?:年内|年底)$/u

function withinYear(hits: readonly StageHit[], { masked, section, published }: Omit<StageView, 'clause'>): readonly StageHit[] {
  if (!/年[内底]/u.test(masked) || (published && published.slice(0, 4) === String(section.year) && !published.includes('-12'))) return hits
  return hits.map((hit): StageHit =>
    hit.mood === 'expected' &&
    FINISHED.has(hit.status) &&
    IN_YEAR.test(masked.slice(hit.clause.from, hit.from)) &&
    !LOOKS_AHEAD.test(masked.slice(0, hit.from))
      ? { ...hit, mood: 'reached' }
      : hit,
  )
}

/** Stage words as the section has them: in a plan they are what is to be reached, but where the clause says 已 or 目前. */
export function inSection(hits: readonly StageHit[], view: Omit<StageView, 'clause'>): readonly StageHit[] {
  const { section, masked, words } = view
  if (section.kind !== 'plan' && isSchedule(masked))
    return hits.map((hit): StageHit => (hit.mood === 'reached' && hit.dated !== true ? { ...hit, mood: 'aimed' } : hit))
  if (section.kind === 'other') return inTime(hits, view)
  if (section.kind === 'review') return withinYear(notMovedIn(hits, masked), view)
  if (section.kind !== 'plan') return hits
  return hits.map((hit): StageHit =>
    hit.mood === 'reached' && isTarget(hit, masked.slice(hit.clause.from, hit.clause.to), words) ? { ...hit, mood: 'target' } : hit,
  )
}

/** The status that hits and verbs give together (ontology.md, ruling 1; readings.md, rows 37, 47, 51, 52). */
export function judgeProgress(hits: readonly StageHit[], view: StageView): Progress {
  const said = inSection(hits, view)
  const told = withoutStoreys(
    said.filter((hit) => hit.mood === 'reached'),
    view.masked,
  )
  const reached = notAllTopped(withoutParts(withoutVague(withoutPaid(told), view.object), view), view)
  const stopped = reached.find((hit) => hit.status === 'suspended')
  const best = furthest(reached.filter((hit) => hit.status !== 'suspended'))
  // 停工3个月，目前已复工: what is told after the stop holds; 停工至今，已完成投资2亿元 says only what was paid.
  const resumed =
    stopped !== undefined &&
    reached.some(
      (hit) =>
        hit.status !== 'suspended' &&
        (hit.clause.from > stopped.to || (hit.from >= stopped.to && RESUMES.test(hit.word))) &&
        !PAID.test(hit.word) &&
        !WAITED_FOR.test(view.masked.slice(hit.clause.from, hit.from)),
    )
  if (stopped !== undefined && !resumed) return { status: 'suspended', hit: stopped, planned: false }
  if (best !== undefined) return { status: best.status, hit: best, planned: best.status === 'planned' }
  const targets = withoutVague(
    said.filter((hit) => hit.mood === 'target'),
    view.object,
  )
  // 2022年开工，2025年建成: what is yet to begin is not under way.
  const target = targets.find(({ status, word }) => status === 'started' && BEGINS.test(word)) ?? furthest(targets)
  if (target !== undefined) return targetProgress(target)
  const denied = said.find((hit) => hit.mood === 'denied')
  if (denied !== undefined)
    return projectStage(denied.status) > projectStage('started')
      ? { status: 'under_construction', planned: false }
      : { status: 'planned', planned: true }
  return aimedProgress(
    said.filter((hit) => hit.mood !== 'target'),
    view,
  )
}

const BEGINS = /^(?:开工|动工|奠基|破土|开建|启动建设|开工建设|动工建设)$/u

/** 停工两个月后已复工. */
const RESUMES = /^(?:复工|恢复)/u

/** 被叫停，待控规调整后再启动; 停工，需重新招标: what must come first. */
const WAITED_FOR = /^(?:拟|须|需|将|现)?(?:[待等俟]|须|需|有待|视)/u

/** 立项、环评等前期工作有序推进, 全力推进甲楼建设，已完成立项: what is pushed on is told beside it. */
const VAGUE = /(?:推进|实施|进行|顺利|铺开|如火如荼|缓慢)$/u

function withoutVague(hits: readonly StageHit[], object = 0): readonly StageHit[] {
  return hits.filter(
    (hit) =>
      hit.status === 'suspended' ||
      !VAGUE.test(hit.word) ||
      !hits.some(
        (other) => other.status === 'preliminary' && (other.clause.from === hit.clause.from || (hit.to <= object && other.from > object)),
      ),
  )
}

const PAID = /投资$|元$/u

/** 3月开工，年内完成投资2亿元: how much is paid says less than how far it is. */
function withoutPaid(hits: readonly StageHit[]): readonly StageHit[] {
  if (!hits.some((hit) => PAID.test(hit.word))) return hits
  const others = hits.filter((hit) => !PAID.test(hit.word))
  return others.some((hit) => projectStage(hit.status) >= STARTED) ? others : hits
}

const HOUSE_DONE = /^(?:目前|现|截至目前|其中)?，?□+(?:已经?|均|都|全部|也)*$/u
const HOUSE_AHEAD =
  /[，；](?:[^，。；]{0,4}□+(?:也)?|接下来|下一步)(?:将|即将|正在|准备)(?:全面|陆续|正式)*(?:开工|动工|启动|进行|开展|施工|建设|封顶)/u
const AT_WORK = /正(?:在|抓紧|加紧|有序)/u

/** 住院楼改造已完成，门诊楼正在装修, of a project spoken of before: a part that is finished while another is at work. */
function withoutParts(hits: readonly StageHit[], { clause, masked }: StageView): readonly StageHit[] {
  if (clause !== undefined || hits.length === 0 || (hits.length < 2 && !HOUSE_AHEAD.test(masked))) return hits
  const saidIn = (hit: StageHit): string => masked.slice(hit.clause.from, hit.to)
  // 感染楼已竣工，妇儿楼将开工: houses of it, one after the other.
  if (HOUSE_AHEAD.test(masked))
    return hits.map((hit): StageHit =>
      FINISHED.has(hit.status) && (/^完成.*[□楼]/u.test(hit.word) || HOUSE_DONE.test(masked.slice(hit.clause.from, hit.from)))
        ? { ...hit, status: 'under_construction' }
        : hit,
    )
  if (!hits.some((hit) => !FINISHED.has(hit.status) && AT_WORK.test(saidIn(hit)))) return hits
  return hits.filter((hit) => !FINISHED.has(hit.status) || !masked.slice(hit.clause.from, hit.clause.to).includes('□'))
}

/** 门诊楼主体已封顶，住院楼施工至9层, of a project spoken of before: one house is topped out and another is not yet. */
const HOUSE_TOPPED =
  /(?:^|[，；：\t]|目前)(?:其中|目前|现)?[^，。；]{0,8}(?:□+|[^，。；□]{1,6}[楼部区])(?:的|已|主体|结构|工程|顺利|全面|全部)*$/u
const HOUSE_AT_WORK =
  /[，；]\s?(?:□+|[^，。；□]{1,8}[楼部区])(?:主体|结构|工程|项目|目前|现|也|则|已|正在?|完成)*(?:施工|建设)?(?:[至到](?:地下|地上|第|正负)?(?:\d+|[一二三四五六七八九十]+|零)|桩基|基础|基坑|地下室|土方|开挖|主体施工)/u

function notAllTopped(hits: readonly StageHit[], { clause, masked }: StageView): readonly StageHit[] {
  if ((clause !== undefined && clause.to > clause.from) || !HOUSE_AT_WORK.test(masked)) return hits
  return hits.map((hit): StageHit =>
    hit.status === 'topped_out' && HOUSE_TOPPED.test(masked.slice(0, hit.from)) ? { ...hit, status: 'under_construction' } : hit,
  )
}

/** 一、二层已完工，三层正在装修: storeys or a wing that are finished while another is at work. */
const OF_PART =
  /(?:^|□|目前|现|其中|已)(?:地[下上])?(?:第?[一二三四五六七八九十\d]+(?:[、至到—～-]+第?[一二三四五六七八九十\d]+)*层|[主附裙塔]楼|[东西南北]侧|(?:大)?部分(?:楼层|病房|区域)?|首批)(?:已经?|均|都|全部|基本|顺利)*$/u

function withoutStoreys(hits: readonly StageHit[], masked: string): readonly StageHit[] {
  if (hits.length < 2 || !AT_WORK.test(masked)) return hits
  const isOfPart = (hit: StageHit): boolean =>
    projectStage(hit.status) >= TOPPED_OUT && OF_PART.test(masked.slice(hit.clause.from, hit.from))
  const isAtWork = hits.some((hit) => projectStage(hit.status) < TOPPED_OUT && AT_WORK.test(masked.slice(hit.clause.from, hit.to)))
  return isAtWork ? hits.filter((hit) => !isOfPart(hit)) : hits
}

function isTarget(hit: StageHit, clause: string, words: WorksWords): boolean {
  return hit.dated !== true && hit.status !== 'suspended' && hit.status !== 'planned' && !words.reached.test(clause)
}

/** In a plan: what is to be finished runs already; what is to begin is planned. */
function targetProgress(hit: StageHit): Progress {
  if (hit.status === 'preliminary') return { status: 'preliminary', hit, planned: true }
  if (projectStage(hit.status) >= BUILT) return { status: 'under_construction', hit, planned: true }
  return { status: 'planned', hit, planned: true }
}

/** What stands before what the works are part of, and how long they take. */
const NO_VERB =
  /.*(?:公司|集团|包括|包含|情况(?:以及|和|及|、))|(?:新建|迁建|扩建|改扩建|改建|改造)(?:的|项目|工程)+(?:有|是|为|包括|包含)|计划(?:总|建设)?工期|分[一二两三四五\d]期完成|(?:列[入为]|纳入|入选|入围|入库)[^，。；]{0,24}|由[^，。；]{2,40}(?:共同|联合|合作|携手)(?:建设|投资)$|由[^，。；]{0,16}(?:投资|出资)(?:建设|兴建|新建)$|[不未没][有能]?(?:启动|实施|开展|推进|建设)/gu
/** 去年完成的某楼扩建项目. */
const DONE_ONES = /(?:完成|做完|干完)了?的$/u
/** 完成甲医院综合楼建设. */
const DONE_WORKS = /(?:建设|搬迁|新建|迁建|扩建|改建|改造|装修|修缮)$/u
/** What is done to a house, at the end of what is built. */
const KIND_END = /(?:建设|[新迁扩改重翻]建|改造|装修|修缮|翻[修新]|提升|维修|加固)$/u
/** 下达投资计划2亿元，用于新建甲楼: what is paid for, and not how far it is. */
const OF_MONEY = /(?:投资|资金|补助)计划/gu
/** 甲楼项目计划投资6000万元: what it is to cost. */
const TO_COST = /计划(?:完成)?(?:固定资产)?总?投资|规划(?:建设)?(?:总|设置?)?(?:用地|占地|床位|病床|建筑|面积|编制)/u
/** 今年拟再安排1800万元，支持某院门诊部改造. */
const TO_PAY_FOR =
  /(?:拟|计划|将|准备|打算)(?:于[^，。；]{0,8})?(?:再|继续|另)?(?:安排|投入|投资|筹措|下达|拨付|争取)[^，。；]{0,16}元，(?:用于|支持)[^，。；]{0,6}$/u
const PAID_FOR = /(?:用于|支持)(?:新建|改扩建|扩建|改造|迁建|建设)?$/u
/** 为加快推进甲项目，成立专班: what it is done for. */
const FOR_THE_SAKE_OF = /^为了?(?:加快|推进|做好|推动|加强)/u
/** 将迁建甲院，新建乙楼: the verbs after 将 are planned too. */
const WILL_BUILD =
  /将[^，。；已]{0,8}(?:建设|新建|迁建|改扩建|扩建|改造|拆除)[^。；]*，$|(?:^|[□，。；：])(?:拟|计划|打算|准备|有意|预备)(?:在|于|用|利用|投资|征|投入|筹|对|由)[^。；已]*，$/u
/** 甲医院迁址签约暨启动仪式: agreed on, and not begun. */
const SIGNED = /签约(?:暨|及|和)?(?:项目)?启动/u
/** 积极申报某项目. */
const APPLIED = /申报/u
/** 完成甲楼、乙楼等6个项目申报. */
const APPLIED_BEHIND = /项目(?:的)?(?:入库|储备|国债|债券)?申报(?:工作)?$/u

const HAS_BUILT = /(?:[新扩改迁翻重兴]建|改造|翻新|修缮|建起|盖起)了(?:一[栋座幢处])?$/u

/** A plan's 改造某院门诊楼，力争年底前投入使用: what it begins, and by when. */
const TO_BUILD = /^[^□]{0,6}(?:新建|改扩建|扩建|迁建|重建|改建|改造|修建|翻建)$/u

function aimedProgress(
  hits: readonly StageHit[],
  { masked, clause, words, section, object = 0, end, built = '', sized, hoped }: StageView,
): Progress {
  const aimed = hits.find((hit) => hit.mood === 'aimed')
  if (hoped === true) return { status: 'planned', planned: true }
  if (clause === undefined)
    return aimed !== undefined && projectStage(aimed.status) < TOPPED_OUT
      ? { status: 'planned', hit: aimed, planned: true }
      : { planned: false }
  const text = masked.slice(clause.from, clause.to)
  // 计划2026年投用, 计划年底封顶 tell when, and not that nothing is done yet; the target of a table is all that is told.
  if (aimed !== undefined && (projectStage(aimed.status) < TOPPED_OUT || clause.to === clause.from))
    return { status: 'planned', hit: aimed, planned: true }
  const expected = hits.find((hit) => hit.mood === 'expected' || (hit.mood === 'aimed' && hit.status === 'topped_out'))
  if (expected !== undefined && section.kind === 'plan' && TO_BUILD.test(masked.slice(clause.from, Math.max(object, clause.from))))
    return { status: 'planned', hit: expected, planned: true }
  if (expected !== undefined) return { status: 'under_construction', planned: section.kind === 'plan' }
  // What follows an object that opens its clause may be its verb; behind 、 another's begins.
  const behind = end === undefined ? text : masked.slice(end, Math.max(end, clause.to))
  const verb = (
    masked.slice(clause.from, Math.max(object, clause.from)) || (behind.split('、', 1)[0] ?? '').replace(TO_COST, '')
  ).replaceAll(NO_VERB, '')
  // 关于加快推进甲医院项目的建议: what is asked for.
  if (verb.includes('关于') || FOR_THE_SAKE_OF.test(text)) return { planned: section.kind === 'plan' }
  if (section.kind !== 'plan' && DONE_ONES.test(verb)) return { status: 'completed', planned: false }
  if (
    (section.kind === 'review' ? /完成了?$/u : /完成了$/u).test(verb) &&
    section.kind !== 'plan' &&
    DONE_WORKS.test(built) &&
    !text.includes('任务')
  )
    return { status: 'completed', planned: false }
  const inPlan = section.kind === 'plan'
  // 投资3800万元扩建了急诊楼
  if (!inPlan && HAS_BUILT.test(verb) && !/[正将拟]|计划/u.test(verb)) return { status: 'completed', planned: false }
  if (PAID_FOR.test(verb) && /[万亿]元/u.test(masked.slice(0, object)))
    return TO_PAY_FOR.test(masked.slice(0, object)) ? { status: 'planned', planned: true } : { planned: inPlan }
  if (WILL_BUILD.test(masked.slice(0, clause.from))) return { status: 'planned', planned: true }
  if (words.plan.test(verb.replaceAll(OF_MONEY, '')) || APPLIED.test(verb) || APPLIED_BEHIND.test(text))
    return { status: 'planned', planned: true }
  // 正在对住院部进行翻修.
  if (!inPlan && /正(?:在|抓紧|加紧)|[仍还尚]在/u.test(verb) && KIND_END.test(built))
    return { status: 'under_construction', planned: false }
  if (SIGNED.test(verb)) return { status: 'planned', planned: true }
  if (words.goesOn.test(verb)) return { status: 'under_construction', planned: inPlan }
  if (sized === true) return { planned: inPlan }
  // 甲院为异地新建项目: what follows a name begins nothing.
  if (words.start.test(verb) && !/^□+[为是系属]/u.test(text))
    return inPlan
      ? { status: 'planned', planned: true }
      : { status: /启动|开建|兴建/u.test(verb) ? 'started' : 'under_construction', planned: false }
  if (WILL_HOLD.test(masked.slice(clause.to, clause.to + MOST_WILL))) return { status: 'planned', planned: true }
  return { planned: inPlan }
}

function furthest<Hit extends { readonly status: ProjectStatus }>(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  for (const hit of hits) if (best === undefined || projectStage(hit.status) > projectStage(best.status)) best = hit
  return best
}
