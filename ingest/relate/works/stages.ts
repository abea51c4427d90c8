/** Reads how far works have come from the clauses that speak of them. */
import { projectStage, type ProjectStatus } from '../../../cypher/model/statuses.ts'
import type { Section } from '../../read/sentence.ts'
import { unitTable } from '../unit-table.ts'
import type { WorksWords } from './words.ts'

/** One word of stage with what its clause says of it. */
export interface StageHit {
  readonly status: ProjectStatus
  /** Reached; what a plan sets out to reach; aimed at, expected or denied by a word in its clause. */
  readonly mood: 'reached' | 'target' | 'aimed' | 'expected' | 'denied'
  /** Clause in which it stands. */
  readonly clause: Clause
  readonly from: number
  readonly to: number
  readonly word: string
}

export interface Clause {
  readonly from: number
  readonly to: number
}

const STOPS = unitTable('，。；：！？|\t')
/** Behind a stage word: it has not come yet, or is only a point in time. */
const AFTER_STAGE = /^(?:之?后|以后|前|之前|时|为|，?将|的(?:具体|重要|体现|要求|目标|任务|基础|契机|标志))/u
/** 施工单位, 装修现场: who builds and where, not how far it is. */
const BUILDERS = /^(?:现场|单位|方|人员|企业|队|公司|场地)/u
/** 门诊楼改造完成: the works themselves are done. */
const DONE = /(?<=□)(?:建设|施工|任务|工作|均|都|已)*(?:完成|结束)$/u
const FINISHED = new Set<ProjectStatus>(['completed', 'in_use'])

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

/** Stage words of a clause. `masked` is the sentence with names and objects blanked out by □. */
export function hitsIn(masked: string, clause: Clause, words: WorksWords): StageHit[] {
  const text = masked.slice(clause.from, clause.to)
  const hits: StageHit[] = []
  for (const { status, from, to: end } of words.stages.find(text)) {
    if (FINISHED.has(status) && AFTER_STAGE.test(masked.slice(clause.from + end, clause.from + end + 3))) continue
    if (BUILDERS.test(text.slice(end, end + 2))) continue
    // 规划床位1000张的某院开工: what stands before 的 qualifies the name, not the deed.
    const before = text.slice(text.lastIndexOf('的', from) + 1, from)
    const mood = moodOf(before, status, words)
    hits.push({
      status,
      mood: mood === 'reached' && goesOnPlanning({ masked, clause, said: text }, words) ? aimAt(status) : mood,
      clause,
      from: clause.from + from,
      to: clause.from + end,
      word: text.slice(from, end),
    })
  }
  const done = hits.length > 0 ? null : DONE.exec(text)
  if (done !== null)
    hits.push({
      status: 'completed',
      mood: moodOf(text.slice(0, done.index), 'completed', words),
      clause,
      from: clause.from + done.index,
      to: clause.to,
      word: done[0],
    })
  return hits
}

/** 预计年底完成主体，2027年上半年竣工: a date that follows what is expected is expected too. */
const DATE_OPENS = /^(?:(?:19|20)\d{2}年|[明后次]年|\d{1,2}月|[上下]半年|年底|(?:并|正式|全面|即可)?(?:投入|投用|启用|交付|竣工))/u

/** 预计10月份，大楼投入运行. */
const ONLY_WHEN = /^(?:预计|计划|力争|有望|拟|确保|争取)[\d年月日底末前初中上下半旬份今明]*$/u
/** 我县将深入推进医改，建成某院新院区并投用: what the sentence will do, clause by clause. */
const VERB_OPENS = /^(?:并|同时)?(?:建成|完成|启动|开工|新建|加快|推进|实施|推动)/u
const WILL = /将(?:要|会)?(?:全面|继续|持续|大力|进一步|深入|着力|重点|加快|推进|推动|开展|实施)(?!.*(?:已|目前))/u
const FAR = 60

const aimAt = (status: ProjectStatus): StageHit['mood'] => (projectStage(status) >= projectStage('topped_out') ? 'expected' : 'aimed')

