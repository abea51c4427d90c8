/** Whether a group of objects is really works, or only a name, a department or a service. */
import type { Ground } from './ground.ts'
import { campusAmong, centresAmong, raisedAmong } from './lists/centres-among.ts'
import { isCampusBuilt, isOpenedBefore, isOwnCampus } from './objects/campus.ts'
import {
  beginsAt,
  exampleKind,
  hasFigures,
  isBuiltBody,
  isDescribed,
  isLocated,
  isNewCampusTold,
  isPaidCentre,
  isUnderWay,
  MOST_UNDER_WAY,
  newlyBuilt,
  type Context,
  isMissing,
} from './objects/described.ts'
import { END, isDriven, isPaidFor, isPaidOut } from './stages/driven.ts'
import { BECAUSE, type Group } from './groups.ts'
import { isGrown } from './stages/grown.ts'
import { isLabelOfWorks } from './lists/label-lines.ts'
import { areAlike, isBegunList, isCountedList, isListed, isNamedProjects, isStagedList } from './lists/listed-works.ts'
import { CAMPUS_NAME, VERB_BEFORE, verbOfShort, type WorksObject } from './objects/objects.ts'
import { isAimedPhase, isAside, isBuildingSite, isLongedFor, isSitePointed } from './objects/no-works.ts'
import type { Clause, StageHit } from './stages/stage-hits.ts'
import { isInventory } from './objects/inventory.ts'
import { isToMove } from './objects/moves.ts'
import { jointAt } from './objects/tail-behind.ts'
import { MADE_INTO } from './objects/made-into.ts'
import { isStanding, isUpkeep, ONCE_MEANT, OTHER_PROJECT } from './objects/standing.ts'
import { isStation } from './objects/stations.ts'
import { afterGloss } from './objects/tail.ts'
import { isLineHead, isStopped, isStoppedNext, isToldBehind } from './stages/told-behind.ts'
import { withoutTime } from './stages/time-words.ts'
import type { WorksKind } from './objects/words.ts'

const NEXT_OPENS =
  /^(?:于[\d年月日上下午]+(?:正式|顺利|如期)*(?:开工|动工|奠基|封顶|竣工|投用|启用)|项目|工程|主体|土建|桩基|总投资|总建筑面积|占地)/u
const FAR = 120
/** 对甲、乙卫生院进行了改造提升. */
const DONE_TO =
  /^(?:目前)?(?:正在|已经?|将)?(?:进行|实施|开展)了?(?:全面|整体|部分)?(?<kind>异地新建|新建|改扩建|改造扩建|扩建改造|改建扩建|扩建|迁建|改建|修缮|(?:装修|提升|升级|维修)?改造(?:提升|升级)?)/u

/** 甲医院启动改扩建, 乙卫生院正在改造: nothing stands behind what is done. */
const KIND_DONE = new RegExp(
  '^(?:目前|现|均|都|也|已|正在?|全面|先后|陆续|相继|继续|同步|有序|抓紧|稳步|全力|积极)*(?:启动|加快|加速|推进|推动|着手|开始|开工|动工|完成|进行|实施|开展|正在|正)了?(?:全面|整体|部分|原址|异地|易地)*' +
    '(?<kind>整体搬迁|整体迁建|搬迁|异地新建|易地新建|新建|改扩建|改造扩建|扩建改造|改建扩建|扩建|迁建|改建|重建|翻建|(?:提质|提升|升级|装修)?改造(?:提升|升级)?)(?:项目|工程)?(?:建设|施工)?(?:步伐|进度)?$',
  'u',
)

/** 将甲医院整体迁址到某村新建. */
const MOVED_TO = /^(?:整体)?(?:迁址|搬迁|迁移|迁建)(?:到|至)[^，。；]{2,30}(?:新建|重建)$/u
/** 甲卫生院为异地新建项目. */
const IS_WORKS =
  /^(?:为|是|系|属|正在?(?:进行|实施|开展)|(?:已经?|均|顺利|如期|全面)*完成(?:了)?)(?:标准化|规范化|适老化|提档升级)?(?<kind>整体搬迁|整体迁建|搬迁|异地新建|易地新建|新建|改扩建|扩建|迁建|改建|(?:提质|提升|升级|装修|维修)?改造)(?:项目|工程|升级|提升|[并和及且、]|$)/u
