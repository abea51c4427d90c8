/** Buildings that a sentence names without the body they are for: 新建外科病房大楼, 医疗健康综合体项目开工. */
import type { SentenceMention } from '../../../reading.ts'
import { holdsBody } from '../lists/centres-among.ts'
import { deedTo, withDeed } from './done-to.ts'
import type { WorksObject } from './objects.ts'
import { buildsOn } from './houses-on.ts'
import { clausesOf } from '../stages/stage-hits.ts'
import type { Step } from './steps.ts'
import { COUNTED, FAR, isMade, nameBegin } from './name-begin.ts'
import { isRank } from './no-works.ts'
import { inBracket } from '../lists/head-words.ts'
import { PUBLIC_CENTRE, PUBLIC_HOUSE, readTail, type Needs, type Tail } from './tail.ts'
import { openingAt } from './name-openings.ts'
import type { WorksWords } from './words.ts'
import { isNewService } from './new-services.ts'
import { worksObject } from './works-object.ts'

const NONE: readonly never[] = []

const GENERIC =
  /^(?:新|址|主|裙|附|塔|老|旧|原|该|本|其|大|每|综合|基层|公立|社区|服务|规范化|标准化|各|多|所有|医疗|卫生|医院|业务|办公|[一二两三四五六七八九十]层|村|镇级|乡镇|一|二|两|三|几|数|\d|个|座|栋|幢|处|新增|相关|全部)*$/u
/** 投资1亿元的医院综合楼: of the hospital spoken of. */
const OF_HOSPITAL = /[元亩米]的医院$/u
/** 甲卫生院揭牌，其业务综合楼总投资2600万元: of the hospital that the sentence names. */
const ITS = /[，；]其$/u

/** 甲医院新建病房楼一幢: the one house of a hospital. */
const ONE = /^[一1][栋幢座处]/u

/** 一期8万平方米已投用: how large the phase is. */
const SIZE = /^(?:约|近|超)?\d[\d.]*[余多]?万?(?:平方米|平米|㎡|张床|亿元|元)/u
const LONGEST_SIZE = 12

/** 疾控中心主任, 检验科、消毒供应中心, 城市副中心: a body, a department or a place, and nothing that is built. */
function isService(text: string, { begin, to }: { begin: number; to: number }): boolean {
  if (text.charAt(begin) === '集' || OF_PEOPLE.test(text.slice(to, to + 4)) || text.slice(begin, to).endsWith('副中心')) return true
  if (isRank(text, begin, to)) return true
  return text.charAt(begin - 1) === '、' && !/[楼房院程目区造建]|^[一二三四五六七八九十]$/u.test(text.charAt(begin - 2))
}

/** 门诊楼扩建问题: what is asked for. */
const ASKED = /^(?:的?(?:问题|提案|建议(?!书))|事宜)/u
/** 某项目是第一个落地的医学中心建设项目: what it is, and no other. */
const PREDICATE = /(?:^|[^一二三四五六七八九十凡])(?:是|作为|系)[^，；。]*$/u
/** 某项目启用，标志着血站新楼投入使用: what was spoken of, once more; 将成为全省最大的公共卫生中心; 为目前全省最大的院区. */
const MARKS =
  /(?:标志着|意味着)[^，。；]{0,4}$|(?:^|[，；])(?:也|将)?[为是][^，。；]{0,14}最[大高好新早先][^，。；]{0,8}$|(?:成为|打造成)[^，。；]{0,18}$/u
/** 当年的小诊所已经发展成为三级医院: what was long ago. */
const GREW_INTO = /^(?:已经?|现已|如今|逐步|逐渐|一步步|今天|现在)*(?:发展|成长|壮大|蜕变|蝶变|跃升|嬗变)+(?:成|为)/u
const MOST_GROWN = 14
const OF_PEOPLE = /^(?:为|党|主任|书记|院长|站长|所长|副|负责|专家|领导|相关负责|工作人员|医[生务]|职工)/u

