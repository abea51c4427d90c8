/** Hospitals that are works by what is said right before or behind their bare name: 拟设置甲医院; 甲、乙等9家医疗机构计划今年开工. */
import type { SentenceMention } from '../../../reading.ts'
import type { WorksObject } from './objects.ts'
import type { Place } from '../place.ts'
import { afterGloss } from './tail.ts'
import type { WorksKind } from './words.ts'

/** What such words tell of each of the names. */
interface Told {
  readonly tail: string
  readonly works?: WorksKind
  readonly hoped?: true
  /** Where the words end, if the works are told in a clause of their own. */
  readonly to?: number
}

/** Names that are joined by nothing but joiners and brackets. */
interface Run {
  readonly from: number
  readonly to: number
  readonly objects: readonly WorksObject[]
}

const FAR = 44

/** The objects of a sentence, with the bare hospitals of which such words are said as works. */
export function asWhole(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  if (!objects.some(isBare)) return objects
  const { text } = place.sentence
  const told = new Map<WorksObject, Told>()
  for (const run of runsOf(objects, place.mentions, text)) {
    const said =
      intended(run, text) ??
      agreed(run, text) ??
      planned(run, text) ??
      founded(run, text) ??
      moved(run, text) ??
      done(run, text) ??
      entered(run, text) ??
      needed(run, place) ??
      begun(run, text)
    if (said !== undefined) for (const object of run.objects) told.set(object, said)
  }
  if (told.size === 0) return objects
  return objects.map((object) => {
    const said = told.get(object)
    if (said === undefined) return object
    const { tail, works = object.works, hoped, to = object.to } = said
    return { ...object, to, tail, works, needs: 'nothing', rule: 'works/shared-object', ...(hoped === undefined ? {} : { hoped }) }
  })
}

function isBare({ tail, owners }: WorksObject): boolean {
  return tail === '' && owners.length === 1 && owners[0]?.label === 'Hospital'
}

const JOINED = /^(?:、|[和及与暨]|以及|、以及)$/u

function runsOf(objects: readonly WorksObject[], mentions: readonly SentenceMention[], text: string): readonly Run[] {
  const runs: WorksObject[][] = []
  for (const object of objects) {
    if (!isBare(object)) continue
    const last = runs.at(-1)?.at(-1)
    const begin = mentions.find(({ label, to }) => label === 'District' && to === object.from)?.from ?? object.from
    if (last !== undefined && JOINED.test(text.slice(afterGloss(text, last.to), Math.max(last.to, begin)))) runs.at(-1)?.push(object)
    else runs.push([object])
  }
  return runs.map((run) => ({ from: run[0]?.from ?? 0, to: afterGloss(text, run.at(-1)?.to ?? 0), objects: run }))
}

/** 拟设置某门诊部: a practice, and no works. */
const PRACTICE = /(?:门诊部|诊所|门诊|[室所站])$/u
/** 拟设置甲医院的公示. */
const TO_SET_UP = /拟(?:同意|批准|核准|许可)?(?:新?设置|设立|新设|筹设|筹建|举办)了?“?$/u
const SET_UP = /^”?(?:$|[，。；）]|（|(?:项目)?的?(?:公示|执业|设置)|(?:进行|予以|现予)公示)/u
const MOST_LEAD = 8

function intended(run: Run, text: string): Told | undefined {
  if (run.objects.some(({ from, to }) => PRACTICE.test(text.slice(from, to)))) return undefined
  return TO_SET_UP.test(text.slice(Math.max(0, run.from - MOST_LEAD), run.from)) && SET_UP.test(text.slice(run.to, run.to + MOST_LEAD))
    ? { tail: '建设', hoped: true }
    : undefined
}

/** 举行合建甲医院签字仪式，医院占地200亩: what two have agreed to build. */
const AGREES = /(?:合建|联合建设|合作建设|共同建设|联手建设|合作新建|共同新建|携手建设)了?“?$/u
const AGREED = /^”?(?:项目)?的?(?:签[字约]|(?:合作|框架|战略)*协议)(?=[^。]{0,80}(?:占地|总?用地|建筑面积|总投资|床位)[^，。；]{0,6}\d)/u
const MOST_AGREED = 110

function agreed(run: Run, text: string): Told | undefined {
  return run.objects.length === 1 &&
    AGREES.test(text.slice(Math.max(0, run.from - MOST_LEAD), run.from)) &&
    AGREED.test(text.slice(run.to, run.to + MOST_AGREED))
    ? { tail: '建设', hoped: true }
    : undefined
}