/** 甲卫生院升级改造后以全新面貌接诊, 乙医院搬迁后正式启用. */
const OPENS_ANEW =
  /^(?:经|经过|完成|实施)?(?<kind>整体搬迁|搬迁|迁建|改扩建|扩建|升级改造|提升改造|装修改造|改造提升|改造|重建|翻建|异地新建)后(?:以|重新|正式|全面|顺利|再次|对外|全新|崭新|新?面貌|新?形象|[的，])*(?:投用|启用|投入使用|开诊|接诊|开业|亮相|迎诊|恢复接诊)/u

/** 甲医院作为重点民生工程之一，占地40亩…: it is built. */
const ONE_OF = /^(?:作为|是|系|被?列[为入])[^，。；]{0,20}(?:(?:工程|项目|实事)之一|(?:重点|民生|实事)(?:建设)?(?:工程|项目))$/u
/** Objects of a group that are works, given the stage words of the group and of the clauses that go on about it. */
export function realObjects(
  group: Group,
  ground: Ground,
  hits: { own: readonly StageHit[]; all: readonly StageHit[]; following: readonly Clause[] },
): WorksObject[] {
  const listed = isListed(group, ground, hits.own)
  const context = { group, ground, hits }
  if (!listed && isInventory(group, ground, hits.own)) return []
  const isList =
    group.objects.length > 1 &&
    (isCountedList(group, ground) || isStagedList(group, ground, hits.own) || isBegunList(group, ground, hits.own))
  const isAlike = areAlike(group, ground, hits)
  const isByStage = group.head?.byStage === true
  const real = group.objects.filter(
    (object) =>
      (listed && !(isByStage && object.rule === 'works/bare-owner')) ||
      isList ||
      (isAlike && object.tail !== '') ||
      isReal(object, context),
  )
  // 公共卫生中心、县医院二期等重点项目: what is listed with works as one of the projects is one too.
  const isNamed = isNamedProjects(group, ground)
  const all =
    isNamed && (real.length > 0 || group.objects.every(({ owners, tail }) => owners.length > 0 && tail !== '')) ? group.objects : real
  // 疾控中心 read as a body and as a house is one.
  const beside = [...centresAmong(group, all, ground), ...raisedAmong(group, all, ground), ...campusAmong(group, all, ground)]
  const built = beside.length === 0 ? all : group.objects.filter((object) => all.includes(object) || beside.includes(object))
  const bodies = built.filter((object) => object.rule === 'works/bare-owner')
  return built
    .filter(
      (object) => object.rule !== 'works/object-without-owner' || !bodies.some((body) => body.from <= object.from && object.to <= body.to),
    )
    .map((object) => withKind(object, context))
}

/** 二期工程的相关道路建设完成: not the works themselves. */
const SIDE_WORKS = /^的(?:相关|配套|附属|室外|停车|道路)/u

/** 推进会在甲医院新址如期启动, 设备在影像楼完成安装: where it is held, or stands. */
const HELD =
  /^(?:如期|顺利|隆重|正式|已|全面)*(?:启动|举行|召开|举办|开幕|完成(?:安装|调试|装机|测试)|安装|调试|试运行|运行|投入(?:使用|运行|临床)|开机|接诊|坐诊|就诊)/u
/** 项目位于原甲卫生院院区内: where it stands. */
const AT_SITE = /(?:(?:位于|坐落于?|选址)原?|(?:项目|工程|楼)在)$/u
/** 甲医院迁入乙医院老院区. */
const MOVED_INTO = /(?:迁入|搬入|迁至|搬至|迁到|搬到|入驻|进驻)[\u4e00-\u9fff]{0,6}$/u
const OLD_HOUSE = /[老旧原]院区?$/u

