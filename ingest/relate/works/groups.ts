/** Groups of objects that share what is said of them, and the clauses that say it. */
import { SUM_ALONE } from './clauses-before.ts'
import type { Ground } from './ground.ts'
import type { WorksObject } from './objects/objects.ts'
import { headBefore, LISTS_WORKS, MOST_BEFORE, worksHead } from './lists/head-words.ts'
import { isItem, isOfProjects, isPrefixed, isSameDeed, joinDone } from './lists/listed-items.ts'
import type { Clause, StageHit } from './stages/stage-hits.ts'
import { FINISHED } from './stages/stage-mood.ts'
import { BUILT_BY_WHOM, buildsIt, isBuilders, namesOthers, THIS_HOUSE } from './owners/builders.ts'
import { POINT, POINT_AT_HEAD } from './lists/point.ts'
import { withoutTime } from './stages/time-words.ts'
import { firstAt, within } from './within.ts'

/** The clause before a list. Where only its words of stage make it one, bare names are works only if they are whole items of it. */
export interface ListHead extends Clause {
  readonly byStage?: true
}

export interface Group {
  readonly objects: readonly WorksObject[]
  /** From the verb before the first object to the end of the clause of the last. */
  readonly clause: Clause
  /** The clause that introduces a list of works: 在建项目7个，分别为…. */
  readonly head?: ListHead
}

const BETWEEN =
  /^(?:(?:[、和及与暨]|以及|、以及)(?:(?:(?:迁址|异地|易地)(?:新建|重建)|迁建)|(?:总?投资|概算|占地|总?建筑面积)[^，。；、□]{2,12}的)?)?$/u
const LIST_HEAD =
  /(?:项目|工程)(?:共|共?有|主要(?:有|包括|包含|为))?(?:\d+|[一二三四五六七八九十两]+)?[个项]?(?:已|正在|均|全部|集中|陆续|相继)*(?:开工|动工|奠基|竣工|启动|投用|建成|完工|封顶)?(?:建设|实施)?$|(?:项目|工程)(?:中|里|，)?(?:目前|现|累计|年内|今年|已|已经|均)*(?:开工|动工|奠基|竣工|启动|投用|建成|完成|完工|封顶|交付|实施)了?(?:建设)?(?:(?:\d+|[一二三四五六七八九十两]+)[个项])?$|^(?:其中)?(?:续建|在建|结转|新建|新?开工|竣工|完工|投用|拟建|储备|谋划)(?:\d+|[一二三四五六七八九十两]+)[个项]$/u

/** Objects joined by 、, 和 or 及 are one group; a clause with two that are not joined is cut between them. */
export function groupsOf(objects: readonly WorksObject[], ground: Ground): Group[] {
  const runs: WorksObject[][] = []
  for (const object of objects) {
    const last = runs.at(-1)?.at(-1)
    const between =
      last === undefined ? '，' : ground.text.slice(last.to, Math.max(last.to, placeAt(object, ground))).replaceAll(/（[^（）]*）/gu, '')
    if (
      BETWEEN.test(between) ||
      (last !== undefined && object.owners.length > 0 && isItem(between, last)) ||
      isOfProjects(between, last, ground.text) ||
      (last !== undefined && isPrefixed(between, object, ground.text)) ||
      (between === '，' && isSameDeed(object, last))
    )
      runs.at(-1)?.push(object)
    else runs.push([object])
  }
  joinListed(runs, ground.text)
  joinDone(runs, ground.text)
  let head: ListHead | undefined
  return runs.map((run, index) => {
    const before = runs[index - 1]?.at(-1)?.to ?? 0
    const group = makeGroup(run, { before, after: runs[index + 1]?.[0]?.from ?? ground.text.length }, ground)
    head = group.head ?? (isNextItem(head, { before, from: run[0]?.from ?? 0 }, ground.text) ? head : undefined)
    return head === undefined ? group : { ...group, head }
  })
}

