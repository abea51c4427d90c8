/** Reads the words of works that follow a name: 二期住院综合楼, 迁扩建工程, 北区项目一期. */
import { hopeAt, isHouseHoped } from '../stages/hoped.ts'
import type { Step, StepSort } from './steps.ts'
import { cutList, cutMainHouse, isMove, isRaise, joinKinds } from './tail-steps.ts'
import type { WorksKind, WorksWords } from './words.ts'

/** How sure it is that works are meant: surely; beside any stage; beside a physical stage or a size; beside a physical stage only. */
export type Needs = 'nothing' | 'stage' | 'physical' | 'site'

const FREE = 12
/** 甲医院等改扩建项目, 甲医院和乡镇卫生院改扩建: what stands between the named body and the works. */
const ASIDE =
  /^(?:的|等|(?:[和与及、]|以及)(?:一批|各|部分|全部|所有)?(?:乡镇|基层|社区|村级?|镇)+(?:中心)?(?:卫生院|卫生室|卫生服务中心|医疗机构))/u
const ASIDE_OPENS = '的等援和与及、以'

function asideAt(text: string, at: number, limit: number): number {
  if (!ASIDE_OPENS.includes(text.charAt(at))) return 0
  return ASIDE.exec(text.slice(at, Math.min(limit, at + FREE)))?.[0].length ?? 0
}

/** 甲医院等新建与改扩建项目: works of several kinds, and of nobody each. */
const OTHER_KIND = /^[与和及、](?:改扩建|扩建|新建|迁建|改造)/u
/** 甲医院原定今年实施的扩建工程: nor is what was once meant. */
const ONCE_MEANT = /^(?:原(?:定|计划|拟|本)|此前计划|拟于?|计划)[^，。；、的]{0,10}(?:实施|建设|开工|启动|进行|动工|新建)的/u
const MOST_MEANT = 20
const STRUCTURE = /^(?:[一二两三四五六七八九十\d]+层)?(?:砖混|框架|砖木|钢混|钢)?结构(?:的)?/u
const DONE_VERB =
  /^(?:(?:实施|实现|开展|展开|顺利|圆满|成功|如期|正式|全面)(?:了|的)?){1,2}(?=新建|改扩建|扩建|迁建|改建|改造|整体|异地|易地|搬迁|重建|[\u4e00-\u9fff]{1,6}[室房科堂区厅](?:改造|扩建|改建|翻新|翻修|迁建|装修))/u
const TO_STANDARD = /^(?:标准化|规范化|达标)(?=建设(?:项目|工程)|(?:提升|提质|升级)*改造)/u
/** 甲医院国家区域医疗中心门诊楼, 甲医院高水平医院建设综合楼: what a house is built for is a part of its name. */
const NATIONAL =
  /^(?:[^，。；：、的]{0,6}国家(?:区域医疗|医学)中心|(?:国家|省级?)?(?:高水平医院|区域医疗中心|医学中心|重大疫情救治基地))(?:建设)?(?=[\u4e00-\u9fff]{0,6}楼)/u
