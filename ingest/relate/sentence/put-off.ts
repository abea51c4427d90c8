/** Deeds that the text says are still to be done: a signing put off, one told as to come, a title that is applied for. */
import type { Match, Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'
import { clauseAround } from './tokens.ts'

type Tokens = readonly Token<SentenceMention>[]

/** 申报甲大学附属医院获批: what was applied for was granted. */
export const GRANTED = /成功|获批|获准|批准|通过评审|揭牌|授牌/u

/** 因班子调整推迟至明年, 签约顺延到下半年, 因故推迟. */
const PUT_OFF =
  /(?:推迟|延迟|延期|顺延|延后|改期|推后|后延|展期|缓办|缓签)(?:$|[，。；]|至|到|签约|进行|举行|签署|办理)|(?:延至|延到|推到|推至|缓至|缓到|改到|改至|挪到|移到)[^，。；]{0,6}(?:年|月|季度|半年|年底)/u
/** 协议文本已商定，拟于上半年签约; 待批复后正式签署. */
const SIGNED_LATER =
  /(?:拟|将|计划|待|有望|力争|预计|争取|择期|择日|择机|准备|定于|尽快|近期|下一步)(?:(?!续签|续约|新一轮|揭牌)[^，。；]){0,14}?(?:签约|签署|签订|签字|签协议)/u
const SIGNED = /签[约订署定下了字]|签有|签过|缔结|挂牌|揭牌|授牌/u

/** 在去年与甲签约的基础上，今年与乙签约: what a plan builds upon is done, and its time is its own. */
const GROUND = /在[^，。；]*基础上$/u
const A_TIME = /(?:19|20)\d{2}年|去年|前年|上年/u

/** Whether a clause only tells what is built upon, and whether it tells when that was done; undefined where it builds upon nothing. */
export function groundOf(clause: string): { readonly isDated: boolean } | undefined {
  return GROUND.test(clause) ? { isDated: A_TIME.test(clause) } : undefined
}

/** Whether a clause behind, before anybody else is named, says that the deed was put off, or is to be signed yet. */
export function isPutOff(tokens: Tokens, match: Match<SentenceMention>, text: string): boolean {
  const clause = clauseAround(tokens, match.first, match.last)
  const other = tokens.findIndex(({ kind, classes }, index) => index >= clause.last && (kind === 'things' || classes.includes('end')))
  const from = tokens[match.first]?.from ?? 0
  const end = other < 0 ? text.length : (tokens[other]?.from ?? text.length)
  const behind = tokens[match.last - 1]?.to ?? 0
  if (PUT_OFF.test(text.slice(behind, end))) return true
  return SIGNED_LATER.test(text.slice(tokens[clause.last]?.to ?? end, end)) && !SIGNED.test(text.slice(from, tokens[clause.last]?.from))
}