/** 甲、乙信息平台、|丙; 新开工项目3个：甲；|乙: the list of a head goes on. */
function isNextItem(head: Clause | undefined, { before, from }: { readonly before: number; readonly from: number }, text: string): boolean {
  const mark = text.charAt(before)
  return mark === '、' || (mark === '；' && from === before + 1 && head !== undefined && text.charAt(head.to) === '：')
}

/** 建成甲医院大楼，乙中心、丙卫生院等一批重点项目: one list across a comma. */
const LISTED = /^等.{0,8}(?:项目|工程)/u

function joinListed(runs: WorksObject[][], text: string): void {
  for (let index = runs.length - 1; index > 0; index--) {
    const [last, run] = [runs[index - 1]?.at(-1), runs[index]]
    if (last === undefined || run === undefined || text.slice(last.to, run[0]?.from) !== '，') continue
    if (!LISTED.test(text.slice(run.at(-1)?.to))) continue
    runs[index - 1]?.push(...run)
    runs.splice(index, 1)
  }
}

/** 甲楼、芜湖市福利中心: where the place begins that a house without its owner is named with. */
function placeAt({ from, owners }: WorksObject, { mentions }: Ground): number {
  return owners.length > 0 ? from : (mentions.find(({ label, to }) => label === 'District' && to === from)?.from ?? from)
}

function makeGroup(objects: readonly WorksObject[], room: { before: number; after: number }, ground: Ground): Group {
  const first = objects[0]?.from ?? 0
  const last = objects.at(-1)?.to ?? 0
  const openAt = firstAt(ground.clauses, first + 1) - 1
  const opening = ground.clauses[openAt]
  const closing = ground.clauses[Math.max(openAt, firstAt(ground.clauses, last) - 1)]
  const begin = Math.max(opening?.from ?? first, room.before)
  const from = begin === room.before && begin > 0 ? joinedAt(ground.text, begin, first) : begin
  const end = closing?.to ?? last
  const isLast = room.after === ground.text.length || (end < room.after && '；。'.includes(ground.text.charAt(end)))
  const to = Math.min(end, Math.max(isLast ? room.after : joinerOf(ground.text, last, room.after), last))
  // 项目开工，分为传染病区、住院部: its parts, and no list of works.
  const isDivided = DIVIDED.test(ground.text.slice(from, first)) && objects.every(({ owners }) => owners.length === 0)
  const head = isDivided ? undefined : listHead({ from, first }, ground.clauses[openAt - 1], ground)
  const label = ground.clauses[openAt - 1]
  const isLabelled = from === first && label !== undefined && isLabel(label, ground.text)
  return { objects, clause: { from: isLabelled ? label.from : from, to }, ...(head === undefined ? {} : { head }) }
}

/** 甲楼项目1万平方米、乙楼项目2万平方米；甲楼竣工情况和拟建的乙楼: what is said of the one is not said of the other. */
function joinedAt(text: string, from: number, to: number): number {
  const joiner = joinerOf(text, from, to)
  return joiner === to ? from : joiner + 1
}

/** The last joiner between two objects of a clause; `to` where there is none. What stands in a bracket, or before a comma, joins no objects. */
function joinerOf(text: string, from: number, to: number): number {
  let depth = 0
  for (let at = to - 1; at >= from; at--) {
    const mark = text.charAt(at)
    if (mark === '）') depth++
    else if (mark === '（') depth--
    else if (depth === 0 && mark === '，') return to
    else if (depth === 0 && JOINERS.includes(mark) && !(mark === '、' && FIGURE_OF.test(text.slice(at + 1, to)))) return at
  }
  return to
}

const JOINERS = '、和及与'
/** 总建筑面积3万平方米、床位400张的|住院楼: one figure of it and the next. */
const FIGURE_OF = /^(?:[^，。；、\d]{0,8}\d[\d.]*[万亿]?[余多]?(?:平方米|平米|㎡|亩|元|张)(?:床位)?(?:、|的$))+$/u
const DIVIDED = /分[为成]$/u

/** 在建项目包括…；3个启动项目有…: each list with its stage. */
const OF_STAGE =
  /^(?:\d+[个项])?(?:在建|续建|新?开工|启动|竣工|完工|拟建|谋划|前期)(?:重点)?(?:项目|工程)(?:主要)?(?:包括|包含|有|为|分别为|分别是)$/u