function isReal(object: WorksObject, context: Context): boolean {
  const { ground, hits, group } = context
  if (isAside(object, ground) || isLongedFor(object, ground)) return false
  const isOld = object.owners.length > 0 && OLD_HOUSE.test(ground.text.slice(object.from, object.to))
  if (isOld && MOVED_INTO.test(ground.text.slice(Math.max(0, object.from - 8), object.from))) return false
  if (object.rule === 'works/bare-owner') return !isMissing(context) && isBareReal(object, context)
  if (object.owners.length === 0 && group.objects.some((other) => other.owners.length > 0 && other.from === object.to)) return false
  if (SIDE_WORKS.test(ground.text.slice(object.to, object.to + 5))) return false
  const isVenue = ground.text.charAt(object.from - 1) === '在' && HELD.test(ground.text.slice(object.to, object.to + 8))
  const isPlace = isVenue || AT_SITE.test(ground.text.slice(Math.max(0, object.from - 4), object.from))
  if (
    object.owners.length > 0 &&
    OLD_HOUSE.test(object.tail) &&
    MOVED_INTO.test(ground.text.slice(Math.max(0, object.from - 8), object.from))
  )
    return false
  if ((isPlace || isSitePointed(object, ground)) && !/项目|工程/u.test(object.tail)) return false
  if (isAimedPhase(object, context) || isUpkeep(object, context) || isStanding(object, context)) return false
  if (object.needs === 'nothing' || (object.owners.length > 0 && OWN_PHASE.test(object.tail))) return true
  const physical = hits.all.some((hit) => ground.words.physical.test(ground.text.slice(hit.from, hit.to)))
  if (object.needs === 'site' || physical) return physical || (object.owners.length > 0 && isBuildingSite(object, ground))
  if (object.needs === 'physical')
    return (
      isPaidCentre(object, ground) ||
      isStation(object, ground, hits) ||
      isConverted(object, context) ||
      hasFigures(object, context) ||
      isNewThought(object, ground) ||
      isStopped(object, ground, hits.all) ||
      (object.works !== undefined && isLineHead(object, ground, hits.all)) ||
      (object.owners.length > 0 && isLabelOfWorks(object, ground, hits.all)) ||
      ((object.owners.length > 0 || PUBLIC_BODY.test(object.tail)) &&
        isBuiltBefore(object, ground.text.slice(group.clause.from, object.from)))
    )
  if (isBuildingSite(object, ground)) return true
  if (
    hits.own.length === 0 &&
    object.owners.length === 0 &&
    STANDS_THERE.test(ground.text.slice(group.clause.from, group.objects[0]?.from))
  )
    return false
  return (
    hits.own.length > 0 ||
    hasFigures(object, context) ||
    isLocated(object, ground) ||
    isToldBehind(object, ground, hits.all) ||
    isBuiltByOwner(object, ground) ||
    isStoppedNext(ground, hits.all) ||
    isDriven(group, ground) ||
    isPaidFor(group, ground)
  )
}

function isConverted({ from }: WorksObject, { ground, hits, group }: Context): boolean {
  const said = ground.text.slice(Math.max(0, from - FAR), from)
  return (
    MADE_INTO.test(said) &&
    (hits.all.some(({ mood }) => mood === 'reached') ||
      [group.clause, ...hits.following].some((clause) => ground.figuresIn(clause).some(({ key }) => key !== 'beds')))
  )
}

/** 医院现有门诊楼、住院楼等建筑: what stands. */
const STANDS_THERE = /(?:现有|原有|拥有|现拥有|共有)(?:了)?$/u

/** 甲医院新建产科大楼: a verb of building between a hospital and its house, of which nothing more is said. */
const BUILDS_ITS = /^(?:将|拟|计划|正在|已)?新建(?:了)?/u

function isBuiltByOwner({ owners, tail, to }: WorksObject, { text }: Ground): boolean {
  const owner = owners.at(-1)
  return (
    owner !== undefined &&
    tail !== '' &&
    owner.to < to - tail.length &&
    BUILDS_ITS.test(text.slice(owner.to, to)) &&
    END.test(text.slice(to))
  )
}

/** 谋划甲医院新病区. */
function isNewThought({ owners, tail, from }: WorksObject, { text }: Ground): boolean {
  return owners.length > 0 && tail.startsWith('新') && THOUGHT_OF.test(text.slice(Math.max(0, from - 3), from))
}

/** 甲医院二期项目. */
const OWN_PHASE = /^[一二三四五首]期(?:建设)?(?:项目|工程)/u

/** 新建县120急救指挥中心: a body of the district, by its name. */
const PUBLIC_BODY = /^[省市县区旗州](?:120|紧急|医疗|公共卫生|传染病|突发|应急|精神卫生|急救|救治|指挥|防治)+中心$/u
/** 新建县疾控中心实验室. */
const BUILDS_IT = /(?:新建|迁建|改扩建|扩建|改建|翻修|修缮|(?:升级|提升|装修)?改造(?:提升|升级)?)$/u
/** 建设乙卫生院职工食堂: no service is called so. */
const BUILDS_ROOM = /(?:建设|兴建|修建)$/u
const PLAIN_ROOM = /(?:食堂|停车场|车库|库房|仓库|站房|锅炉房|配电房|污水处理站|供氧站)$/u

