/**
 * A hospital that is itself the works: 甲医院位于某路，规划床位800张。项目总投资12亿元，计划2026年竣工. Its name has no word
 * of a house behind it; what only works have, here or in the sentences behind, tells it from one that stands.
 */
import type { Place } from '../place.ts'
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import { canOwn } from './objects.ts'
import { OTHER_PROJECT } from './standing.ts'
import type { Told } from '../tell.ts'

/** Sentences behind a name in which it may still be told that it is works. */
const LOOK_AHEAD = 4
/** What may stand between the head of a clause and a hospital that it tells of. */
const LEAD =
  /^(?:(?:据(?:悉|了解|介绍)|目前|其中|此外|另外|同时|日前|近日)?(?:新建|在建|待建|拟建|筹建中?|建设中|正在(?:建设|兴建|筹建|筹备)当?中?|规划建设|即将(?:建成|开工|投用))的“?|[^，。；、]*(?:元|亩|张|平方米|㎡|公顷)的“?|[^，。；、]{0,4}(?:位于|坐落于?|地处)[^，。；、]{2,24}的“?|“)?$/u

/** A measure that only a plan has: 规划床位800张, 设计1500张床位, 规划用地90亩. */
const PLANNED_SIZE =
  /(?:规划|设计|拟设|拟建|预设|计划设|计划建|计划(?:总)?床位|预计设|预期设|建设规模)[^，。；\d]{0,10}\d[\d.万]*[余多]?(?:个|张|亩|公顷|平方米|平米|㎡)|(?:规划|设计)(?:总)?床位[^，。；\d]{0,6}\d/u
/** A sum that a project has, and no hospital. */
const PROJECT_SUM =
  /(?:项目|工程)(?:计划|预计|概算|估算|规划|一期|整体|建设)*(?:总投资|投资|概算)|(?:计划|预计|估算|概算)总?投资|投资(?:概算|估算)/u
const BEGUN =
  /(?:已|于|正式|全面|[年月日]|顺利|如期|举行)(?:破土)?(?:开工|动工|奠基|破土|封顶|结顶)|主体(?:结构|工程|建筑)?(?:已|全面|顺利|完成)*(?:完工|封顶|结顶|完成|施工)|正在(?:进行)?(?:紧张|加紧|抓紧)?(?:建设|施工|[^，。；]{0,4}装修)|(?:规划|筹备|在建|建设|施工)阶段/u
/** When it is to be there, and no object of its own behind: 计划2026年建成三级医院 tells nothing. */
const WILL =
  /(?:预计|计划|力争|有望|将于|拟于|确保|预期)[^，。；]{0,16}?(?:开业|开诊|投用|启用|竣工|完工|建成|交付|投入(?:使用|运营|运行|试运营)|营业|运营|封顶|开工|动工|验收|完成(?:基本|主体|工程|全部)?建设)(?:投用|启用|使用|运营|并|建设|验收|、|$)/u
const ONE_OF = /(?:作为|是|系|列为|列入)[^，。；]{0,24}(?:重[点大]|民生|实事|标[杆志]性?|合作|共建)[^，。；]{0,8}(?:项目|工程)(?:之一)?/u
const PAID_BY = /由[^，。；]{2,30}(?:投资|出资|斥资|捐建|投建)[^，。；的]{0,10}(?:建设|兴建|建造|创办|建成)?$/u
const BUILT_BY = /由[^，。；]{2,24}(?:承建|代建|援建|施工|总承包)$/u
const SUM = /总投资[^，。；\d]{0,6}\d|投资[约近超]?\d[\d.]*[余多]?[万亿]/u
const LARGE = /(?:总?建筑面积|建筑总面积|总?用地面积|占地)[^，。；\d]{0,8}\d/u
const SET_BEDS = /(?:拟|预)?(?:设|设置|设有|共有|安排)(?:总)?(?:床位|病床)?[^，。；\d]{0,4}\d+张/u
const ONCE = /(?:建成|投用|启用|建好|完工|落成)(?:投用|启用|使用|运营)?(?:之|以)?后/u
/** What is applied for before a hospital stands, and how its works are let. */
const PAPERS =
  /选址意见书|用地规划许可|工程规划许可|施工许可|(?:标段|工程|施工|项目)[^，。；]{0,8}招标|招标[^，。；]{0,6}标段|(?:仍|还|尚|正)在筹建/u
