/** Hospitals and campuses whose bare name is followed by what they cost, how large they are to be and how they are built. */
import { END } from '../stages/driven.ts'
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import { isNewCampus } from './new-campus.ts'
import { CAMPUS_NAME, type WorksObject } from './objects.ts'
import type { Clause, StageHit } from '../stages/stage-hits.ts'
import { FINISHED } from '../stages/stage-mood.ts'
import { isBuiltBy } from '../stages/told-behind.ts'
import { within } from '../within.ts'
import type { WorksKind } from './words.ts'

/** A group with the sentence around it and the stage words that are said of it. */
export interface Context {
  readonly group: Group
  readonly ground: Ground
  readonly hits: { own: readonly StageHit[]; all: readonly StageHit[]; following: readonly Clause[] }
}

/** 甲医院由乙大学与丙新区共建，项目总投资3亿元，占地50亩. */
const SHARED_BY = /^由[^，。；]{2,40}(?:共建|合建|(?:共同|联合|合作|投资|携手)(?:共建|建设|投资))$/u

/** Words that open what a name is said to measure. */
const SIZED = /^(?:项目)?(?:位于|坐落|占地|总占地|总建筑|建筑面积|总投资|总用地|规划|设计|拟设|拟建|概算|估算)/u

/** 甲医院占地11亩，总投资3100万元，于2012年开工，今年试运行: what it cost and how it was built. */
export function isDescribed(behind: string, own: string, { group, ground, hits }: Context): boolean {
  const isCampus = CAMPUS_NAME.test(own)
  const isShared = SHARED_BY.test(behind)
  if (!isShared && !SIZED.test(behind)) return false
  const clauses = isCampus ? [group.clause, ...hits.following] : hits.following
  const keys = clauses.flatMap((clause) => ground.figuresIn(clause).map(({ key }) => key))
  if (isShared && keys.includes('investment')) return keys.includes('landArea') || keys.includes('floorArea')
  // 甲医院新院区规划床位1000张: of a new campus that is all that is told at first.
  if (keys.length > 0 && isNewCampus(own) && TO_BE.test(behind)) return true
  // 甲医院西院区规划用地300亩，设置床位1000张: what it is to be.
  if (isCampus && /院.+院/u.test(own) && keys.some((key) => key !== 'beds') && TO_BE.test(behind + clausesText(hits.following, ground)))
    return true
  if (WILL_BUILD.test(behind + ground.text.slice(group.clause.to, group.clause.to + MOST_BUILD))) return true
  const reached = hits.all.filter((hit) => hit.mood === 'reached' && ground.words.physical.test(hit.word))
  // 甲医院位于某区，总建筑面积20万平方米，目前已完成主体建设: it does not stand yet.
  return keys.includes('investment')
    ? reached.length > 0 || (isCampus && (keys.includes('floorArea') || keys.includes('landArea')) && hits.all.some(isOpened))
    : (keys.includes('floorArea') || (isCampus && keys.includes('landArea'))) && reached.some((hit) => !FINISHED.has(hit.status))
}

/** 南院区总投资5亿元，已于今年9月开诊. */
const isOpened = ({ mood, status }: StageHit): boolean => mood === 'reached' && FINISHED.has(status)

/** 甲医院总建筑面积13万平方米，将建设门诊综合楼. */
const WILL_BUILD =
  /^(?:项目)?(?:规划|设计)?总?(?:建筑面积|投资|用地面积|占地面积)[^，。；]{0,14}(?:，[^，。；]{0,16}(?:\d|平方米|亩)[^，。；]{0,12}){0,3}，(?:拟|将)(?:新建|建设|建)(?!成|立)[^，。；]{0,14}楼/u
const MOST_BUILD = 90

/** Sizes that a campus is planned with. */
const TO_BE =
  /(?:设计|计划|拟设|预设)(?:设置)?(?:总)?(?:床位|病床|建筑面积)|规划(?:总?用地|总?占地|总?建筑|总?面积|建设|设置|设计|床位|编制|病床)|拟(?:设|建|投)|计划总?投资|总投资/u

function clausesText(clauses: readonly Clause[], ground: Ground): string {
  return clauses.map(({ from, to }) => ground.text.slice(from, to)).join('，')
}

/** 走进甲医院新院区，7栋大楼拔地而起; 在甲医院新院区，塔吊林立: what one sees where it is built. */
const SEEN_AT = /^(?:内|里|现场|看到|只见)?$/u
const SCENE =
  /^(?:只见|一?眼前|放眼望去)?(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3}|[几数])[栋座幢][^，。；]{0,10}(?:拔地而起|初具规模|已见雏形|初见雏形|鳞次栉比)|塔吊|吊塔|机器轰鸣|机械轰鸣|热火朝天|(?:工人|建设者|施工人员|挖掘机|工程车)[^，。；]{0,10}(?:忙碌|忙着|正忙|作业|施工|穿梭|往来))/u