/** Buildings without a body before them: 新建外科病房大楼, 医疗健康综合体项目开工. */
export function findLoose(
  text: string,
  known: { found: readonly WorksObject[]; mentions: readonly SentenceMention[]; speaks: boolean },
  words: WorksWords,
): readonly WorksObject[] {
  if (!words.steps.areIn(text)) return NONE
  const made: WorksObject[] = []
  const taken = [
    ...known.found.filter((object) => object.tail !== '' || object.rule !== 'works/bare-owner'),
    ...known.mentions.filter((mention) => mention.label !== 'Institution'),
  ].sort((a, b) => a.from - b.from)
  const hospitals = new Set(known.mentions.filter(({ label }) => label === 'Hospital').map(({ to }) => to))
  // 县医疗集团总部大楼: of a consortium, and of no hospital that is named before.
  const places = new Set(known.mentions.filter(({ label }) => label === 'District').map(({ to }) => to))
  const consortia = new Set(known.mentions.filter(({ label }) => label === 'Consortium').map(({ to }) => to))
  let next = 0
  for (const { from: begin, to: end } of clausesOf(text)) {
    const inside: { from: number; to: number }[] = []
    for (let span = taken[next]; span !== undefined && span.from < end; span = taken[++next]) inside.push(span)
    let from = begin
    for (const span of [...inside, { from: end, to: end }]) {
      if (span.from > from) {
        const speaks = known.speaks || isLabelled(text, from, known.mentions)
        const owned = (from > begin && hospitals.has(from)) || buildsOn(text, from, known.mentions)
        const its = known.mentions.some(({ label, to }) => label === 'Hospital' && to <= from)
        let object = looseObject(text, { from, to: span.from, owned, speaks, placed: places.has(from), its }, words)
        while (object !== undefined) {
          if (!consortia.has(object.from) && !holdsBody(object, known.mentions)) made.push(object)
          const isJoined =
            object.works !== undefined ||
            (hospitals.has(from) && object.tail.endsWith('楼') && NEXT_HOUSE.test(text.slice(object.to, span.from)))
          const joint = isJoined ? (JOINT.exec(text.slice(object.to, object.to + 2))?.[0].length ?? 0) : 0
          object = joint === 0 ? undefined : looseObject(text, { from: object.to + joint, to: span.from, owned: false, speaks }, words)
        }
      }
      from = Math.max(from, span.to)
    }
  }
  return made
}

/** 完成手术室改造、透析室迁建和病房扩建: works one after the other. */
const JOINT = /^(?:[、和及与]|以及)/u
/** 新院的感染楼、妇儿楼封顶: houses one after the other. */
const NEXT_HOUSE =
  /^(?:[、和及与]|以及)(?![^，。；、和及与]{0,4}(?:等|[\d一二两三四五六七八九十][栋座幢]))[〇㐀-鿿]{2,10}楼(?=$|[、和及与，。；已正完封主竣开])/u

/** 甲医院：迁建项目开工: of the body before the colon. */
function isLabelled(text: string, at: number, mentions: readonly SentenceMention[]): boolean {
  return text.charAt(at - 1) === '：' && mentions.some(({ label, to }) => label === 'Hospital' && to === at - 1)
}