const SELECTED = /^(?:项目|医院)?(?:选址|落户|拟选址)/u
const BY_STANDARD = /按照?[^，。；]{2,30}标准(?:进行)?(?:规划|设计|建设)/u

/** 根据规划，医院总建筑面积20万平方米，分两期建设. */
const BY_PLAN = /分[一二两三四\d]期|分期(?:施工|建设|实施)|(?:根据|按照?)[^，。；]{0,6}规划$/u

/** It has only just opened. */
const TRIAL = /试运[营行]|(?:正式|首期|全面)(?:启用|投用|交付)|投入(?:使用|运营)/u

/** The words right before its name. */
const NEWLY =
  /^[^，。；]{0,8}(?:新建|在建|待建|拟建|筹建中?|建设当?中|正在(?:建设|兴建|筹建|筹备)当?中?|规划建设|即将(?:建成|开工|投用))的“?$/u

const STRONG = [NEWLY, PLANNED_SIZE, PROJECT_SUM, BEGUN, WILL, SELECTED, PAPERS, BUILT_BY, BY_PLAN]
const WEAK = [PAID_BY, SUM, LARGE, ONCE, ONE_OF, BY_STANDARD, SET_BEDS, TRIAL]
const DONE = [BEGUN, WILL]
const FIGURES = [PLANNED_SIZE, SUM, LARGE, SET_BEDS]

/** What is told of a hospital that stands. */
const STANDS =
  /开放(?:病)?床|编制(?:病)?床|(?:核定|实有|现有|实际)[^，。；]{0,6}(?:床|张)|现有|年(?:门诊|门急诊|出院|手术|住院)|始建|创建于|创办于|成立于|建于|建院|前身|开[业诊诊]以来|在职|职工\d|员工|定点|评为|荣获|通过[^，。；]{0,8}评审|三级[甲乙]等[^，。；]{0,10}医院(?:之一)?$/u
/** A clause that goes on about another thing: 新门诊楼总投资2亿元, 医院将建设平台. */
const OF_OTHER =
  /^[^\d，。；]{0,16}?(?:门诊|住院|外科|内科|医技|病房|综合|急诊|行政|宿舍|感染|康复)[^\d，。；]{0,4}楼|^(?:新|老|旧|[东西南北])?院区|分院|平台|系统|设备|核磁|直线加速器|病区|科室|专科(?!医院)|学科|中心医院(?!项目)|培训|食堂|停车|[元米㎡亩张](?:建设|新建|兴建|打造|建成|购置|购买|引进)?的(?=[^，。；]{2})/u

/** What a stretch of text says of works, counted; undefined where it speaks of a hospital that stands. */
function signsIn(text: string): { strong: number; weak: number; figures: boolean } | undefined {
  const clauses = text.split(/[，。；！]/u).filter((clause) => clause !== '' && !OF_OTHER.test(clause))
  let once = false
  const said: string[] = []
  for (const clause of clauses) {
    once ||= ONCE.test(clause)
    if (!once && STANDS.test(clause)) return undefined
    said.push(clause)
  }
  const count = (signs: readonly RegExp[]): number => signs.filter((sign) => said.some((clause) => sign.test(clause))).length
  return { strong: count(STRONG), weak: count(WEAK), figures: count(FIGURES) > 0 }
}

/** Whether what is said, with figures, can only be said of works. */
export function saysWorks(text: string): boolean {
  const signs = signsIn(text)
  return signs !== undefined && signs.figures && (signs.strong > 1 || (signs.strong > 0 && signs.weak > 0) || signs.weak > 4)
}

/** 据介绍，该医院总投资…; 根据规划，医院总建筑面积…; 国际医院将按照…标准建设. */
const SUBJECT =
  /(?:^|[，；])(?:该|这[家所座]|本)?(?:国际|综合|专科|妇儿|儿童|新)?(?:医院|(?<=[该])院)(?=[将总位占规设按由一分共去今已现目主于预计项建整全选])/u
