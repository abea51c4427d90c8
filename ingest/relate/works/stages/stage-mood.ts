/** Whether a stage is reached where its word stands, or only asked about, demanded, aimed at or denied. */
import { projectStage, type ProjectStatus } from '../../../../cypher/model/statuses.ts'
import { unitTable } from '../../sentence/unit-table.ts'
import type { Clause } from './stage-hits.ts'
import type { WorksWords } from '../objects/words.ts'

/** Reached; what a plan sets out to reach; aimed at, expected or denied by a word in its clause. */
export type Mood = 'reached' | 'target' | 'aimed' | 'expected' | 'denied'

/** Characters of a sentence that tell on a clause after them. */
const FAR = 60

export const FINISHED: ReadonlySet<ProjectStatus> = new Set<ProjectStatus>(['completed', 'in_use'])

export const aimAt = (status: ProjectStatus): Mood => (projectStage(status) >= projectStage('topped_out') ? 'expected' : 'aimed')

/** 没有消息说某院已经开工, 某院开工了吗: nothing is told. */
const UNKNOWN = /[未没]有[^，。；]{0,8}(?:消息|报道|信息)|[吗呢]$/u

/** 群众期盼已久的甲楼启用: what has come at last. */
const LONGED_FOR = /(?:期盼|期待|盼望|渴望|盼着)(?:已久|多年|许久)?的/u

const PARTS_CLAUSES = unitTable('，。；：！？|\t')

/** Whether the clause in which a stretch stands only asks. */
export function isAsked(masked: string, { from, to }: Clause, words: WorksWords): boolean {
  let opening = from
  while (opening > 0 && from - opening < FAR && PARTS_CLAUSES[masked.charCodeAt(opening - 1)] !== 1) opening--
  const said = masked.slice(opening, to)
  return words.asked.test(said.replace(LONGED_FOR, '')) || UNKNOWN.test(said)
}

/** Whether what stands at a place of a sentence is demanded of somebody: 施工单位要强化责任，精心组织施工, to the end of the sentence. */
export function isDemanded(masked: string, { from, at }: { from: number; at: number }, words: WorksWords): boolean {
  if (!masked.includes('要')) return false
  const demand = words.demand.exec(masked.slice(0, at))
  return (
    demand !== null && !masked.slice(demand.index, at).includes('。') && !words.reached.test(masked.slice(Math.max(from, demand.index), at))
  )
}

/** 预计年底完成主体，2027年上半年竣工: a date that follows what is expected is expected too. */
const DATE_OPENS =
  /^(?:并?(?:计划|预计)?[于在至]?(?:(?:19|20)\d{2}年|[明后次同当]年)|届时|随后|\d{1,2}月|[上下]半年|年底|(?:并|正式|全面|即可)?(?:投入|投用|启用|交付|竣工))/u

/** 目前施工至九层，9月完成主体: what is at work now ends later. */
const MONTH_OPENS = /^(?:今年)?\d{1,2}月(?!\d)[^了]*$/u
const AT_WORK = /正在|施工[至到]|处于|抓紧|加紧/u

/** 预计10月份，大楼投入运行. */
const ONLY_WHEN =
  /^(?:(?:该|本)?项目)?(?:预计|计划|力争|有望|拟|确保|争取)(?:[\d年月日底末前初中上下半旬份今明到至在于]*|分[一二两三四\d]期(?:实施|建设|推进))$/u
/** 确保甲楼竣工，乙楼封顶: what is aimed at, one after the other. */
const AIMED_LIST = /(?:确保|力争|争取)[^，。；]*(?:[完竣封结开动]|投|启|建成)[^，。；]{1,4}，(?:□[^，。；已目]*，)*$/u
/** 要求各单位加快进度，按期投入使用: what is asked for. */
const DEMANDED = /(?:要求|确保|强调|督促|叮嘱|务必|力争)[^。；]*，$/u
/** 我县将深入推进医改，建成某院新院区并投用: what the sentence will do, clause by clause. */
const WILL =
  /将(?:要|会)?(?:全面|继续|持续|大力|进一步|深入|着力|重点|加快|推进|推动|开展|实施|(?:建成|建设|新建|改造|完成|开工|启动|确保|力争)(?!的))(?!.*(?:已|目前))/u

const YEAR_OPENS = /^20\d{2}年[^了已]*$/u

/** The last clause of what stands before a mark. */
function lastClause(text: string): string {
  return text.slice(Math.max(...['，', '；', '。', '：'].map((mark) => text.lastIndexOf(mark))) + 1)
}

/** Whether a clause goes on with what the clauses before it wish for. */
export function wishesOn({ masked, clause, said }: { masked: string; clause: Clause; said: string }, words: WorksWords): boolean {
  if (!/[，；]/u.test(masked.charAt(clause.from - 1)) || words.reached.test(said)) return false
  const back = masked.slice(Math.max(0, clause.from - FAR), clause.from - 1)
  const before = lastClause(back)
  if (words.inTime.test(said) && DEMANDED.test(`${back}，`)) return true
  if (words.aimVerb.test(said)) return WILL.test(back) && !said.includes('前期')
  if (said.startsWith('□') && AIMED_LIST.test(`${back}，`)) return true
  if (!DATE_OPENS.test(said)) return ONLY_WHEN.test(before)
  // 计划2023年底结顶，2024年装修，2026年验收: one date after the other, all as the first has it.
  const first =
    YEAR_OPENS.test(before) && !words.plan.test(before) ? lastClause(back.slice(0, Math.max(0, back.length - before.length - 1))) : before
  return words.plan.test(first.replaceAll(SUPPORTED, '')) || (MONTH_OPENS.test(said) && AT_WORK.test(before))
}