function looseObject(
  text: string,
  {
    from,
    to,
    owned,
    speaks,
    placed = false,
    its = false,
  }: { from: number; to: number; owned: boolean; speaks: boolean; placed?: boolean; its?: boolean },
  words: WorksWords,
): WorksObject | undefined {
  for (let at = words.steps.nextOpening(text, from); at < to; at = words.steps.nextOpening(text, at + 1)) {
    const step = words.steps.at(text, at, to)
    if (
      step === undefined ||
      !opensLoose(step, { text, speaks: speaks || text.startsWith('该院', at - 2) }) ||
      inBracket(text, at) ||
      isPlaceWord(text, step)
    )
      continue
    const room = roomWorks(text, step, words)
    if (room !== undefined) return room
    const isOwned = owned && step.sort === 'head' && OWNER_BUILDS.test(text.slice(from, step.from))
    const isRoom = step.sort === 'kind' && ROOM_OF_KIND.test(text.slice(from, at))
    const named = isOwned
      ? from + (OWNER_VERB.exec(text.slice(from, step.from))?.[0].length ?? 0)
      : step.sort === 'kind' && !isRoom
        ? at
        : nameBegin(text, from, step, words)
    const begin = named === undefined ? undefined : named + openingAt(text, named, { to: step.to, end: to })
    const read = begin === undefined ? undefined : isRoom ? ofRoom(text, { begin, at, to }, words) : readTail(text, begin, to, words)
    if (read === undefined || begin === undefined || read.to <= at) continue
    const tail = withDeed(read, begin, text, words)
    const behind = text.slice(tail.to, tail.to + LONGEST_SIZE)
    const isOf = owned || speaks || text.startsWith('该院', from)
    if (
      (COUNTED.test(behind) && !(isOf && ONE.test(behind)) && !(step.sort === 'phase' && SIZE.test(behind))) ||
      PART_OF.test(text.slice(tail.to, tail.to + 8))
    )
      continue
    const specific = text.slice(begin, step.sort === 'phase' ? step.to : step.from)
    if (
      PREDICATE.test(text.slice(from, begin)) ||
      (/除了?$/u.test(text.slice(from, begin + 1)) && /^[^，。；]{0,6}外/u.test(text.slice(tail.to, tail.to + 7))) ||
      MARKS.test(text.slice(Math.max(0, begin - FAR), begin)) ||
      ASKED.test(text.slice(tail.to, tail.to + 3)) ||
      GREW_INTO.test(text.slice(tail.to, tail.to + MOST_GROWN)) ||
      /^[老旧原现]院(?!.*(?:改造|改建|扩建|装修|修缮|维修)|区.{0,6}停车楼)|^(?:原|旧|老(?!年)|现有?)[^，]*楼$|^[省市县区]?[\u4e00-\u9fff]{2,6}(?:病院|防治院|疗养院)(?!区)|^(?:大楼|该楼)?[主裙附辅副塔]楼$|^连(?:接楼|廊)|办公用房$|危房$|^(?:这[栋座幢]|该|此)新?大?楼$/u.test(
        tail.text,
      ) ||
      (step.sort === 'weak' && isService(text, { begin, to: tail.to }))
    )
      continue
    if (OPENED_HERE.test(tail.text) || ROOM.test(tail.text) || isBody(text, { begin, to: tail.to })) continue
    if (STRANGER.test(text.slice(Math.max(from, begin - 20), begin)) || OF_OTHERS.test(tail.text)) continue
    if (
      !(COMPLEX.test(tail.text) && /[区县市旗镇]/u.test(text.charAt(begin - 1))) &&
      GENERIC.test(specific) &&
      !isOwned &&
      !(speaks && isOwnHouse(text, { begin, at: step.from, to: tail.to })) &&
      !OF_HOSPITAL.test(text.slice(Math.max(0, begin - 3), begin + 2)) &&
      !(its && step.sort === 'head' && ITS.test(text.slice(Math.max(0, begin - 2), begin))) &&
      !(step.sort === 'weak' && step.word.length > 1 && specific === '' && (tail.works !== undefined || isMade(text, begin))) &&
      step.sort !== 'phase' &&
      step.sort !== 'kind' &&
      !/^新(?:院|址|区(?!域)|大楼|楼|综合楼|中医|人民|妇)/u.test(tail.text) &&
      !(tail.text.startsWith('新医院') && (placed ? BUILT_BY_PLACE.test(text.slice(from, begin)) : isHeadOfClause(text, begin)))
    )
      continue
    if (NEW_BODY.test(step.word) && !/^(?:我?[省市县区旗州])?$/u.test(specific)) continue
    return worksObject({
      from: begin,
      to: tail.to,
      owners: [],
      tail: tail.text,
      works: tail.works,
      needs: isNewService(tail.text) ? 'stage' : tail === read ? looseNeeds(tail, step) : tail.needs,
      deictic: TAKEN_UP.test(text.slice(Math.max(0, begin - FAR), begin)),
      rule: 'works/object-without-owner',
    })
  }
  return undefined
}