function goesOnPlanning({ masked, clause, said }: { masked: string; clause: Clause; said: string }, words: WorksWords): boolean {
  if (!/[，；]/u.test(masked.charAt(clause.from - 1)) || words.reached.test(said)) return false
  const back = masked.slice(Math.max(0, clause.from - FAR), clause.from - 1)
  const before = back.slice(Math.max(...['，', '；', '。', '：'].map((mark) => back.lastIndexOf(mark))) + 1)
  if (VERB_OPENS.test(said)) return WILL.test(back)
  return DATE_OPENS.test(said) ? words.plan.test(before) : ONLY_WHEN.test(before)
}

function moodOf(before: string, status: ProjectStatus, words: WorksWords): StageHit['mood'] {
  if (words.negation.test(before)) return 'denied'
  if (status === 'planned' || status === 'suspended') return 'reached'
  if (!words.plan.test(before)) return 'reached'
  return words.expect.test(before) ? aimAt(status) : 'aimed'
}

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
}

const BUILT = projectStage('under_construction')

/** The status that hits and verbs give together (ontology.md, ruling 1; readings.md, rows 37, 47, 51, 52). */
export function judgeProgress(hits: readonly StageHit[], view: StageView): Progress {
  const { section, words, masked } = view
  const clauseText = (hit: StageHit): string => masked.slice(hit.clause.from, hit.clause.to)
  const said = hits.map((hit): StageHit =>
    section.kind === 'plan' && hit.mood === 'reached' && isTarget(hit, clauseText(hit), words) ? { ...hit, mood: 'target' } : hit,
  )
  const reached = withoutVague(said.filter((hit) => hit.mood === 'reached'))
  const stopped = reached.find((hit) => hit.status === 'suspended')
  const best = furthest(reached.filter((hit) => hit.status !== 'suspended'))
  // 停工3个月，目前已复工: what is told after the stop holds.
  const resumed = stopped !== undefined && reached.some((hit) => hit.clause.from > stopped.to)
  if (stopped !== undefined && !resumed) return { status: 'suspended', hit: stopped, planned: false }
  if (best !== undefined) return { status: best.status, hit: best, planned: best.status === 'planned' }
  const target = furthest(said.filter((hit) => hit.mood === 'target'))
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

/** 立项、环评等前期工作有序推进: what is pushed on is told beside it. */
const VAGUE = /(?:推进|实施|进行|顺利|铺开|如火如荼|缓慢)$/u

function withoutVague(hits: readonly StageHit[]): readonly StageHit[] {
  return hits.filter(
    (hit) => !VAGUE.test(hit.word) || !hits.some((other) => other.status === 'preliminary' && other.clause.from === hit.clause.from),
  )
}

function isTarget(hit: StageHit, clause: string, words: WorksWords): boolean {
  return hit.status !== 'suspended' && hit.status !== 'planned' && !words.reached.test(clause)
}

/** In a plan: what is to be finished runs already; what is to begin is planned. */
function targetProgress(hit: StageHit): Progress {
  if (hit.status === 'preliminary') return { status: 'preliminary', hit, planned: true }
  if (projectStage(hit.status) >= BUILT) return { status: 'under_construction', hit, planned: true }
  return { status: 'planned', hit, planned: true }
}

function aimedProgress(hits: readonly StageHit[], { masked, clause, words, section }: StageView): Progress {
  if (clause === undefined) return { planned: false }
  const text = masked.slice(clause.from, clause.to)
  const aimed = hits.find((hit) => hit.mood === 'aimed')
  if (aimed !== undefined) return { status: 'planned', hit: aimed, planned: true }
  const expected = hits.find((hit) => hit.mood === 'expected')
  if (expected !== undefined) return { status: 'under_construction', planned: section.kind === 'plan' }
  const verb = text.slice(0, Math.max(text.indexOf('□'), 0)) || text
  const inPlan = section.kind === 'plan'
  if (words.plan.test(verb)) return { status: 'planned', planned: true }
  if (words.goesOn.test(verb)) return { status: 'under_construction', planned: inPlan }
  if (words.start.test(verb))
    return inPlan
      ? { status: 'planned', planned: true }
      : { status: /启动|开建|兴建/u.test(verb) ? 'started' : 'under_construction', planned: false }
  return { planned: inPlan }
}

function furthest<Hit extends { readonly status: ProjectStatus }>(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  for (const hit of hits) if (best === undefined || projectStage(hit.status) > projectStage(best.status)) best = hit
  return best
}