/** 某医院年底投用: a day that is still to come. */
const YEAR_END = /(?:^|□)(?:今年)?(?:年底|年内|明年[初底]?|下半年|下月)(?:可|就)?$/u

/** 10月可竣工并投入使用, 逐步建成某中心, 早日建成: not there yet. */
const TO_COME =
  /(?:[年月日底前]可(?:全面|正式|基本)*(?:(?:竣工|建成|完工)并)?|逐步|早日|尽快|尽早|后?(?:即可|方可|才[可能]|便可|就[可能]以?))$/u

/** 一期到6月底竣工. */
const TILL = /(?<![截回])[到至](?:今年|明年|本)?(?:\d{1,2}月|年)(?:底|中旬|下旬)(?:前|可|能)?$/u

/** 三年后建成. */
const YEARS_ON = /(?:(?:[一二两三四五六七八九十\d半]个?[年月]|不久)(?:之|以)?后|届时后?)(?:即?将|可|全面|正式)*$/u
/** 年底能封顶, 国庆前就可开工. */
const CAN_BY = /(?:年[底内初末]|月[底初]|\d月份?|[节庆旦]|下半年|明年|之?前)(?:就|便|即)?(?:能|可)(?:够|以)?(?:全面|顺利|如期|正式|主体)*$/u
/** 推动某楼早开工、早投用. */
const EARLY = /(?<![今清明一])早$/u
/** 为实现年底封顶，全体人员全力以赴; 让医生搬迁至新址: what it is done for. */
const FOR_THE_SAKE = /(?:为了?(?=实现|确保|推动|早日|如期|按期|尽快)|让|以便|便于)[^，。；]{1,16}$/u

/** Whether the words of a clause before a stage word say what something is done for. */
export function isForTheSake(before: string): boolean {
  return FOR_THE_SAKE.test(before)
}

/** 待审批完成后开工, 正待消防验收后启用. */
const WAITS = /(?:^|□|项目|工程|[正尚还仍只现])(?:等待|[等待])[^，。；]{2,24}后(?:即|将|再|方|才|可|正式|全面|整体)*$/u

/** 未停工, 从未暂停; in 因资金未到位停工 only the reason is denied. */
const NOT_STOPPED = /(?:[未没不无]|没有|未曾|从未|未能|不能|无法|尚未|不再|不会|不得)(?:因此|全面|一度|再)?$/u

/** 将某院迁建列为实事: what was done with it; 在各方的支持下竣工, 由援疆资金支持的某楼投用: who helped. */
const SUPPORTED = /支持(?:下|(?:建设|实施|援建|新建)?的)|将(?=□+(?:项目|工程)?(?:列[为入]|纳入|作为|确定为|定为|摆[上在]|当作))/gu

/** 确保了项目如期投用: what came true. */
const MADE_SURE = /(?:确保|保证|保障)了/gu

/** 原定12月完工: it runs, and was to end then. */
const ONCE_SET = /原(?:先|本|来)?(?:定|计划|拟)[^，。；]*$/u

/** 甲楼（年度计划投资800万元）主体封顶: what a bracket plans is no word of the stage. */
const BRACKET = /（[^（）]{0,60}）/gu

/** What the words before a stage word in its clause make of it. */
export function moodOf(written: string, status: ProjectStatus, words: WorksWords): Mood {
  const before = written.includes('）') ? written.replaceAll(BRACKET, '') : written
  if (status === 'suspended') return NOT_STOPPED.test(before) ? 'denied' : 'reached'
  if (words.negation.test(before)) return 'denied'
  if (status === 'planned') return 'reached'
  if (WAITS.test(before)) return aimAt(status)
  if (YEARS_ON.test(before) || EARLY.test(before) || CAN_BY.test(before)) return aimAt(status)
  if (FINISHED.has(status) && (YEAR_END.test(before) || TO_COME.test(before) || TILL.test(before))) return 'expected'
  if (!words.plan.test(before.replaceAll(SUPPORTED, '').replaceAll(MADE_SURE, ''))) return 'reached'
  return words.expect.test(before) || ONCE_SET.test(before) ? aimAt(status) : 'aimed'
}

/** 支持甲医院完成了装修: the help came to its end. */
export function leadOf(before: string, word: string): string {
  return /^(?:完成|建成|通过|实现)了/u.test(word) ? before.replaceAll(/支持|协助|帮助|推动|促进|指导|确保/gu, '') : before
}

/** 项目将在公园西面（某社区，距湖一公里）动工: the words of the clause before the bracket that a clause ends. */
export function beforeBracket(masked: string, { from }: Clause, text: string): string {
  const close = text.indexOf('）')
  if (close < 0 || text.lastIndexOf('（', close) >= 0) return ''
  const open = masked.lastIndexOf('（', from)
  return open < 0 || from - open > FAR ? '' : (/[^，。；：！？]*$/u.exec(masked.slice(Math.max(0, open - FAR), open))?.[0] ?? '')
}
