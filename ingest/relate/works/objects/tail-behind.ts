/** The works that follow a body's name at once, behind words that join several bodies, or behind a ceremony. */
import { withDeed } from './done-to.ts'
import { raisedBehind } from './raised.ts'
import { readTail, type Tail } from './tail.ts'
import { unknownRoom } from './unknown-room.ts'
import type { WorksWords } from './words.ts'
import { ANY_NUMBER } from '../lists/counts.ts'

/** 甲院区暨国家医学中心项目: a second name of the same works. */
const ALSO = /^暨[^，。；：、（）]{2,16}?(?:建设)?(?:项目|工程)/u
const BODIES =
  '(?:[乡镇街道县区市级中心社基层公立卫生院]{0,6}(?:卫生院|医院|卫生服务中心|卫生服务站|分院|院区|医疗机构|医疗卫生机构|医疗卫生单位))'
const JOINT = new RegExp(
  `^(?:(?:合建|共建|共用|联合建设|共同建设|合作建设|(?:合作|共同|联合|携手)(?:共建|合建)(?=的))的?|等?${ANY_NUMBER}(?:[个家所处座]|(?=[乡镇街县区]))${BODIES}` +
    `|等?[两三四五六七八九]院(?=[改扩迁新异易整搬])|等(?:一批|多[家所个]|部分|若干[家所个]?)${BODIES}` +
    '|等[乡镇街道社区基层]{0,4}(?:中心)?(?:卫生院|社区卫生服务中心))',
  'u',
)
const MOST_JOINT = 20
const LONGEST_HOLDS = 5
/** 甲医院举行迁建工程奠基仪式: its works, for which the ceremony is held. */
const HOLDS = /^(?:隆重|正式)?举行了?/u
const CEREMONY = /^[^，。；]{0,6}(?:开工|奠基|动工|封顶|结顶|竣工|落成|启用|投用)(?:仪式|典礼|庆典)/u

/** Length of the words at a place that make what follows the works of all bodies before: 合建, 等5家卫生院, 等一批乡镇卫生院. */
export function jointAt(text: string, at: number): number {
  return JOINT.exec(text.slice(at, at + MOST_JOINT))?.[0].length ?? 0
}

/** 甲卫生院污水处理工程: what serves its houses. */
const SUPPLIES = /^(?:医疗|医用)?(?:污水处理|中心供氧|供氧|供暖|供水|配电)(?:系统|设施)?(?:提升|升级)?(?:建设)?(?:项目|工程)$/u
const OF_LABORATORIES = /(?:疾控|疾病预防控制)中心$/u

/** The works that follow a name which ends at `end`, or undefined where none do. */
export function tailBehind(
  text: string,
  at: { from: number; end: number; joint: number; limit: number },
  words: WorksWords,
): Tail | undefined {
  const { from, end, joint, limit } = at
  const raised = raisedBehind(text, end + joint, text.slice(from, end + joint))
  if (raised !== undefined) return raised
  const also = alsoNamed(text, end, limit) ?? readTail(text, end + joint, limit, words) ?? unknownRoom(text, end + joint, limit, words)
  // 启动县疾控中心能力提升工程: of a centre of laboratories it is one of its houses.
  const read =
    also?.needs === 'site' && (OF_LABORATORIES.test(text.slice(from, end)) || SUPPLIES.test(also.text))
      ? { ...also, needs: 'stage' as const }
      : also
  const tail = read === undefined || read.needs === 'physical' ? (centreUnderWay(text, at, words) ?? read) : read
  return tail === undefined ? heldFor(text, at, words) : withAbility(text, withDeed(tail, from, text, words), limit)
}

/** 甲医院病房楼和急救能力提升项目: a house and an ability in one project. */
const ABILITY = /^[和及与]([^，。；：、（）和及与]{0,8}能力)(?:提升|建设|提档升级)+(?:项目|工程)/u

function withAbility(text: string, tail: Tail, limit: number): Tail {
  if (!tail.text.endsWith('楼')) return tail
  const joined = ABILITY.exec(text.slice(tail.to, limit))?.[0]
  return joined === undefined ? tail : { ...tail, to: tail.to + joined.length, text: tail.text + joined, needs: 'nothing' }
}

/** 正在建设的甲医院康复医学中心: whatever service it is for, it is being built. */
const UNDER_WAY =
  /(?:正在(?:建设|兴建|施工)(?:之?中|当中)?|在建|建设(?:之|当)?中|即将(?:建成|完工|竣工|投用|启用)|新(?:建成|落成|投用|启用)|拔地而起|[投出斥筹]?[资入金](?:约|近|超|逾|达)?[\d.]+万?亿?元(?:新建|建设|兴建|修建|建造|建成))的$|(?:^|[，。；：、])(?:新?开工建设|新?开工|动工建设|动工兴建|开建)了?$/u
const MOST_UNDER_WAY = 16
const CENTRE =
  /^[〇㐀-鿿]{2,10}?(?:中心|基地)(?=$|[，。；：、！（“”]|总|建筑|占地|项目|工程|将|已|正|去年|今年|\d{1,4}[年月]|预计|计划|设|位于|共|分|主体|施工|内|现|目前|进展)/u

function centreUnderWay(
  text: string,
  { from, end, limit }: { from: number; end: number; limit: number },
  words: WorksWords,
): Tail | undefined {
  if (!UNDER_WAY.test(text.slice(Math.max(0, from - MOST_UNDER_WAY), from))) return undefined
  const name = CENTRE.exec(text.slice(end, Math.min(limit, end + MOST_JOINT)))?.[0]
  if (name === undefined || words.noName.test(name)) return undefined
  return { to: end + name.length, text: name, works: undefined, needs: 'nothing', whole: undefined, shared: false, phased: false }
}

function alsoNamed(text: string, at: number, limit: number): Tail | undefined {
  const also = text.charAt(at) === '暨' ? ALSO.exec(text.slice(at, limit))?.[0] : undefined
  return also === undefined
    ? undefined
    : { to: at + also.length, text: also, works: undefined, needs: 'nothing', whole: undefined, shared: false, phased: false }
}

function heldFor(text: string, { end, limit }: { readonly end: number; readonly limit: number }, words: WorksWords): Tail | undefined {
  const held = HOLDS.exec(text.slice(end, end + LONGEST_HOLDS))?.[0].length
  const tail = held === undefined ? undefined : readTail(text, end + held, limit, words)
  return tail !== undefined && CEREMONY.test(text.slice(tail.to, tail.to + MOST_JOINT)) ? tail : undefined
}