/** Whether a new campus, which a bare name tells, is built before our eyes, or qualified by what it costs or measures. */
export function isNewCampusTold(object: WorksObject, behind: string, { group, ground, hits }: Context): boolean {
  const name = ground.text.slice(object.from, object.to)
  if (!CAMPUS_NAME.test(name)) return false
  if (isBuiltBy(object, ground, hits.all)) return true
  const [next] = hits.following
  if (isNewCampus(name) && SEEN_AT.test(behind) && next !== undefined && SCENE.test(ground.text.slice(next.from, next.to))) return true
  if (!isNewCampus(name) || !END.test(behind)) return false
  // 总投资4亿元、占地80亩的甲医院新院区.
  const before = ground.text.charAt(object.from - 1) === '的' ? ground.figuresIn({ from: group.clause.from, to: object.from }) : []
  if (before.some(({ key }) => key !== 'beds')) return true
  return hits.all.some(
    ({ status, mood, word }) => mood === 'reached' && status !== 'planned' && !FINISHED.has(status) && ground.words.physical.test(word),
  )
}

/** 甲医院是区重大新建项目, 甲医院是一所三级医院，是民生立区的重点迁建项目: what it is. */
const IS_NEW_WORKS =
  /^(?:是|为|系|作为|被列为)[^，。；]{0,24}(?:重[点大]|民生|实事|标志性|一号|头号)[^，。；]{0,4}(新建|迁建|改扩建|扩建|建设)(?:项目|工程)(?:之一)?$/u
const IS_ONE = /^(?:是|为|系)[^，。；]{0,30}(?:医院|机构|中心)$/u
/** 重点专科建设项目. */
const OF_STUDY = /专科|学科|科室|专病|能力|人才|信息|特色|中医药/u

/** The verb of the project of building that a bare name is said to be, at once or in a clause behind what it is. */
export function newlyBuilt(behind: string, following: readonly Clause[], { text }: Ground): string | undefined {
  if (!'是为系作被'.includes(behind.charAt(0))) return undefined
  const clauses = [behind, ...(IS_ONE.test(behind) ? following.map(({ from, to }) => text.slice(from, to)) : [])]
  for (const said of clauses) {
    const verb = OF_STUDY.test(said) ? undefined : IS_NEW_WORKS.exec(said)?.[1]
    if (verb !== undefined) return verb
  }
  return undefined
}

/** 正在建设中的“甲医院”, 在建的甲医院: it is being built. */
const UNDER_WAY = /(?:正在(?:建设|兴建)|在建|建设当?中)(?:的?|的(?:还|主要)?[有是]|的(?:项目)?(?:还|主要)?(?:包括|有))“?$/u
/** 即将建成的甲医院, 已建成的甲医院. */
const SOON_BUILT = /(?:即将|新近?|刚刚?|已经?)(?:建成|竣工|完工|落成|投用|启用|投入使用|封顶|开工建设|开工|动工|奠基)的“?$/u
/** What a hospital has may be built without it: 在建的甲医院门诊. */
const OF_ITSELF = /^”?(?:$|[，。；、：（]|项目|工程|将|是|为|占地|总|建筑|位于|选址|规划|计划|预计|建成|投|设|拟|也|已|和|与|及|等)/u
/** 正在建设中的“甲医院”的未来发展: the quotes hold its whole name. */
const QUOTED = /^”/u
const OF_NEW = /^”?(?:$|[，。；、）]|外(?=$|[，。；])|项目|将|进行|实施|开展|整体|全面|由|与|和|是|总|占地|位于)/u
/** Characters before a name that tell that it is being built. */
export const MOST_UNDER_WAY = 12

/** Whether a hospital is named as one that is being built, or will soon be there. */
export function isUnderWay(before: string, behind: string): boolean {
  return (
    (UNDER_WAY.test(before) && (OF_ITSELF.test(behind) || (before.endsWith('“') && QUOTED.test(behind)))) ||
    (SOON_BUILT.test(before) && OF_NEW.test(behind))
  )
}

/** 以甲卫生服务站为例，投入27万元资金改造后…: the next clause says what was done to it, and for how much. */
export function exampleKind(object: WorksObject, { group, ground, hits }: Context): WorksKind | undefined {
  const next = hits.following[0]
  if (next === undefined || object.owners[0]?.label !== 'Hospital' || ground.text.slice(object.to, group.clause.to) !== '为例')
    return undefined
  const text = ground.text.slice(next.from, next.to)
  const verb = /异地新建|新建|改扩建|扩建|改造|迁建|改建|修缮/u.exec(text)?.[0]
  return verb === undefined || !/投[入资]/u.test(text) ? undefined : ground.words.kindOf(verb)
}