/** 一、续建：甲楼；二、新建：乙楼; （三）停缓建：丙楼. */
const LABEL = new RegExp(
  String.raw`^(?:${POINT}|[一二三四五六]是)?(?:加快|抓好|推进|力促|谋划|做好)?(?:续建|在建|结转|新建|新?开工|竣工|完工|投用|前期|储备|谋划|拟建|待建|停缓建|停建|缓建)(?:类|一批)?(?:项目|工程)?(?:（(?:共)?(?:\d+|[一二三四五六七八九十]+)[个项]）)?$`,
  'u',
)

function isLabel({ from, to }: Clause, text: string): boolean {
  return text.charAt(to) === '：' && LABEL.test(text.slice(from, to))
}

/** 主体封顶的也有3个，|分别是…; 力争开工：|…. */
const OPENER_ALONE = /^(?:其中|具体)?(?:分别)?(?:为|是|即|有|包括|包含)$/u

function isHead({ from, to }: Clause, lead: string, text: string): boolean {
  const mark = text.charAt(to)
  if (mark !== '：' && (mark !== '，' || !OPENER_ALONE.test(lead))) return false
  return (
    (lead === '' || OPENER_ALONE.test(lead)) &&
    worksHead(text.slice(from, to), text.slice(Math.max(0, from - MOST_BEFORE), from)) !== undefined
  )
}

/** 计划开工项目2个，分别为… · 在建项目：…: the clause that says what the listed works have in common. */
function listHead(at: { from: number; first: number }, before: Clause | undefined, ground: Ground): ListHead | undefined {
  const lead = ground.text.slice(at.from, at.first)
  if (OF_STAGE.test(lead)) return { from: at.from, to: at.first }
  if (
    before !== undefined &&
    (ground.words.listOpener.test(lead) || (lead === '' && ground.text.charAt(before.to) === '：')) &&
    LIST_HEAD.test(ground.text.slice(before.from, before.to))
  )
    return before
  if (before !== undefined && isHead(before, lead, ground.text)) return { ...before, byStage: true }
  if (headBefore(ground.text, at.first) !== undefined) return { from: at.from, to: at.first, byStage: true }
  if (LISTS_WORKS.test(lead.slice(0, Math.max(0, lead.lastIndexOf('（'))))) return { from: at.from, to: at.first }
  return ground.words.listOpener.test(lead) && /(?:项目|工程)(?:共|有)?(?:\d+|[一二三四五六七八九十两]+)[个项]/u.test(lead)
    ? { from: at.from, to: at.first }
    : undefined
}

/** Characters that a clause may have before a stage word beside the words of works, and still speak of the same works. */
const STRANGE = 3

/** Stage words of a group's own clauses. */
export function ownHits(group: Group, ground: Ground): StageHit[] {
  const hits = group.head === undefined ? [] : [...ground.hitsIn(group.head)]
  const { from, to } = group.clause
  hits.push(...spanBefore(group, ground))
  const end = firstAt(ground.clauses, to)
  for (let at = Math.max(0, firstAt(ground.clauses, from + 1) - 1); at < end; at++) {
    const clause = ground.clauses[at]
    if (clause === undefined || clause.to <= from) continue
    hits.push(...ground.hitsIn({ from: Math.max(clause.from, from), to: Math.min(clause.to, to) }))
  }
  return hits
}

/** 从立项到封顶，甲楼仅用了13个月: the later of both is reached. */
const SPAN = /^从[^，。；]{2,8}到[^，。；]{2,8}$/u
const TOOK =
  /(?:用了|用时|历时|耗时|不到|不足|只有|前后)[^，。；\d一二两三四五六七八九十半百]*[\d一二两三四五六七八九十半百][^，。；年月天日]*[年月天日]/u