/** 某市|投资13亿元建设新医院, 某市|新医院: of the place before it. */
const BUILT_BY_PLACE =
  /^(?:(?:人民)?政府|政府)?(?:将|拟|计划|正在?|决定|已)*(?:(?:投资|投入|出资|斥资|筹资)(?:[约近超]?\d[\d.]*[余多]?[万亿]元?)?)?(?:新建|建设|兴建|投建|筹建|修建|建)?(?:一[家所座])?$/u
/** 新医院占地150亩: the house of the hospital or place that was spoken of. */
const isHeadOfClause = (text: string, begin: number): boolean => begin === 0 || '，。；：'.includes(text.charAt(begin - 1))

/** 综合楼正在装修, 业务用房完成改造, where a hospital speaks: its house, by no more than its use. */
const BY_USE = /^(?:医院)?(?:综合|综合服务|医疗综合|业务|后勤|行政|办公|业务综合)$/u
const STAGE_BEHIND =
  /^(?:建设)?(?:项目|工程)?(?:目前|现|已经?|正在?|即将|将?于[\d年月底初末]{2,8}|全面|正式|顺利|如期|进行|进入)*(?:内部|室内)?(?:完成(?!安装)|主体|立项|封顶|竣工|完工|开工|动工|投用|启用|投入使用|破土|奠基|装修|施工|建设|改造|验收|建成)/u
const OPENS_NAME = /(?:^|[，。；、：]|(?:新建|在建|拟建)的)$/u

function isOwnHouse(text: string, { begin, at, to }: { begin: number; at: number; to: number }): boolean {
  return (
    BY_USE.test(text.slice(begin, at)) &&
    OPENS_NAME.test(text.slice(Math.max(0, begin - 3), begin)) &&
    STAGE_BEHIND.test(text.slice(to, to + 12))
  )
}

/** 技能培训中心改造项目: what a project is told of, whatever service it is for. */
const ROOM_OF_KIND = /[\u4e00-\u9fff](?:中心|基地|室|馆|科)$/u
/** 信息中心改造项目: what runs in it. */
const OF_DATA = /信息|数据|网络|监控|云/u

function ofRoom(text: string, { begin, at, to }: { begin: number; at: number; to: number }, words: WorksWords): Tail | undefined {
  const tail = readTail(text, at, to, words)
  return tail === undefined || OF_DATA.test(text.slice(begin, at))
    ? undefined
    : { ...tail, text: text.slice(begin, at) + tail.text, needs: 'stage', shared: false }
}

/** 引进一家专科医院来办分院, 在这里设分院: what a hospital of elsewhere may do, and no name. */
const OPENED_HERE =
  /^(?:这里|此处|当地|本地|落地|落户)?(?:来|去)?(?:开?办|开?设|设立|建立|举办|创办|落)(?:一?[家所个])?(?:新?分院|院区|分部)$/u

/** 该大楼, 改造后的门诊楼: what was spoken of. */
const TAKEN_UP = /[该此本]$|(?:改造|改建|扩建|翻新|翻修|修缮|升级|提升|重建|装修|维修)后的$/u

/** 投资860万元改造病房: what the money goes into. */
const ROOM_WORKS =
  /[万亿]元(?:资金)?(?:，)?(?:对|用于|全面|整体|重新|集中|先后|陆续)*(?<verb>改造|改扩建|扩建|改建|装修|翻修|翻新|修缮|维修)(?:了|升级|提升)*$/u