function isBuiltBefore({ tail }: WorksObject, before: string): boolean {
  return BUILDS_IT.test(before) || (BUILDS_ROOM.test(before) && PLAIN_ROOM.test(tail))
}

/** 甲医院也举行了隆重的奠基仪式. */
const RITE = /^也?(?:隆重)?举行了?(?:隆重的)?$/u

const BUILDS_ANOTHER = /(?:建成|启用|投用|投入使用|改造|规划建设|筹建|拟建|装修|施工)$/u

/** 谋划甲医院滨江院区. */
const THOUGHT_OF = /(?:谋划|筹划|规划|筹建|策划|启动)(?:了)?$/u
/** 建成甲医院新院区. */
const BUILT_CAMPUS = /(?:建成|建好|盖起|落成|竣工|完工|投用|启用|开建|开工|动工|搬进|搬入|迁入)(?:了)?$/u
/** 投入1.4亿元，同乙医院合作建设甲医院: with money of its own it is a building, and no mere cooperation. */
const PAID_TO_BUILD = /(?:投入|投资|斥资|出资)[^，。；]{0,8}[万亿]元[^。；]{0,24}(?:合作|共同|联合|携手)建设(?:了)?$/u
/** 将共建甲医院，今年年内开工: works that two share. */
const SHARED = /(?:共建|合建|联合建设|共同建设|合作建设)(?:了)?“?$/u
const SOON_BEGINS = /^(?:项目|工程)?(?:预计|计划|力争|有望|正式|全面|[\d年月日今明底初前内可将拟于])*(?:开工|动工|奠基|破土)/u

/** 甲医院移交启用仪式举行. */
const HANDED_OVER =
  /^(?:项目|工程)?(?:正式|整体|顺利|竣工)*(?:移交|交付|竣工|落成|开工|奠基|封顶)(?:暨|及|和|启用|使用|投用|验收|建设|动工)*(?:仪式|典礼|庆典)/u