function spanBefore({ clause: { from, to } }: Group, ground: Ground): StageHit[] {
  const before = ground.clauses[firstAt(ground.clauses, from) - 1]
  if (before === undefined || ground.text.charAt(before.from) !== '从' || before.to !== from - 1) return []
  if (!SPAN.test(ground.text.slice(before.from, before.to)) || !TOOK.test(ground.text.slice(from, to))) return []
  return ground.hitsIn(before).slice(-1)
}

/** 全县已建成14家国医馆, 建成村卫生室50处: a number of other things. */
const COUNTED_BEHIND = /^了?(?:[〇㐀-鿿]{0,10}?)(?:\d+|[一二两三四五六七八九十百]+)[多余]?[家所处]/u
/** PCR实验室已建成并投入使用: one room of the works. */
const ROOM = /室(?:目前|现|均|也)?已?经?(?:全面|正式|率先|提前)*(?:建成|竣工|完工|并|及|和)*$/u
const NOBODY: ReadonlySet<string> = new Set()

/** Whether a clause says its stage or figures of what was spoken of, rather than of a thing of its own. */
export function speaksOn(clause: Clause, ground: Ground, hit: StageHit | undefined, own: ReadonlySet<string> = NOBODY): boolean {
  if (
    within(ground.mentions, clause.from, clause.to).some(
      (mention) =>
        mention.label !== 'District' &&
        mention.attrs['kind'] !== 'government' &&
        !own.has(mention.entity) &&
        !buildsIt(mention, ground.text),
    )
  )
    return false
  if (hit === undefined) return true
  if (COUNTED_BEHIND.test(ground.text.slice(hit.to, hit.to + 16))) return false
  if (FINISHED.has(hit.status) && ROOM.test(ground.text.slice(clause.from, hit.from))) return false
  const said = ground.masked.slice(behindBracket(ground.masked, clause), hit.from).replace(/^.*宣布/u, '')
  return (
    withoutTime(said)
      .replace(THIS_HOUSE, '')
      .replace(BUILT_BY_WHOM, '')
      .replace(hit.status === 'suspended' ? STOPPED_SO : BECAUSE, '')
      .replaceAll(ground.words.parts, '')
      .replaceAll(/[\d□、.%年月日（）]/gu, '').length <= STRANGE
  )
}

/** 因征地问题暂停施工: why, and nothing of another. */
export const BECAUSE =
  /^(?:因|由于|受)[^，。；]{2,10}?(?:问题|原因|调整|影响|滞后|不足|短缺|缺口|制约|变更|退场|撤场|退出|违约|纠纷|疫情|天气|雨季|未(?:能)?(?:到位|落实|完成|获批|解决))/u
/** 因重新论证布局停建, 区里研究决定暂缓: whatever stands between 因 and what has stopped, and who decided it. */
const STOPPED_SO = /^(?:因|由于|受)[^，。；□]{2,20}$|^(?:[省市县区]里|经)?(?:研究|会商|讨论)+(?:决定|同意)?$/u

/** 甲项目（总投资2亿元，床位600张）已封顶: where a clause speaks on behind the bracket that it ends. */
function behindBracket(masked: string, { from, to }: Clause): number {
  const close = masked.indexOf('）', from)
  if (close < 0 || close >= to) return from
  const open = masked.indexOf('（', from)
  return open >= 0 && open < close ? from : close + 1
}

/** 13家基层医疗机构全面提档, 全市床位达到5300张: of the whole region. */
const OF_ALL =
  /^(?:[^，。；]{0,14}(?:老|旧)|原)(?:院|址|楼)|^(?:(?:完成|建成|新建|改造|改扩建)了?)?(?:\d+|[一二两三四五六七八九十]+)[家所]|^(?:全[省市区县州旗]|各|基层)?(?:医疗|卫生)(?:卫生)?机构/u

/** 包含门诊楼及区疾控中心: what it holds, in the middle of what is said of the works. */
const LISTS_PARTS = /^(?:主要|共)?(?:包含|包括|涵盖|内设|设有|含)/u