const OPEN_ROOM = /^(?:病房|病区|门诊|手术室|发热门诊|诊室|产房|业务用房|用房|住院部|食堂)$/u
const ROOM_ENDS = /^(?:$|[，。；、！（])/u

function roomWorks(text: string, { word, from, to }: Step, words: WorksWords): WorksObject | undefined {
  if (!OPEN_ROOM.test(word)) return undefined
  const deed = deedTo(text, { from, to }, words)
  if (deed !== undefined)
    return worksObject({
      from,
      to: deed.to,
      owners: [],
      tail: word + deed.word,
      works: deed.works,
      needs: 'nothing',
      rule: 'works/object-without-owner',
    })
  if (!ROOM_ENDS.test(text.slice(to, to + 1))) return undefined
  const verb = ROOM_WORKS.exec(text.slice(Math.max(0, from - FAR), from))?.groups?.['verb']
  const works = verb === undefined ? undefined : words.kindOf(verb)
  if (verb === undefined || works === undefined) return undefined
  return worksObject({ from, to, owners: [], tail: word + verb, works, needs: 'stage', rule: 'works/object-without-owner' })
}

/** 某区|卫生综合体: what a district builds. */
const COMPLEX = /^(?:医疗|卫生|健康)+综合体/u

/** 新中医院: the new house of the place's own hospital; 滨海新中医院 is another's. */
const NEW_BODY = /^新.{2,4}院$/u

/** 湖西新区, 金江镇公园路, 东站路: a place, and no building. */
function isPlaceWord(text: string, { sort, word, from, to }: Step): boolean {
  if (sort !== 'head' && sort !== 'weak') return false
  if (
    /^(?:以[东南西北]|[东南西北]{1,2}[侧面角]|附近|旁|对面|周边|交叉|地带|地段|位置|城区|区域|板块|片区|组团|商圈|地区|一带)/u.test(
      text.slice(to, to + 3),
    )
  )
    return true
  // 推进医院新区建设: the campus of the hospital.
  if (word === '新区' && text.startsWith('医院', from - 2)) return false
  return /^(?:新区|[东南西北]区|总部院区)$/u.test(word) || (word.length === 1 && /^[路街区村镇乡巷社内旁边周]/u.test(text.slice(to)))
}

/** 县疾病防治控制中心建筑面积2万平方米: a body by another name, unless it is built before our eyes. */
const BODY = /^(?!新)[^，。；]{0,8}?(?:疾病[预防治]*控制|疾控|卫生监督|妇幼保健(?:计划生育)?服务?)(?:中心|所|院)$/u
const BUILT = /(?:建|造|建设|建成|启动|推进|实施|完成)了?$/u
const STANDS = /^(?:主体|土建|开工|封顶|建成|投|启用|竣工|完工|落成|交付|初具|预计|即将|将|已|正在|正式|全面)/u

function isBody(text: string, { begin, to }: { begin: number; to: number }): boolean {
  if (!BODY.test(text.slice(begin, to))) return false
  return !BUILT.test(text.slice(Math.max(0, begin - 3), begin)) && !STANDS.test(text.slice(to, to + 4))
}

/** PCR实验室已建成: a room of some works. */
const ROOM = /^(?!.*(?:建|改造|项目|工程)).*(?:实验|手术|化验|检验|监护)室$/u

/** 是二期项目的重要组成部分. */
const PART_OF = /^(?:附属|(?:合并|整合)(?:建设|新建|项目)|的(?:重要|核心)?(?:组成)?部分|经理|负责人|总?指挥)/u