const MOST_NATIONAL = 24
const QUOTED = /^“[^“”，。；：]{2,8}”/u
const FREE_STOP =
  /[，。；：！？（）“”《》【】|\t□*—]|喜讯|完成|推进|启动|开工|竣工|投入|投用|启用|正式|已|是|要|将|于|开建|建成|扩征|征用|争取|预计|公司|拆迁|内(?:[和与及、]|$)|因|与|或|为|被|获|在|开展|达到|通过|选址|总投资|占地|建筑面积|床位|主体|累计|目前|计划|按|标准|以|对|从|把|成为|新增|采购|拥有|由|以及|实行|部门|单位|做好|抓好|搞好|办好|建好|打造|聚焦|围绕|加强|加快|确保|力争|积极|组织|继续|稳步|扎实|全力|统筹|落实|进一步|加大|[和与及](?:[省市县区州]|120)|[搬迁址移][至到入]|举行|举办|召开|迎来|乔迁|落户|落地|包括|包含|涵盖|就(?![诊医])|盼|不再|不[新扩]建|还(?!建)|却|进行|考核|调研|督导|督查|视察|察看|(?<![1P]|12)(?!120|\d?[号#])\d|个|(?<!国)家|名|人/u

/** 整体搬迁升级建设项目, 二期标准化建设项目, 改扩建EPC项目: more of the same works. */
const RAISED =
  /^(?:及|暨|和)?(?:第?[一二三四]阶段|原址|原地|就地|升级|提升|提质|续建|净化|消防|外墙|外立面|屋面|内部|局部|抗震|节能|无障碍|适老化?|智能化?|智慧化?|数字化|信息化|绿色|人性化|美化|亮化|装饰|水电|环境|功能|配套|标准化|规范化|附属|室外|整体|综合|能力|救治|改造|基础设施|其附属设施|设施|EPC|PPP|工程总承包|“平急两用”)*$/u
/** 应急救治中心建设项目 is a house; 孕产妇救治中心 is a service. */
export const PUBLIC_HOUSE = /(?:应急|传染病?|公共卫生|疫情|感染|急救(?:指挥|调度))[^，。；]{0,8}(?:中心|基地)(?:建设)?(?:项目|工程)/u

/** 市公共卫生救治中心 is a house by its name. */
export const PUBLIC_CENTRE =
  /^(?:[省市县区旗州]级?)?(?:(?:公共卫生|传染病|应急){1,2}(?:医疗)?(?:临床|救治|防治|医疗){1,2}|公共卫生(?:医学|应急|临床医学)|120(?:指挥|调度){1,2}|卫生应急(?:指挥|处置|救治|保障)*|(?:120)?(?:医疗|紧急)?急救(?:指挥|调度)+)中心(?:建设)?$/u

/** 学术交流中心, 中医药文化体验馆: houses, though 学术 and 文化 are none. */
const HALL =
  /(?:(?:健康管理|健康体检|体检|治未病|名医|康养|医养结合服务)中心|(?:全科医[生师]|住院医师)(?:临床|规范化|转岗)*培[训养](?:基地|中心)|学术(?:交流|会议|报告|活动)中心|^(?:中医馆|国医馆|国医堂|名医馆)[和与及暨][\u4e00-\u9fff]{2,6}中心$|体验馆|名医[馆堂]|国医[馆堂]|养生馆|康养馆|疗养馆|中医馆(?:提升|升级)*(?:改造|扩建|装修)(?:提升|升级)*(?:项目|工程))$/u

/** 甲医院新建中医馆一处: a room, and no works of the hospital as a whole. */
const COUNTED_ROOM = /^了?[\u4e00-\u9fff]{1,8}?(?:\d+|[一二两三四五六七八九十]+)[处个间所套条]/u

/** 甲医院扩建母婴室: the same. */
const ITS_ROOM =
  /^了?(?![^，。；]*(?:项目|工程))[\u4e00-\u9fff]{2,7}(?:室|科|病区|门诊|馆|病床|床位|车位|厕所|卫生间|食堂|系统|流程|平台)(?:$|[，。；、])/u

/** 高原病救治中心主体完工: a service has no such stage. */
const BUILT_BEHIND =
  /^(?:项目|工程|[，：]|目前|现|正在?|已经?|将|即将|开始|完成|进行|全面|顺利|实现)*(?:主体(?!责任|地位|作用|资格)|土建|封顶|结顶|破土|奠基|动工|桩基|基坑|地基|地下室|基础(?:施工|工程))/u
const MOST_BUILT_BEHIND = 16

/** 与甲医院新建了转运协作关系: what is agreed, and nothing that is built. */
const MOST_TIE = 18
const TIE = /^了?[\u4e00-\u9fff]{0,12}?(?:关系|机制|制度|协作体|联盟|医联体|医共体|专班|队伍|团队)/u

/** 支持甲卫生院建设县域医疗次中心: what it is raised to. */
const RANKED = /^(?:建设|创建|打造)[^，。；]{0,6}(?:次|副)中心$/u

const RAISING = /能力提升(?:建设)?(?:项目|工程)$/u
const BECOMES = /^(?:[和与及]?发展|成|为|一流|高质量|高水平|国家|省级|市级|区域|现代|研究型|智慧|[二三]级|三甲|更)/u

export interface Tail {
  readonly to: number
  readonly text: string
  readonly works: WorksKind | undefined
  readonly needs: Needs
  readonly whole: string | undefined
  /** Words of works in it (迁建, 项目), so that names joined before it by 、 share it. */
  readonly shared: boolean
  /** Only a phase of what stands. */
  readonly phased: boolean
  /** Told behind a verb of hope: 拟, 计划. */
  readonly hoped?: true
  /** Characters at its head that are the campus of the last name alone: 甲医院、乙医院（东院）建设. */
  readonly own?: number
}

/** The next word of works at `at`, after at most `FREE` free characters that hold no stop. */
function nextStep(text: string, at: number, limit: number, words: WorksWords): Step | undefined {
  for (let from = at; from < limit && from - at <= FREE; from++) {
    const step = words.steps.at(text, from, limit)
    if (step !== undefined) return from > at && isNoName(text.slice(at, from), words) ? undefined : step
  }
  return undefined
}

/** Whether free characters hold what no name of works does: a verb, an adverb, a mark. */
export function isNoName(free: string, words: WorksWords): boolean {
  return FREE_STOP.test(free) || words.noName.test(free)
}

/** 某项目医院综合门诊楼: the hospital that the name began with. */
const AGAIN = /^(?:医院|卫生院)/u

/** 综合体（二期）: a phase in a bracket of its own; 某项目（一期） is what the whole is called as it begins. */
const BRACKETED_PHASE = /^（[二三四五]期(?:项目|工程)?）/u
/** 东区院区（一期）建设项目: within a name that goes on. */
const FIRST_WITHIN = /^（[一首]期）(?=(?:建设)?(?:项目|工程))/u

function stepAt(text: string, at: number, limit: number, words: WorksWords): Step | undefined {
  const phase = text.charAt(at) === '（' ? BRACKETED_PHASE.exec(text.slice(at, Math.min(limit, at + FREE)))?.[0] : undefined
  return phase === undefined ? nextStep(text, at, limit, words) : { sort: 'phase', from: at, to: at + phase.length, word: phase }
}

function firstWithin(text: string, at: number, limit: number): Step | undefined {
  const phase = text.charAt(at) === '（' ? FIRST_WITHIN.exec(text.slice(at, at + FREE))?.[0] : undefined
  return phase === undefined || at + phase.length > limit ? undefined : { sort: 'phase', from: at, to: at + phase.length, word: phase }
}

const OTHER_BODY =
  /^[和与及、](?:新|老)?的?[省市县区州旗]?(?:疾控|疾病预防|急救|120|卫生监督|血站|中心血站|妇保|妇幼|儿童医院|中医院|人民医院|公共卫生|精神病?院|口腔医院)/u

/** 老院区门诊|楼改造, 东院区急诊|病房大楼: a house, and no room. */
const HOUSE_OF = /^[\u4e00-\u9fff]{0,4}楼(?!、)/u
const HOUSE_REACH = 7

const STOREY_INTO = /^(?:负?[一二三四五六七八九十\d]{1,2}层|裙楼|[东西南北]侧)[^，。；]{0,4}(?:改造|改建|扩建)(?:[为成的]|建)/u
const MOST_STOREY = 14

/** The words of works that follow a body's name, or undefined where there are none. */
export function readTail(text: string, at: number, limit: number, words: WorksWords): Tail | undefined {
  const steps: Step[] = []
  let from = at + asideAt(text, at, limit)
  // 甲分院、疾控中心项目: another body's.
  if (text.charAt(from) === '、') return undefined
  let start = from
  // 甲医院实施扩建工程: the verb is no part of the name either.
  from = start += DONE_VERB.exec(text.slice(from, Math.min(limit, from + FREE)))?.[0].length ?? 0
  // 甲医院拟改扩建原粮站: nor is the hope.
  from = start += ONCE_MEANT.exec(text.slice(from, Math.min(limit, from + MOST_MEANT)))?.[0].length ?? 0
  const hope = hopeAt(text, from, limit)
  from = start += hope
  // 甲医院“平急两用”改造项目: the quotation is a part of the name.
  // 两层砖混结构病房楼: how it is built is no part of the name.
  from = start += STRUCTURE.exec(text.slice(from, Math.min(limit, from + FREE)))?.[0].length ?? 0
  const quoted = QUOTED.exec(text.slice(from, Math.min(limit, from + FREE)))
  if (quoted !== null && words.steps.at(text, from + quoted[0].length, limit) !== undefined) from += quoted[0].length
  from += TO_STANDARD.exec(text.slice(from, Math.min(limit, from + FREE)))?.[0].length ?? 0
  from += NATIONAL.exec(text.slice(from, Math.min(limit, from + MOST_NATIONAL)))?.[0].length ?? 0
  let verb: WorksKind | undefined
  for (
    let step = stepAt(text, from, limit, words);
    step !== undefined;
    step = firstWithin(text, from, limit) ?? stepAt(text, from, limit, words)
  ) {
    const free = step.from - from
    // 县医院新建外科大楼: the verb tells the kind of works, and is no part of the name.
    if (steps.length === 0 && free === 0 && verb === undefined && opensBuilding(step, { text, limit, words })) {
      verb = 'new'
      from = start = step.to + countAt(text, step.to)
      continue
    }
    const built = steps.length === 0 && free === 0 ? builtAs(step, { text, limit, words }) : undefined
    if (built !== undefined && verb === undefined) {
      verb = words.kindOf(step.word)
      from = start = built
      continue
    }
    const sort = step.sort
    // After the first word of works only a building, or works directly joined, still belong to it: 二期住院综合楼, 门诊及病房楼改建项目.
    if (steps.length > 0 && free > 0 && sort !== 'head' && sort !== 'weak' && !RAISED.test(text.slice(from, step.from))) break
    if (steps.length > 0 && (free > 8 || text.charAt(from) === '的' || (hope > 0 && text.charAt(from) === '原'))) break
    // 血站迁建、指挥中心升级: the list goes on with another house.
    if ((free > 1 || sort === 'head' || sort === 'weak') && steps.at(-1)?.sort === 'kind' && text.charAt(from) === '、') break
    if (steps.length > 0 && free > 0 && AGAIN.test(text.slice(from, step.from))) break
    // 感染楼和新疾控中心: the house of another body.
    if (steps.length > 0 && OTHER_BODY.test(text.slice(from, step.to))) break
    // 手术室改造和食堂翻新: two works.
    if (sort === 'weak' && steps.at(-1)?.sort === 'kind' && free > 0 && words.steps.at(text, step.to, limit)?.sort === 'kind') break
    // 将门诊楼三层改造为血透中心: where it is, and not what is built.
    if (sort === 'head' && STOREY_INTO.test(text.slice(step.to, step.to + MOST_STOREY))) break
    // 新院区门诊、急诊全面启用: rooms of the campus.
    if (sort === 'weak' && /院区?$|新址$/u.test(steps.at(-1)?.word ?? '') && !HOUSE_OF.test(text.slice(step.to, step.to + HOUSE_REACH)))
      break
    // 一期项目建设综合楼: what the project builds, and no part of its name.
    if (free > 0 && steps.at(-1)?.sort === 'build' && /^(?:type|phase)$/u.test(steps.at(-2)?.sort ?? '')) break
    // 甲医院扩建项目、三中心: the list goes on with another.
    if (steps.some(({ sort }) => sort === 'type') && /[、和及与]/u.test(text.slice(from, step.from))) break
    if (steps.length === 0 && free > 0 && sort === 'build' && !isRaised(text, from, step)) break
    // 县医院及项目施工单位: the hospital, and others.
    if (steps.length === 0 && sort === 'type' && /^[及和与]/u.test(text.slice(from, step.from))) break
    // 建设项目项目土建完工: the word is written twice.
    if (sort === 'type' && steps.at(-1)?.sort === 'type') break
    // 新址搬迁启用: moving in is progress, not part of the name.
    if (steps.at(-1)?.word === '新址' && step.word.startsWith('搬迁')) break
    // 新业务用房搬迁启用: the same behind a house.
    if (steps.at(-1)?.sort === 'head' && step.word.endsWith('搬迁') && MOVED_IN.test(text.slice(step.to, step.to + 2))) break
    steps.push(step)
    from = step.to
  }
  cutList(steps, text)
  cutMainHouse(steps, text)
  // 急诊楼和新建的发热门诊: the verb begins another.
  if (steps.length > 1 && steps.at(-1)?.sort === 'kind' && text.charAt(from) === '的') steps.pop()
  if (start === at) joinKinds(steps, text, limit)
  const last = steps.at(-1)
  if (last === undefined || isMove(steps) || isRaise(steps) || OTHER_KIND.test(text.slice(last.to, Math.min(limit, last.to + 5))))
    return undefined
  if (steps.length === 1 && last.word === '新建' && TIE.test(text.slice(last.to, last.to + MOST_TIE))) return undefined
  if (steps.length === 1 && last.sort === 'kind' && ITS_ROOM.test(text.slice(last.to, Math.min(limit, last.to + FREE)))) return undefined
  if (steps.length === 1 && last.word === '新建' && COUNTED_ROOM.test(text.slice(last.to, Math.min(limit, last.to + FREE))))
    return undefined
  if (hope > 0 && !isHouseHoped(steps, text)) return undefined
  // 甲医院建设高水平区域医疗中心: what the hospital is to become.
  if (last.sort === 'build' && BECOMES.test(text.slice(last.to, Math.min(limit, last.to + 4)))) return undefined
  const written = text.slice(start, last.to)
  if (RANKED.test(written)) return undefined
  const isService =
    !steps.some(({ sort }) => sort === 'head' || sort === 'phase') &&
    words.not.test(written.replaceAll('医学科', '')) &&
    !PUBLIC_HOUSE.test(written)
  // 儿童诊疗中心建设项目 is a house where it is built before our eyes or has its cost.
  // 服务能力提升工程 is one only where it is begun on a site.
  const isRaising = isService && RAISING.test(written)
  if (
    isService &&
    !isRaising &&
    !/(?:(?:标准化|规范化)建设|(?:中心|基地)(?:建设)?)(?:项目|工程)$/u.test(written) &&
    !PUBLIC_CENTRE.test(written) &&
    !HALL.test(written) &&
    !(/(?:中心|基地)$/u.test(written) && BUILT_BEHIND.test(text.slice(last.to, last.to + MOST_BUILT_BEHIND)))
  )
    return undefined
  const tail = judgeTail(steps, { text, start, written, words })
  if (tail === undefined) return undefined
  return {
    ...tail,
    ...(verb === undefined ? {} : { works: verb }),
    ...(hope === 0 ? {} : { hoped: true as const, needs: 'nothing' as const }),
    ...(isService ? { needs: isRaising ? ('site' as const) : ('physical' as const) } : {}),
  }
}

/** 新建26层医疗大楼, 新建一栋住院楼: how many and how high. */
const COUNT = /^[了的]?(?:(?:[一二两三四五六七八九十]+|\d+)[层栋座幢]高?的?)*(?:(?:砖混|框架|砖木|钢混|钢)结构的?)?/u
const LONGEST_COUNT = 12

function countAt(text: string, at: number): number {
  return COUNT.exec(text.slice(at, at + LONGEST_COUNT))?.[0].length ?? 0
}

/** 新建 before a building, not before 项目. */
function opensBuilding(step: Step, at: { text: string; limit: number; words: WorksWords }): boolean {
  if (step.sort !== 'kind' || at.words.kindOf(step.word) !== 'new') return false
  const next = nextStep(at.text, step.to + countAt(at.text, step.to), at.limit, at.words)
  if (next === undefined || (next.sort !== 'head' && next.sort !== 'weak')) return false
  // 甲医院新建院区: without the verb nothing is left that tells it.
  return next.from > step.to || !ANY_HOUSE.test(next.word)
}

/** 甲医院扩建的200张床位病房楼: the house is what is told of. */
const BUILT_AS = /^的(?:[约近超]?\d[\d.]*[余多]?万?(?:张床位?|平方米|平米|㎡|亿?元)的?)?/u
const MOST_BUILT_AS = 16
const MOST_FREE_HOUSE = 4

/** Where the house begins that a verb of building tells of as an attribute. */
function builtAs(step: Step, at: { text: string; limit: number; words: WorksWords }): number | undefined {
  if (step.sort !== 'kind' || at.text.charAt(step.to) !== '的' || at.words.kindOf(step.word) === 'relocation') return undefined
  const begin = step.to + (BUILT_AS.exec(at.text.slice(step.to, step.to + MOST_BUILT_AS))?.[0].length ?? 0)
  const next = nextStep(at.text, begin, at.limit, at.words)
  if (next === undefined || next.from - begin > MOST_FREE_HOUSE || ANY_HOUSE.test(at.text.slice(begin, next.to))) return undefined
  return next.sort === 'head' || (next.sort === 'weak' && at.words.steps.at(at.text, next.to, at.limit)?.sort === 'head')
    ? begin
    : undefined
}

/** 升级建设项目, 标准化建设工程, not 标准化建设. */
function isRaised(text: string, from: number, step: Step): boolean {
  const said = text.slice(from, step.from)
  return (RAISED_FIRST.test(said) || RAISED_TO.test(said)) && /^(?:项目|工程)/u.test(text.slice(step.to, step.to + 2))
}

/** 二级医院建设项目, 中医特色重点医院项目: what the hospital is to be is what its project is called. */
const RAISED_TO =
  /^(?:国家|省级?|市级|县级|三级|二级|[三二]级[甲乙]等|社区|中医|特色|重点|综合|县域|区域|医疗|卫生|旗舰|示范)+(?:医院|次中心|副中心|中心卫生院|医疗中心)$/u
const RAISED_FIRST = /^(?:升级|提升|提质|提标|扩容|标准化|规范化|达标)+$/u

const MOVED_IN = /^(?:启用|运行|投用|使用|入驻|入住|开诊|投入|完成|到位|工作)/u

const ANY_HOUSE = /^(?:院区|分院|大楼|楼|用房|综合体)$/u

function judgeTail(steps: readonly Step[], at: { text: string; start: number; written: string; words: WorksWords }): Tail | undefined {
  const last = steps.at(-1)
  const first = steps[0]
  if (last === undefined || first === undefined) return undefined
  const has = (...sorts: StepSort[]): boolean => steps.some((step) => sorts.includes(step.sort))
  const direct =
    first.from === at.start || at.text.charAt(at.start) === '“' || first.from === at.start + (TO_STANDARD.exec(at.written)?.[0].length ?? 0)
  const kinds = steps.filter((step) => step.sort === 'kind')
  // 新建项目整体迁建: what moves a hospital is told before what it builds.
  const kindStep = kinds.find((step) => at.words.kindOf(step.word) === 'relocation') ?? kinds[0]
  const works = (kindStep === undefined ? undefined : at.words.kindOf(kindStep.word)) ?? kindOfText(at.written)
  const phaseAt = steps.findIndex((step) => step.sort === 'phase')
  const whole = phaseAt > 0 && phaseAt === steps.length - 1 ? at.text.slice(at.start, steps[phaseAt]?.from) : undefined
  const strongKind = kindStep !== undefined && (works !== 'renovation' || direct || has('type', 'head') || isOfRoom(steps, kindStep))
  const needs =
    strongKind || (has('head', 'phase', 'weak') && has('type')) || (direct && has('type'))
      ? 'nothing'
      : has('head', 'phase')
        ? 'stage'
        : has('weak') || direct
          ? 'physical'
          : has('type')
            ? 'site'
            : undefined
  if (needs === undefined) return undefined
  return {
    to: last.to,
    text: at.written,
    works,
    needs: first.sort === 'build' && !has('type') ? 'stage' : needs,
    whole,
    shared: has('kind', 'type', 'phase') && !has('head', 'weak'),
    phased: first.sort === 'phase',
  }
}

/** 康复病区改造: a room or house is named right before the word of works. */
function isOfRoom(steps: readonly Step[], kind: Step): boolean {
  const before = steps[steps.indexOf(kind) - 1]
  return before?.sort === 'weak' && before.to === kind.from
}

/** 新院区 is new, 新址 a move, where no word of works says so. */
export function kindOfText(written: string): WorksKind | undefined {
  if (/新址|搬迁|迁/u.test(written)) return 'relocation'
  return /新院|新校区|新大楼|新楼|新区|新建/u.test(written) ? 'new' : undefined
}

const GLOSS = 60

/** Where reading goes on behind a name: after the bracket that glosses it, if one follows. */
export function afterGloss(text: string, at: number): number {
  if (text.charAt(at) !== '（') return at
  const close = text.slice(at, at + GLOSS).indexOf('）')
  if (BRACKETED_PHASE.test(text.slice(at, at + FREE))) return at
  return close < 0 ? at : at + close + 1
}