/** 甲医院二期位于某路，|拟建病房楼、医技楼: where what is named is to stand, before what it will hold. */
const LOCATED =
  /^(?:项目|工程|建设)*(?:位于|坐落[于在]?|选址|地处|落户|座落[于在]?)[^，。；]{2,30}，(?:[^，。；]{0,24}，){0,2}(?:拟|将|计划|规划|主要|共|总)*(?:新建|建设|投资|建筑面积|占地|用地|设置?床位|建)/u
const MOST_LOCATED = 90
/** Whether it is told where works are to stand, and then what they are or hold. */
export function isLocated({ owners, to }: WorksObject, { text }: Ground): boolean {
  return owners.length > 0 && LOCATED.test(text.slice(to, to + MOST_LOCATED))
}

/** 建成市疾控中心、市急救中心: bodies that have houses of their own; 建成市质控中心 only sets it up. */
const HOUSED = /(?:疾控|疾病预防控制|急救|血液|公共卫生|卫生监督|妇幼保健|社区卫生服务)中心$|血站$|医院$|卫生院$|保健院$/u
const BUILT_VERB = /(?:^|[，。；、：]|已|新|先后|相继|陆续|全面|顺利|并|年|月|将)(?:建成(?:并?投用|并?启用|投入使用)?)了?$/u

/** Whether a body stands as what a verb of building has built. */
export function isBuiltBody({ owners }: WorksObject, { before, behind }: { readonly before: string; readonly behind: string }): boolean {
  return HOUSED.test(owners[0]?.name ?? '') && BUILT_VERB.test(before) && END.test(behind)
}

/** 甲医院在江州奠基, 在云溪镇举行开工仪式: where it begins. */
const BEGINS_AT =
  /^[”，\d年月日上下午、于]*[在于](?:[\u4e00-\u9fff]{0,4}□+[\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,10}?[市县区旗州镇乡村街道园]|[^各会职节岗院科室上中内下前后时□]{2,4}?)(?<held>(?:隆重|正式)?举行)?(?:隆重|正式|顺利)*$/u
const BEGINS = /^(?:(?:项目|工程)?(?:开工|奠基|动工|开建)|破土动工|破土)/u
const BEGUN = /^(?:奠基|动工|建设|了)*(?<rite>仪式|典礼)?(?:$|[，。；！])/u

/** Whether a bare name is followed by a place, and the word that begins its works there. */
export function beginsAt(hit: StageHit, { from, to }: Clause, ground: Ground): boolean {
  if (hit.status !== 'started' || hit.mood === 'denied' || !BEGINS.test(hit.word)) return false
  const at = BEGINS_AT.exec(ground.masked.slice(from, hit.from))
  const done = at === null ? null : BEGUN.exec(ground.text.slice(hit.to, to))
  if (at === null || done === null || (done.groups?.['rite'] !== undefined) !== (at.groups?.['held'] !== undefined)) return false
  return within(ground.mentions, from, hit.from).every(({ label }) => label === 'District')
}

/** 新大楼建成后达500张: nothing of how far it is, but that it is built. */
const BUILT_ONCE = /^(?:建成|投用|启用|竣工|完工|投入使用)后/u

/** Whether sums or areas are told of an object; beds alone are so of a house that is built. */
export function hasFigures(object: WorksObject, { ground, hits, group }: Context): boolean {
  const keys = [group.clause, ...hits.following].flatMap((clause) => ground.figuresIn(clause).map((figure) => figure.key))
  return (
    keys.some((key) => key !== 'beds') ||
    (keys.length > 0 &&
      ((object.owners.length > 0 && LATER_PHASE.test(object.tail)) || BUILT_ONCE.test(ground.text.slice(object.to, object.to + 5))))
  )
}

/** 甲医院二期，床位400张. */
const LATER_PHASE = /^[二三四五]期(?:项目|工程)?$/u

/** 县精神卫生中心尚未建成: a body that is lacking, by its bare name, and no works of it. */
const LACKS = /(?:[未没](?:有|能)?|缺少|缺乏|没有)(?:建成|建立|建有|建设|落成|设立)(?:使用|投用)?$/u

/** Whether all that is said of a body by its bare name is that there is none yet. */
export function isMissing({ group, ground, hits }: Context): boolean {
  return (
    hits.all.every(({ mood }) => mood === 'denied') &&
    LACKS.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to)) &&
    hits.following.every((clause) => ground.figuresIn(clause).length === 0)
  )
}

/** 落实中央投资2000万元，实施甲医院诊疗中心建设项目. */
const PAID = /(?:投资|资金|债券?|国债|补助)[^。；]{0,10}元[^。；]{0,8}(?:实施|建设|推进|启动|新建|用于|支持)了?$/u
const CENTRE_WORKS = /(?:中心|基地)(?:建设|改造|扩建|新建)(?:项目|工程)$/u

/** Whether a centre is works by the sum that is given for them. */
export function isPaidCentre({ owners, tail, from }: WorksObject, { text }: Ground): boolean {
  return owners.length > 0 && CENTRE_WORKS.test(tail) && PAID.test(text.slice(Math.max(0, from - 40), from))
}