/** A bare name: 甲医院开工建设, 新建甲医院, 甲医院南区，项目土建完工; 甲医院建成胸痛中心 is no works. */
function isBareReal(object: WorksObject, { group, ground, hits }: Context): boolean {
  const { text, masked, words } = ground
  const last = afterGloss(text, group.objects.at(-1)?.to ?? object.to)
  const before = text.slice(Math.max(0, (group.objects[0]?.from ?? 0) - 6), group.objects[0]?.from)
  // 甲、乙等镇卫生院完成改造: the class that the names share is no part of what is said.
  const joint = group.objects.length > 1 ? jointAt(text, last) : 0
  const behind = text.slice(last + joint, group.clause.to)
  if (OTHER_PROJECT.test(behind)) return false
  // 名医工作站在甲医院启用: where, and not what.
  const isCampus = CAMPUS_NAME.test(text.slice(object.from, object.to))
  if (isCampus && (isBuildingSite(object, ground) || isOpenedBefore(object, ground))) return true
  if (isLabelOfWorks(object, ground, hits.all) || isGrown(object, ground, hits.all)) return true
  if (AT_SITE.test(before) || /(?<!现)[在于]$/u.test(before)) return false
  if (ONCE_MEANT.test(text.slice(group.clause.from, object.from)) && hits.all.some(({ status }) => status === 'suspended')) return true
  // 甲楼、丙医院国医馆、乙楼落成: what the list names of the hospital in the middle is no works.
  if ((group.objects.at(-1)?.from ?? 0) > object.to && !'、和及与以暨（'.includes(text.charAt(object.to))) return false
  const owner = group.objects[0]?.owners[0]
  const verb = VERB_BEFORE.exec(before)?.[0] ?? (owner === undefined ? undefined : verbOfShort(text, owner))
  // 建设甲医院 builds it; 建设培训中心 may only set it up.
  if (verb !== undefined && END.test(behind) && (object.owners[0]?.label === 'Hospital' || verb !== '建设')) return true
  if (isBuiltBody(object, { before, behind })) return true
  const next = hits.following[0]
  if (object.owners[0]?.label === 'Hospital') {
    if (END.test(behind) && PAID_TO_BUILD.test(text.slice(Math.max(0, object.from - FAR), object.from))) return true
    if (isCampus && THOUGHT_OF.test(before) && END.test(behind)) return true
    if (isUnderWay(text.slice(Math.max(0, object.from - MOST_UNDER_WAY), object.from), behind)) return true
    if (BUILT_CAMPUS.test(before) && isCampus && END.test(behind)) return true
    if (next !== undefined && END.test(behind) && SHARED.test(before) && SOON_BEGINS.test(text.slice(next.from, next.to))) return true
  }
  if (object.owners[0]?.label === 'Hospital' && HANDED_OVER.test(behind)) return true
  if (isNewCampusTold(object, behind, { group, ground, hits })) return true
  if (isDescribed(behind, text.slice(object.from, object.to), { group, ground, hits })) return true
  if (object.owners[0]?.label === 'Hospital' && isPaidOut(behind, hits, ground)) return true
  if (newlyBuilt(behind, hits.following, ground) !== undefined) return true
  if (ONE_OF.test(behind) && hits.following.some((clause) => ground.figuresIn(clause).length > 0)) return true
  if (behind === '' && next !== undefined && NEXT_OPENS.test(text.slice(next.from, next.to))) return hits.all.length > 0
  if (toldKind(object, { group, ground, hits }) !== undefined) return true
  const said = ground.hitsIn({ from: last + joint, to: group.clause.to })
  const first = said[0]
  if (first !== undefined && object.owners[0]?.label === 'Hospital' && beginsAt(first, { from: last, to: group.clause.to }, ground))
    return true
  const isSized = isOwnCampus(text.slice(object.from, object.to)) && hits.following.some((clause) => ground.figuresIn(clause).length > 0)
  if (isCampusBuilt(object, { said, last, group, isSized }, ground)) return true
  if (first === undefined || !words.bareStage.test(text.slice(first.from, first.to))) return false
  // 公共卫生中心建成后，甲、乙两家单位将整体迁入: into what others build.
  if (!isCampus && first.word === '迁入' && first.mood !== 'reached') return false
  const gap = withoutTime(masked.slice(last + joint, first.from))
    .replace(BECAUSE, '')
    .replace(RITE, '')
    .replaceAll(words.parts, '')
    .replaceAll(/[\d、.]/gu, '')
  let end = first.to
  for (const hit of said) if (hit.from <= end + 4) end = Math.max(end, hit.to)
  // 甲医院将对即将建成的乙医院托管: the stage is another's.
  if (/[对与向由帮]/u.test(gap)) return false
  // 甲医院建成外科大楼: what is built stands behind the verb.
  if (ground.objectAt(group.clause.to)) {
    const rest = text.slice(end, group.clause.to)
    if ((rest === '' && BUILDS_ANOTHER.test(text.slice(first.from, end))) || rest === '建设') return false
  }
  return gap.length <= 1 && END.test(text.slice(end, group.clause.to).replaceAll(words.parts, ''))
}

/** The kind of works that the words behind a bare name tell. */
function toldKind(object: WorksObject, context: Context): WorksKind | undefined {
  const { ground, group } = context
  const written = ground.text.slice(group.objects.at(-1)?.to, group.clause.to)
  const behind = group.objects.length > 1 ? written.slice(jointAt(written, 0)) : written
  if (MOVED_TO.test(behind) || isToMove(behind)) return 'relocation'
  const built = newlyBuilt(behind, context.hits.following, ground)
  if (built !== undefined) return ground.words.kindOf(built)
  const done = (DONE_TO.exec(behind) ?? KIND_DONE.exec(behind) ?? IS_WORKS.exec(behind) ?? OPENS_ANEW.exec(behind))?.groups?.['kind']
  return done === undefined ? exampleKind(object, context) : ground.words.kindOf(done)
}

/** 进行改造扩建: two kinds in one word are told as they are written. */
const BOTH = /改扩建|改造扩建|扩建改造|改建扩建|装修改造|修缮改造/u

function withKind(object: WorksObject, context: Context): WorksObject {
  const kind = object.rule === 'works/bare-owner' && object.works === undefined ? toldKind(object, context) : undefined
  if (kind === undefined) return object
  const { group, ground } = context
  const isHoped = isToMove(ground.text.slice(group.objects.at(-1)?.to, group.clause.to))
  const both =
    kind === 'expansion' || kind === 'renovation' ? BOTH.exec(ground.text.slice(group.objects.at(-1)?.to, group.clause.to))?.[0] : undefined
  const anew = both ?? OPENS_ANEW.exec(ground.text.slice(object.to, group.clause.to))?.groups?.['kind']
  return { ...object, works: kind, ...(isHoped ? { hoped: true } : {}), ...(anew === undefined ? {} : { tail: anew }) }
}
