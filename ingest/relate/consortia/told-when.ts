/** When the memberships of a line have come about: done, planned, over or denied. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { Cue } from './cues.ts'
import { GROUP, LIST, type ListSlot, type SlotLine } from './slots.ts'
import { modalityOf, type Modality } from '../sentence/modality.ts'
import { tokensOf } from '../sentence/passage.ts'

/** 拟, 有意: hoped for. 未, 不再: denied, or over. */
const HOPED = /拟|明年(?!.*[已了])|计划(?!生育)|有意|(?<!成功)申请|申报|争取|力争|即将|有望|预计|打算|考虑|酝酿|将$|将(?!Ｌ)|谋划|筹备/u
const DENIED = /未|没有|没能|暂缓|暂不|拒绝|婉拒|谢绝|除外|并非|不是|不含|不属|原拟|原计划|曾拟|曾计划/u
const OVER = /不再|退出|脱离|撤出|划出|调出|移出|转出|分出|剥离|离开|退群|退盟|曾(?:经)?(?:是|为)/u
const TO_LEAVE = /(?:申请|提出|要求|请求|拟|计划|打算|考虑)(?:退出|脱离|撤出|离开|退群|退盟)/u
/** 年初提出退出，|现已解除协议 */
const HAS_LEFT = /[已了](?:正式)?(?:解除|终止|退出|脱离|办理|完成)/u
const NOW_IN = /(?:现有|已有|原有|既有)(?:的|成员|单位|紧密型)*$/u
const STAYS = /(?:发挥|扛起|履行|彰显)[好了起]?Ｃ|而成$|而来$|仍(?:然|旧|是|为|在|留|由)|依然|依旧|继续/u
const DENIED_AFTER =
  /搁置|搁浅|作罢|告吹|未果|落空|叫停|否决|没(?:有)?(?:获批|批准|通过|谈成|成行|谈拢)|未(?:获|能|予|被|批|通过|纳入|成)|取消|尚未|仍未|暂缓|暂不|[尚仍还]在(?:申请|审批|洽谈|论证|协商|酝酿)/u
const RELEASED =
  /(?:解除|终止|结束|中止)[^，；。]{0,6}(?:托管|代管|协作|合作|关系|协议|合同)，[^。；]{0,12}(?:纳入|划归|划入|加入|并入|转入|归入|编入|转由|改由)/u
/** 甲牵头的联盟|也正在筹备当中 */
const FORMING = /^[^，；。Ｌ]{0,20}(?:正在|还在|尚在|仍在|处于|正|积极)(?:积极|紧张|抓紧)?(?:筹备|筹建|筹划|酝酿|谋划)/u
/** 7月前把甲编入: to be done by then. */
const BY_THEN = /(?:\d{1,2}月(?:底|初|中旬|上旬|下旬|末)?|年底|季度|年末|年中)(?:之前|以前|前)(?!.*(?:[已了曾]|完成))/u
/** 力争上半年组建甲医疗集团，|首批纳入乙: the clause goes on with what is planned. */
const PLANNED = /^[^，；：。ＬＫ]{0,10}(?:力争|争取|计划(?!生育)|拟|预计|打算|准备|筹备|谋划|将)(?!Ｌ)[^，；：。Ｋ]*$/u
const GOES_ON = /^(?:首批|先期|第一批|率先|先行|同时|同步|并|再|届时|分批|陆续|逐步|整体|全部|统一|一并)*(?:将|把)?$/u

/** 要将, 推进, 年内: what a clause of a plan wants done. */
export const TO_DO = /拟|计划(?!生育)|争取|力争|将|要|推[进动]|实现|逐步|探索|年内|年底|月底|月前|完成|启动|新增|继续把/u

/** Whether what follows a consortium, in a line of slots or in its text, says that it is being prepared. */
export const isForming = (behind: string): boolean => FORMING.test(behind)

/** One cue that a line has, with the list it tells of. */
export interface Hit {
  readonly cue: Cue
  readonly list: ListSlot
  readonly from: number
  readonly to: number
  readonly listAt: number
}

/** A segment of a line: between semicolons outside of brackets. */
export interface Segment {
  readonly from: number
  readonly to: number
}