/** 甲医院规划方案获批; 甲医院发展规划通过评审 is of what it does. */
const PLAN_PASSED =
  /^(?:新?建设|项目|工程|建筑|总体|详细|修建性|控制性|概念性?|选址)*(?:规划|设计)*(?:方案|总平面图?|选址(?:意见书?|论证报告)?|规划许可证?)(?:[已正日前近昨今]|顺利|成功|经|在|进行)*(?:[^，。；]{0,8}(?:会|局|委)(?:[已正日前近昨今]|顺利|成功|经|在|进行)*){0,2}(?:获得?批[准复]?|获得?通过|通过|过会|公示|批前公示|出炉|亮相|敲定|审批)/u
const MOST_PASSED = 40

function planned(run: Run, text: string): Told | undefined {
  return run.objects.length === 1 && PLAN_PASSED.test(text.slice(run.to, run.to + MOST_PASSED)) ? { tail: '建设' } : undefined
}

/** 在某卫生院的基础上建成了甲医院. */
const BUILT_ON =
  /(?:在|于|利用)[^，。；]{2,24}(?:的?(?:基础|原址|旧址|老址|地块|土地)上?|上)(?:新建|改建|扩建|改扩建|重建|投资)?(?:建成|建起|盖起|修建|兴建|新建|建设|[改扩新]建成|改造成|建)(?:了|起)?(?:一[所家座]新?的?)?“?$/u
const ENDS = /^”?(?:$|[，。；！）])/u
/** 1958年在旧祠堂的基础上建成了甲医院: it has long stood. */
const LONG_AGO = /1[89]\d{2}年|[四五六七八九]十年代|解放|民国|建国/u

function founded(run: Run, text: string): Told | undefined {
  const before = text.slice(Math.max(0, run.from - FAR), run.from)
  return run.objects.length === 1 && BUILT_ON.test(before) && ENDS.test(text.slice(run.to, run.to + 2)) && !LONG_AGO.test(text)
    ? { tail: '建设' }
    : undefined
}

const MOVE = '(?:整体|异地|易地)+(?:搬迁|迁建|迁址(?:新建|重建)?|新建|重建)|搬迁|迁建'
/** 甲医院原来占地只有40亩，现已完成整体搬迁; 甲医院老院区拥挤，完成整体搬迁后…. */
const MOVED = new RegExp(
  `^(?:原来|原先|原有?|老院区?|过去|此前|以前)[^，。；]{2,24}，(?:(?:目前|现在?|如今|现今|去年|今年|已经?)*(?:完成|实施|进行|实现|经过?)了?|(?:目前|现在?|如今|现今|去年|今年)?已经?)(?:${MOVE})(?:后|$|[，。；])`,
  'u',
)
const MOST_MOVED = 56

function moved(run: Run, text: string): Told | undefined {
  return run.objects.length === 1 && MOVED.test(text.slice(run.to, run.to + MOST_MOVED))
    ? { tail: '整体搬迁', works: 'relocation' }
    : undefined
}

/** 甲、乙全部列入省重点建设项目; 争取甲进入中央预算内投资项目储备库. */
const ENTERED =
  /^(?:等[^，。；]{0,12})?(?:目前|现|已|成功|全部|均|都|被|先后|同时|双双|拟|将)*(?:列[入为]|纳入|入选|入围|入库|进入|编入|申报(?=[^，。；]{0,12}(?:债|库|预算内)))[^，。；科研学专试示]{0,16}(?:(?:重[点大]|新建|基建|续建|基础设施)(?:建设)?(?:项目|工程)|专项债[^，。；]{0,8}(?:项目|库)|项目(?:储备)?库|储备库|预算内投资)/u
/** 列入全市重点项目的甲、乙. */
const ENTERED_BEFORE =
  /(?:列[入为]|纳入|入选|入围)[^，。；科研学专试示]{0,16}(?:重[点大](?:建设)?(?:项目|工程)|实事(?:项目)?|专项债[^，。；]{0,6}|项目(?:储备)?库|预算内(?:投资)?(?:项目)?)的$/u
const MOST_ENTERED = 60

function entered(run: Run, text: string): Told | undefined {
  const isSo =
    ENTERED.test(text.slice(run.to, run.to + MOST_ENTERED)) || ENTERED_BEFORE.test(text.slice(Math.max(0, run.from - FAR), run.from))
  return isSo ? { tail: '建设' } : undefined
}

