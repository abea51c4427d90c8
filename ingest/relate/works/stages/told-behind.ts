/** Houses of which only the clause behind tells how far they are: 门诊楼：已交付使用; 门诊楼，因资金未落实，暂缓实施. */
import type { Ground } from '../ground.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { StageHit } from './stage-hits.ts'

/** Works alone are put off so; a service is 暂停. */
const PUT_OFF = /^(?:暂[缓不未]|停[工建]|缓建|不再|暂停[施建推实])/u

const isOfWorks = ({ status, word }: StageHit): boolean => status !== 'suspended' || PUT_OFF.test(word)

/** 内科楼经过两年建设，于年底投入使用. */
const GROWN = /^(?:经过|历经|历时|自20|从无到有|从图纸|从开工|从破土|从奠基|从立项|只用|仅用|用时|耗时|用了)/u

/** 甲医院门诊楼，目前正在招标: the next clause opens with the stage. */
const OPENS = /^，(?:目前|眼下|当前|现|如今|至今|截至目前)?(?:已经?|正|尚在|仍|还|在|也)*(?:编制|办理|开展|进行|完成|取得)?$/u
/** 甲医院二期项目，将建门诊、医技用房. */
export const WILL_HOLD = /^，将(?:选址|异地|易地)?(?:新建|建设|建)/u
export const MOST_WILL = 8
/** 新院区一期工程包括门诊楼、住院楼. */
const HOLDS = /^(?:主要)?(?:包括|包含|涵盖)/u
const PHASE_END = /期(?:项目|工程)$/u

/** 周转房因滑坡，自5月起停工: why, before what it is. */
const WHY = /^(?:因|由于|受)[^，。；□]{2,20}，/u
const MOST_WHY = 24

/** Whether an object heads its line, and what follows the colon tells a stage of works. */
export function isLineHead(object: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  return text.charAt(object.to) === '：' && hits.length > 0 && hits.every(isOfWorks)
}

/** Whether the clauses behind a house tell that it is built, or put off. */
export function isToldBehind(object: WorksObject, ground: Ground, hits: readonly StageHit[]): boolean {
  if (isLineHead(object, ground, hits)) return true
  if (object.owners.length > 0) {
    const holds = ground.text.slice(object.to, object.to + MOST_WILL)
    if (WILL_HOLD.test(holds) || (HOLDS.test(holds) && PHASE_END.test(object.tail))) return true
  }
  if (object.owners.length > 0 && isBuiltBy(object, ground, hits)) return true
  if (isToldOn(object, hits, ground.text)) return true
  const behind = ground.text.slice(object.to, object.to + 4)
  if (GROWN.test(behind)) return hits.some(({ mood }) => mood === 'reached')
  const why = WHY.test(ground.text.slice(object.to, object.to + MOST_WHY))
  if (!behind.startsWith('，') && !why) return false
  const isProject = object.owners.length > 0 || NAMED_PROJECT.test(object.tail)
  const next = why || !isProject ? undefined : hits.find(({ from }) => from > object.to)
  if (next !== undefined && OPENS.test(ground.text.slice(object.to, next.from))) return true
  return hits.some((hit) => hit.status === 'suspended' && isOfWorks(hit))
}

/** 甲医院卫生楼终于有了眉目：图纸已经审定: a house of which clauses behind tell what is done to houses alone. */
const HOUSE = /(?:楼|用房|周转房|宿舍|公寓|住院部|新院区?|综合体|新址|期(?:建设|工程|项目)?)$/u
/** 新盖一栋三层门诊楼，砌墙到二层. */
const BUILT_HERE =
  /(?:新[建盖]|兴建|[改扩迁重翻再加增]建|改造|翻[新修]|盖起|建起)了?(?:[一1][栋座幢处个])?(?:[\d一二三四五六七八九十]{1,3}层高?的?)?$/u