/** Clauses after a group, up to the next, that go on about it. Behind ； only those that open as going on, or name one of its `own` bodies. */
export function followingClauses(ground: Ground, range: Clause, own: ReadonlySet<string>): Clause[] {
  const following: Clause[] = []
  for (const clause of within(ground.clauses, range.from, range.to)) {
    const mark = ground.text.charAt(clause.from - 1)
    if ((mark === '；' || mark === '。') && !opensOn(clause, ground, own)) break
    if (isBuilders(clause, ground) || LISTS_PARTS.test(ground.text.slice(clause.from, clause.to)) || namesOthers(clause, ground)) continue
    if (!speaksOn(clause, ground, undefined, own) || OF_ALL.test(ground.text.slice(clause.from, clause.to))) break
    following.push(clause)
  }
  return following
}

/** 2016年6月交付使用, behind what was begun. */
const DATE_AT_HEAD =
  /^(?:19|20)\d{2}年[\d月日初底]*(?:正式|全面|顺利|基本)*(?:交付|投入|投用|启用|竣工|完工|封顶|开工|动工|开建|启动建设|破土|建成|奠基|开诊|立项|(?:完成|取得|获得|获批|通过|办理)(?=[^，。；]{0,8}(?:平整|招标|可研|初设|初步设计|立项|批复|选址|征地|许可证|主体|桩基|基础|土方|勘察|施工图|装修|验收|用地)))/u

/** 封顶时间2024年5月, 投资：2亿元: one label of the works after the other. */
const LABEL_AT_HEAD =
  /^(?:计划|预计|拟|实际)?(?:开工|动工|封顶|结顶|竣工|完工|建成|投用|启用|交付|开诊)(?:时间|日期)|^(?:项目|工程|建设|形象|目前|当前|总|本周|本月|本旬|本季度|上周|上月|近期)*(?:进度|进展|投资|规模|面积|床位|现状|状态)(?:情况)?$/u

/** 三年前某楼开工；如今，这座大楼…. */
const ONLY_NOW = /^(?:而)?(?:如今|今天|今日|现如今|时至今日|眼下|目前|当下|今年|近日)$/u
/** 由县城投公司代建, 采用EPC模式: how the works are let. */
const BY_WHOM =
  /^(?:由[^，。；]{2,30}(?:承建|代建|施工|总承包|设计|监理)|采[用取][^，。；]{0,12}(?:EPC|PPP|BOT|BT|总承包|代建)[^，。；]{0,6})$/u

/** 投资300万元的物资储备库竣工: what the sum is of stands behind it. */
const OF_ANOTHER =
  /^(?:总?投资|投入|耗资|斥资|占地|总?建筑面积|概算)[^，。；]{0,14}(?:元|亩|平方米|㎡)[^，。；]{0,3}的(?!该|本|此|这|项目|工程|大?楼|新)[^，。；]{3,}/u

/** 投资860万元，对乙卫生院进行改造, 投入90万元，为丙中心购置设备: whose the sum is stands behind it. */
const DONE_FOR = /^，(?:[对为给]|(?:新建|迁建|改造|扩建|重建)[^，。；]{2,14}院)/u

/** Whether a clause opens as going on: 该项目…, 目前已…, 总投资…, or with the body itself. */
export function opensOn(clause: Clause, ground: Ground, own: ReadonlySet<string>): boolean {
  const said = ground.text.slice(clause.from, clause.to)
  if (ONLY_NOW.test(said) || LABEL_AT_HEAD.test(said)) return true
  if (OF_ANOTHER.test(said) || (SUM_ALONE.test(said) && DONE_FOR.test(ground.text.slice(clause.to, clause.to + 20)))) return false
  if (ground.words.opener.test(said.replace(POINT_AT_HEAD, '')) || DATE_AT_HEAD.test(said) || BECAUSE.test(said) || BY_WHOM.test(said))
    return true
  return within(ground.mentions, clause.from, clause.from + 1).some((mention) => own.has(mention.entity))
}

/** Entities of the bodies that objects are named with. */
export function bodiesOf(objects: readonly WorksObject[]): ReadonlySet<string> {
  let bodies: Set<string> | undefined
  for (const { owners } of objects) for (const { entity } of owners) (bodies ??= new Set()).add(entity)
  return bodies ?? NOBODY
}