const TIME =
  '(?:均|都|也|将|已|已经|正|全部|分别|先后|陆续|相继|目前|现已|计划|预计|力争|有望|确保|拟|于|在|(?:今|明|去|本|后|当|次)年|年[内底初中]|[上下]半年|[\\d]{1,4}[年月日]|底|前|第?[一二三四]季度)*'
/** 甲、乙进行原址优化. */
const IMPROVED = new RegExp(
  `^(?:等(?:\\d{1,2}|[一二两三四五六七八九十]+)?[家所]?(?:医院|医疗机构)?)?${TIME}(?:进行|实施|开展)(?<deed>(?:原址|就地|原地)(?:优化|提升|改造|升级)+)(?:$|[，。；、])`,
  'u',
)

/** 规划显示，甲医院进行原址优化: it is yet to be done. */
const PLAN = /(?:规划|方案|计划)(?:显示|提出|明确|中)?，|将|拟/u
const AHEAD = /将|拟|计划|预计|力争/u
const MOST_PLAN = 80

function done(run: Run, text: string): Told | undefined {
  const match = IMPROVED.exec(text.slice(run.to, run.to + FAR))
  const deed = match?.groups?.['deed']
  if (match === null || deed === undefined) return undefined
  const isAhead = AHEAD.test(match[0]) || PLAN.test(text.slice(Math.max(0, run.from - MOST_PLAN), run.from))
  return { tail: deed, works: 'renovation', ...(isAhead ? { hoped: true } : {}) }
}

/** 甲卫生院受汛灾损毁，重建工作列入计划: what a clause behind the hospital does to it as a whole. */
const NEEDED = new RegExp(
  '^(?<why>[^；。：]{2,60}?，)(?:目前|现|其|该院|医院|为此|因此|经争取)?，?(?<deed>(?:拆除|原址|就地|异地|易地|整体|灾后|恢复)*(?:重建|迁建|新建|改扩建|扩建|翻建|改建|改造|搬迁))(?<noun>工作|工程|项目|任务|事宜)?' +
    '(?=(?:目前|现|已经?|正在?|被|将|拟|计划|预计|于|力争|有望|正式|全面|[\\d年月日底初前])*(?:列入|纳入|启动|推进|实施|进行|开展|开工|动工|办理|完成|完工|竣工|立项|获批|获得|通过|招标|施工|封顶|提上日程))',
  'u',
)
const MOST_NEEDED = 90
const HEADS_CLAUSE = /(?:^|[，。；：、．.）])$/u
/** 甲医院人员不足，… 与乙医院合作: who else is named may as well be meant. */
const REFERS = /医院|卫生院|保健院|中心|[各两所家]|我[市县区]|全[市县区]/u

function needed(run: Run, { sentence: { text }, words }: Place): Told | undefined {
  if (run.objects.length > 1 || !HEADS_CLAUSE.test(text.slice(Math.max(0, run.from - 1), run.from))) return undefined
  const match = NEEDED.exec(text.slice(run.to, run.to + MOST_NEEDED))
  const groups = match?.groups
  const { why = '', deed, noun } = groups ?? {}
  if (deed === undefined || REFERS.test(why) || (noun === undefined && !AS_WHOLE.test(deed))) return undefined
  const works = words.kindOf(deed) ?? words.kindOf(KIND_END.exec(deed)?.[0] ?? '')
  return match === null || works === undefined ? undefined : { tail: deed, works, to: run.to + match[0].length }
}

/** 改造已启动, without 工作 or 项目: as well of a ward. */
const AS_WHOLE = /重建|迁建|搬迁|异地|易地|整体/u
const KIND_END = /重建|迁建|新建|改扩建|扩建|翻建|改建|改造|搬迁/u

const BODIES = '(?:[乡镇县区市省级公立大型综合专科基层]*(?:医院|卫生院|医疗机构|医疗卫生机构|医疗卫生单位|卫生机构))'
/** 甲、乙、丙等9家医疗机构计划今年开工; 甲、乙等5家医院已开工建设. */
const BEGUN = new RegExp(
  `^等?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[家所个座]${BODIES}${TIME}(?:开工|动工|开建|破土动工|奠基|封顶|主体封顶|竣工|完工|落成|建成投用|投入建设|正在建设|在建)(?:建设|投用|启用|投入使用|了)?(?:$|[，。；])`,
  'u',
)
const FEWEST = 2

function begun(run: Run, text: string): Told | undefined {
  return run.objects.length >= FEWEST && BEGUN.test(text.slice(run.to, run.to + FAR)) ? { tail: '建设' } : undefined
}
