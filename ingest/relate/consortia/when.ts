/** Whether a membership has come about, by the years that are told beside it. */
import type { Reading } from '../../reading.ts'
import type { Modality } from '../sentence/modality.ts'
import type { RuleMatch } from '../sentence/passage.ts'

/** 牵头组建甲联盟，|2024年正式成立 */
const FOUNDED_LATER = /^[^，；。]{0,6}，(?:计划|拟|预计|将|争取|力争|确保)?于?(20\d\d)年[^，；。]{0,8}(?:成立|挂牌|揭牌|启动|运行|组建)/u

/** 支持甲牵头组建乙联盟，2024年正式成立, in a review of 2023: what is still to be founded is planned. */
export function withFounding(reading: Reading, { sentence, tokens, match }: RuleMatch, modality: Modality): Modality {
  const from = tokens[match.last - 1]?.to ?? 0
  if (modality.status !== 'in_effect' && isToLeave({ sentence, tokens, match })) return { ...modality, status: 'in_effect', deed: false }
  if (modality.status === 'in_effect' && isToJoin({ sentence, tokens, match })) return { ...modality, status: 'planned', deed: false }
  const told = modality.status === 'in_effect' ? FOUNDED_LATER.exec(sentence.text.slice(from)) : null
  const { year } = reading.document
  if (told === null || year === null || Number(told[1]) <= year) return modality
  return { status: 'planned', deed: false, from: modality.from, to: from + told[0].length }
}

/** 将|吸收甲, 明年一季度|加入 */
const SHALL = /(?:将|将会|将于[^，；：。]{0,8}|明年[^，；：。了已]{0,8})(?:陆续|正式|全部|逐步|分批|首批|先行|继续|新|整体|统一|再)*$/u

/** 到2025年，甲医疗集团将吸收乙: who is still to come in; 将乙纳入 says not when. */
function isToJoin({ sentence, tokens, match }: Pick<RuleMatch, 'sentence' | 'tokens' | 'match'>): boolean {
  return match.words.some((word) => {
    const token = tokens[word]
    // 申报甲医联体成员单位: asked for, and not yet given.
    if (token?.classes.includes('apply') === true) return !/(?:成功|已|获批)$/u.test(sentence.text.slice(0, token.from))
    const isJoining = token?.classes.some((name) => name === 'take' || name === 'enter' || name === 'come-in' || name === 'gain') === true
    return isJoining && SHALL.test(sentence.text.slice(0, token.from))
  })
}

/** 申请|退出甲联盟: it is still in it. */
function isToLeave({ sentence, tokens, match }: Pick<RuleMatch, 'sentence' | 'tokens' | 'match'>): boolean {
  return match.words.some((word) => {
    const token = tokens[word]
    return token?.classes.includes('leave') === true && ASKS.test(sentence.text.slice(0, token.from))
  })
}

const ASKS = /(?:申请|提出|要求|请求|拟|计划|打算|考虑)$/u

/** 2021年加入的甲联盟, in a plan for 2024: what a year before that of the document tells was done. */
export function statusIn(reading: Reading, status: Modality['status'], year: number | undefined): Modality['status'] {
  const isPast = year !== undefined && reading.document.year !== null && year < reading.document.year
  return status === 'planned' && isPast ? 'in_effect' : status
}

/** 上半年组建|甲医疗集团, 组建由甲牵头的|乙医共体: it is still to be made, and so is who leads it. */
const FOUNDED = /(?:组建|成立|建立|构建|打造|筹建|筹备|创建|发起)(?:了|起)?(?:[以由][^，；。]{2,16}(?:的|，))?[^，；。的]{0,8}$/u
/** 由甲牵头的|乙医共体, of which a plan says what it is to do next. */
const LED_ALREADY = /(?:牵头|领衔|主导|为龙头|为总院)的$/u
const MADE_AFTER = /^(?:的?(?:建设|组建|筹建|成立|挂牌|揭牌|试点|改革))/u

/** 退出甲牵头的联盟, 将加入甲牵头的联盟: it is 甲's before and after. */
export function isLedStill({ tokens, match, sentence }: RuleMatch, { status }: Modality): boolean {
  if (status === 'ended')
    return (match.slots.get('M') ?? []).length > 0 || tokens.slice(match.first).some(({ classes }) => classes.includes('leave'))
  const [consortium] = match.slots.get('C') ?? []
  const before = sentence.text.slice(0, consortium?.from)
  if (FOUNDED.test(before)) return false
  if (status === 'planned' && LED_ALREADY.test(before) && !MADE_AFTER.test(sentence.text.slice(consortium?.to))) return true
  return status === 'planned' && match.words.some((word) => tokens[word]?.classes.includes('enter') === true)
}