const MOST_VERB = 12
const OF_HOUSES: ReadonlySet<string> = new Set(['preliminary', 'started', 'under_construction', 'topped_out', 'completed'])
/** 设备调试, 会议如期进行: as often of other things. */
const OF_ANYTHING = /^(?:装修|装饰|安装|调试|施工|净化|绿化|移交|交付|前期|备案|批复|核准|征收|铺开|[^，。；]{0,3}(?:推进|实施|进行))/u

/** 大楼自行车棚，全天投入使用: of another thing. */
const SPEAKS_OF_IT = /^[，：（已经终正现从历用将在由]/u
/** 职工陆续搬入: nothing but a house is moved into. */
const MOVED_IN = /[搬迁]|入住|入驻|投用|投入使用|大门/u

function isToldOn({ owners, tail, from, to }: WorksObject, hits: readonly StageHit[], text: string): boolean {
  const isBuilt = BUILT_HERE.test(text.slice(Math.max(0, from - MOST_VERB), from))
  return (
    (owners.length > 0 || isBuilt) &&
    text.charAt(to) !== '的' &&
    (isBuilt || HOUSE.test(tail)) &&
    hits.some(
      ({ mood, status, word }) =>
        mood === 'reached' &&
        (OF_HOUSES.has(status) ? !OF_ANYTHING.test(word) : status === 'in_use' && MOVED_IN.test(word) && SPEAKS_OF_IT.test(text.slice(to))),
    )
  )
}

/** 甲医院门诊楼由乙医院援建，10月竣工: who builds or pays it, before how far it is. */
const BUILT_BY = /^(?:项目)?由[^，。；]{2,30}(?:援建|承建|代建|捐建|共建|投资|出资|建设|施工)，/u
const MOST_BUILDERS = 36

/** Whether the next clause tells how far works are that somebody builds or pays. */
export function isBuiltBy({ to }: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  const by = text.charAt(to) === '由' || text.startsWith('项目由', to) ? BUILT_BY.exec(text.slice(to, to + MOST_BUILDERS)) : null
  return by !== null && hits.some((hit) => hit.from >= to + by[0].length && isOfWorks(hit))
}

/** 停建, 暂停施工: nothing but works is stopped so. */
const BUILDING_STOPS = /^(?:停[工建]|缓建|暂停[施建]|暂不建|不再建)/u
const TO_BE_BUILT = /(?:拟建|待建|在建)的?$/u
/** 工业园, 基地: a place with many houses of others. */
const GROUNDS = /(?:园|基地)$/u
/** 康复医学中心项目因资金未落实暂缓实施. */
const NAMED_PROJECT = /(?<!胸痛|卒中|创伤|抢救|会诊|质控)中心(?:建设)?(?:项目|工程)$/u
const LONGEST_LEAD = 4

/** 甲卫生院住院楼因评估未通过，|项目被叫停. */
const STOPPED_NEXT =
  /^(?:项目|工程)?(?:被|现|目前|已经?|暂时|均|都)*(?:叫停|停工|停建|缓建|搁置|中止|暂缓(?:建设|实施|推进)?|暂停(?:建设|施工|实施))(?:$|至今)/u

/** Whether the clause behind a house is all about its standing still. */
export function isStoppedNext({ text }: Ground, hits: readonly StageHit[]): boolean {
  return hits.some(
    ({ status, mood, clause }) => status === 'suspended' && mood === 'reached' && STOPPED_NEXT.test(text.slice(clause.from, clause.to)),
  )
}

/** Whether a house or centre is told to stand still: 拟建的体验馆暂停推进, 交流中心暂缓建设. */
export function isStopped(object: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  if (GROUNDS.test(object.tail)) return false
  const isPlanned = TO_BE_BUILT.test(text.slice(Math.max(0, object.from - LONGEST_LEAD), object.from))
  return hits.some(
    (hit) =>
      hit.status === 'suspended' &&
      hit.mood === 'reached' &&
      (BUILDING_STOPS.test(hit.word) ||
        (NAMED_PROJECT.test(object.tail) && isOfWorks(hit)) ||
        /^(?:建设|施工)/u.test(text.slice(hit.to, hit.to + 2)) ||
        (isPlanned && isOfWorks(hit))),
  )
}