/** 儿童医院改扩建一期项目 where the reader does not know the hospital: what is another's is nobody's here. */
const STRANGER =
  /[\u4e00-\u9fff](?<![级等性合]|依托|[推促]进|[推启]动|加快|实施|建设)(?:医院|卫生院|保健院|卫生服务中心|学校|学院|集团|公司)(?:(?:原址|异地|易地|整体|迁址|改扩建|扩建|新建|迁建|改建|改造|建设)*|(?:拟建|在建|新建|待建|规划|计划|正在建设|规划建设)的)$/u

/** 江医附属二院东区, 亚运公园, 原看守所宿舍, 学生创业中心: houses of others than of health. */
const OF_OTHERS =
  /^[〇㐀-鿿]{2,10}附属[〇㐀-鿿]{0,6}院(?=.)|新城(?:核心|中心)|公园|两院(?!区)|(?<!医[疗药养]?|健康|康养)(?:科技|物流|创业|孵化|电商|软件|生态|农业|旅游|工业)园|(?<!医[疗药养]?|健康|康养|生物)产业园|批发城|商城|自治[县州旗]|法院|检察院|派出所|看守所|公安|学生|学校|小学|中学|幼儿园|职业学院|职教中心|职中|党校|博物馆|校区|车站|地铁站|火车站|高铁站|加油站|变电站|枢纽|(?<!医[疗药养]?|健康|康养)产业(?:发展|转移|合作|承接)[^，。；]{0,4}(?:基地|园)|机场|体育|文化|图书|党群|便民|政务|市民中心|商[业务]|数据|殡仪|污水处理厂|垃圾|敬老院|^机房|(?:信息|网络|中心|核心|计算机|服务器|通信|弱电|监控)机房|^(?:乡镇|基层|村级?|镇村|公立)[^，。；]*(?:卫生[院室所]|医院)(?=.)/u

/** A building opens a name; where a hospital speaks of itself, 整体迁建项目 does too. */
function opensLoose(step: Step, at: { text: string; speaks: boolean }): boolean {
  if (step.word === '新址') return true
  if (step.sort === 'kind') return at.speaks && /^(?:项目|工程)/u.test(at.text.slice(step.to, step.to + 2))
  return step.sort === 'head' || step.sort === 'weak' || step.sort === 'phase'
}

/** 救治中心二期: a service has no phases. */
const LATER_PHASE = /中心（?[二三四]期/u

/** A centre or a base is as often a service: it must be built before our eyes. */
function looseNeeds(tail: Tail, step: Step): Needs {
  if (step.sort === 'weak' && !/楼|综合体/u.test(tail.text))
    return tail.works !== undefined && /项目|工程/u.test(tail.text)
      ? 'nothing'
      : tail.works !== undefined ||
          /建设(?:项目|工程)/u.test(tail.text) ||
          PUBLIC_HOUSE.test(tail.text) ||
          PUBLIC_CENTRE.test(tail.text) ||
          LATER_PHASE.test(tail.text)
        ? 'stage'
        : 'physical'
  return tail.needs === 'nothing' ? 'nothing' : 'stage'
}

/** 甲医院建成综合楼, 搬进新业务楼: what a hospital's verb of building has for its object needs no name of its own. */
const OWNER_VERB =
  /^(?:[\d年月日]{2,11})?(?:(?:已|现已|将|拟|正式|顺利|如期|成功|全面|整体|今年)(?:[\d年月日]{2,11})?)*(?:建成|启用|投用|完成|开工建设|动工建设|搬进|搬入|迁入|盖起|建起|落成|兴建|开建)了?(?:(?:总?建筑)?(?:面积)?(?:为|达|约|近|超)*\d[\d.]*[余多]?万?[余多]?(?:平方米|平米|㎡)的?)?(?:一[栋座幢]|\d+层|[一二三四五六七八九十]+层)?/u
const OWNER_BUILDS = new RegExp(String.raw`${OWNER_VERB.source}(?:新|业务|综合|门诊|住院|病房|医技|办公|宿舍|医疗)*$`, 'u')