/** Whether what a hit tells has come about, is to come or is over; undefined where the line denies it. */
export function toldModality(
  reading: Reading,
  sentence: Sentence,
  { text, at }: SlotLine,
  { hit, segment }: { hit: Hit; segment: Segment },
): Modality | undefined {
  if (hit.cue.ends === true) return { status: 'ended', deed: true, from: at[hit.from] ?? 0, to: at[hit.to - 1] ?? sentence.text.length }
  const clause = text.slice(Math.max(segment.from, text.lastIndexOf('，', hit.from) + 1), hit.to)
  const told = `${clause.slice(0, -1)}${text.slice(hit.to - 1, hit.to)}`
  if (DENIED.test(told)) return undefined
  const rest = text.slice(hit.to, segment.to)
  const next = rest.indexOf(LIST)
  const isToCome = isForming(rest)
  if (DENIED_AFTER.test(next < 0 ? rest : rest.slice(0, next))) return undefined
  const tokens = tokensOf(reading, sentence.index)
  const [start, end] = [at[hit.from] ?? 0, at[hit.to] ?? sentence.text.length]
  const first = tokens.findIndex(({ to }) => to > start)
  const beyond = tokens.findIndex(({ from }) => from >= end)
  const match = { first: Math.max(first, 0), last: beyond < 0 ? tokens.length : Math.max(beyond, first + 1), slots: new Map(), words: [] }
  const modality = modalityOf(tokens, match, { section: sentence.section, standing: false, text: sentence.text })
  // 乙因划归甲，没有加入丙: it is in 甲.
  if (modality === undefined) return hit.cue.stands === true ? { status: 'in_effect', deed: false, from: start, to: end } : undefined
  // 自7月起解除托管，纳入甲管理: what is over is the other tie.
  if (modality.status === 'ended' && RELEASED.test(told)) return { ...modality, status: 'in_effect' }
  // 甲始建于1956年，现为乙的总院: since when is not told.
  if (hit.cue.alone === true && hit.cue.role === 'lead') return { ...modality, from: at[text.lastIndexOf('，', hit.to - 1) + 1] ?? start }
  // 脱离甲，转由乙托管: it is in 乙.
  if (hit.cue.moves === true && modality.status === 'ended') return { ...modality, status: 'in_effect' }
  // 甲（乙联盟理事单位）开设了门诊: what a note tells stands, whatever was done.
  if (text.startsWith(`${LIST}（`, hit.from) && modality.status === 'in_effect') return { ...modality, deed: false }
  // 从甲划出，改由乙管理: it is in 乙.
  if (hit.cue.moves === true && !HOPED.test(told)) return modality
  // 加入甲牵头的乙联盟，次年退出: it is 甲's still.
  if (hit.cue.role === 'lead' && modality.status === 'ended' && OVER.test(rest)) return { ...modality, status: 'in_effect' }
  // 继甲、乙之后，丙加入: those before it are in it, since when is not told.
  if (text.charAt(hit.listAt - 1) === '继') return { ...modality, deed: false }
  // 甲、乙由丙集团管理: how it is, in a plan as well.
  if (hit.cue.stands === true && modality.status === 'planned' && !TO_DO.test(clause))
    return { ...modality, status: 'in_effect', deed: false }
  // 在现有甲、乙两家成员单位的基础上，再吸收丙: those are in it.
  if (NOW_IN.test(text.slice(Math.max(segment.from, hit.listAt - 8), hit.listAt))) return { ...modality, status: 'in_effect', deed: false }
  // 仍留在甲医共体: nothing to come.
  if (STAYS.test(told)) return { ...modality, status: 'in_effect', deed: false }
  // 拟脱离甲医共体: it is still in it.
  if (OVER.test(told) && TO_LEAVE.test(told) && !HAS_LEFT.test(rest)) return { ...modality, status: 'in_effect', deed: false }
  if (OVER.test(told)) return { ...modality, status: 'ended', deed: false }
  return (isToCome || HOPED.test(told) || BY_THEN.test(told) || isOfPlan(text, hit, segment)) && modality.status === 'in_effect'
    ? { ...modality, status: 'planned', deed: false }
    : modality
}

/** Whether a clause without a subject goes on with the founding that the clause before it plans. */
function isOfPlan(text: string, { from }: Hit, segment: Segment): boolean {
  const start = text.lastIndexOf('，', from)
  if (start < segment.from || !GOES_ON.test(text.slice(start + 1, from))) return false
  const before = text.slice(Math.max(segment.from, text.lastIndexOf('，', start - 1) + 1), start)
  return before.includes(GROUP) && PLANNED.test(before)
}

/** The parts of a line that semicolons part. */
export function segmentsOf(text: string): Segment[] {
  const found: Segment[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark === '（') depth++
    else if (mark === '）') depth = Math.max(0, depth - 1)
    else if (mark === '；' && depth === 0) {
      found.push({ from, to: at })
      from = at + 1
    }
  }
  found.push({ from, to: text.length })
  return found
}

/** 未, 退出: denied, or over, in one clause about one membership. */
const NOT_IN = /未|没|拒|谢绝|退出|不再|终止/u
const TO_COME = /拟|计划(?!生育)|争取|力争|将(?=加入|加盟|进入|成为|作为|挂牌)|申请|申报|预计|有望|推动|推荐|促成/u

/** How one clause tells a membership; undefined where it denies it. */
export function clauseTold(clause: string): 'planned' | 'in_effect' | undefined {
  if (NOT_IN.test(clause)) return undefined
  return TO_COME.test(clause) ? 'planned' : 'in_effect'
}

const NOT_FOUNDED = /尚未|未能|没有|没能|暂缓|搁置|取消|撤销|撤并|解散/u
const TO_BE_FOUNDED = /拟|计划(?!生育)|力争|争取|预计|打算|谋划|筹备|将(?=[分由组建成])/u

const STANDS = /^[^。]{0,12}(?:发挥|巩固|深化)[^，；。]{0,40}(?:作用|优势|成果|建设)/u
const FOUNDS = /组建|成立|建立|新建|打造|筹建|构建|设立/u

/** How consortia stand that a sentence tells one by one, by the sentence as a whole; undefined where it denies them. */
export function foundedWhen({ text, section }: Sentence): 'planned' | 'in_effect' | undefined {
  if (NOT_FOUNDED.test(text)) return undefined
  // 发挥甲、乙两个医共体龙头作用: they stand.
  if (section.kind === 'plan' && STANDS.test(text) && !FOUNDS.test(text)) return 'in_effect'
  return section.kind === 'plan' || TO_BE_FOUNDED.test(text) ? 'planned' : 'in_effect'
}