const MOST_LEAD = 50

/** Where a sentence begins to tell, without its name, of a hospital that is works, or is only planned; below 0 where it says nothing that only works have. */
export function speaksOfItself(text: string, isPlanned = false): number {
  const at = text.includes('院') ? SUBJECT.exec(text) : null
  if (at === null || at.index > MOST_LEAD) return -1
  const signs = signsIn(text)
  if (signs === undefined) return -1
  // 医院总建筑面积18万平方米, behind a campus that is only planned: no other's are told.
  const isTold =
    isPlanned && signs.figures
      ? true
      : signs.strong > 0
        ? signs.figures || DONE.some((sign) => sign.test(text))
        : signs.weak > 1 && signs.figures
  return !isTold ? -1 : /[，；]/u.test(text.charAt(at.index)) ? at.index + 1 : at.index
}

const ITS_TAIL = /^(?:建设|项目|工程)*$/u

/** 甲医院（西院区）规划落地. */
const PLANNED_CAMPUS = /^[〇㐀-鿿]{0,6}(?:院区|新院|分院|[东西南北]院)?(?:建设|项目|工程)*$/u

/** Whether works are a whole hospital, or a campus that is only planned; no house of one. */
export function isHospitalItself({ object, owners }: Told): boolean {
  if (object.tail.startsWith('新医院') && owners[0]?.label === 'District') return true
  if (object.hoped && owners.length === 1 && owners[0]?.label === 'Hospital' && PLANNED_CAMPUS.test(object.tail)) return true
  return ITS_TAIL.test(object.tail) && owners.length === 1 && owners[0]?.label === 'Hospital' && owners[0].campus === ''
}

/** Whether the one bare hospital of a group is told to be works by its sentence and those behind. */
export function isItself(group: Group, ground: Ground, { place, until }: { place: Place; until: number }): boolean {
  const [object] = group.objects
  const owner = object?.owners[0]
  if (object === undefined || group.objects.length > 1 || object.rule !== 'works/bare-owner' || owner?.label !== 'Hospital') return false
  const { text } = ground
  const opening = Math.max(...['，', '。', '；', '：'].map((mark) => text.lastIndexOf(mark, object.from - 1))) + 1
  if (!LEAD.test(text.slice(opening, object.from))) return false
  const behind = text.slice(object.to, until)
  const lead = text.slice(opening, object.from)
  const own = signsIn(`${lead}，${behind}`)
  // 甲医院将填补空白。该项目总投资3亿元: the project is not the hospital's.
  if (own === undefined || own.strong + own.weak === 0) return false
  return isSubject(behind) && saysWorks(`${lead}，${behind}${saidBehind(owner.entity, place)}`)
}

/** 甲医院与乙大学签约, 甲医院院长: not what is said of itself. */
const NOT_ITSELF = /^(?:[与和同、及]|院长|党委|书记|副|专家|的(?!建设|建成|规划|选址)|党|医[生务师护]|团队|托管|派|将?(?:对|为|与))/u

function isSubject(behind: string): boolean {
  return !OTHER_PROJECT.test(behind) && !NOT_ITSELF.test(behind.replace(/^（[^）]*）/u, '').replace(/^”/u, ''))
}

/** Behind a name, in its paragraph or at the head of the next: what goes on about it. */
const GOES_ON =
  /^(?:据(?:悉|了解|介绍)，|目前，?|根据[^，。；]{2,12}，)?(?:作为[^，。；]{2,40}，)?(?:该(?:医院|院|项目|工程)|医院|项目|工程|总投资|总建筑面积|规划|占地|建成后|预计|计划|建筑面积|设计)/u

function saidBehind(entity: string, { reading, sentence }: Place): string {
  let said = ''
  for (let index = sentence.index + 1; index <= sentence.index + LOOK_AHEAD; index++) {
    const next = reading.sentences[index]
    if (next === undefined || next.row !== undefined || next.heading || !GOES_ON.test(next.text)) break
    if (reading.mentions[index]?.some((one) => one.label === 'Hospital' && canOwn(one) && one.entity !== entity) === true) break
    said += next.text
  }
  return said
}
