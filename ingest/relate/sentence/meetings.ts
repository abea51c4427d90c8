/** Meetings at which things are only talked of: 甲与乙召开医联体建设座谈会. */
import type { Match, Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'
import { clauseAround } from './tokens.ts'

/** A meeting whose name may hold what is talked of. At a 推进会 what was agreed is carried on. */
const MEETING =
  /(?:召开|举行|举办|组织|开展|参加|出席|召集)了?[^，。；]{0,26}?(?:座谈|研讨|交流|论证|恳谈|见面|对接|洽谈|协商|沟通|咨询|磋商|碰头|通气|茶话)会(?!暨|上|期间|后)/u
/** 共建甲医院座谈会在乙召开, 共建座谈会现场: what the meeting is about stands in its name, whatever verb tells of it. */
const ABOUT = /^[^，。；：]{0,18}?(?:座谈|研讨|论证|恳谈|洽谈|协商|磋商)会(?!上|期间|后|纪要)/u
/** What is signed or hung at the meeting, or after it. */
const AGREED = /签|揭牌|授牌|挂牌|达成|缔结|结成|启动/u

/** 帮扶10周年座谈会: what it looks back on has been done. */
const YEARS_ON = /[一二三四五六七八九十\d]{1,3}周年[^，。；]{0,6}会/u

/** Whether the word that a match ends in is one of a meeting's name, and the sentence tells of nothing more. */
export function isMeetingOnly(tokens: readonly Token<SentenceMention>[], match: Match<SentenceMention>, text: string): boolean {
  if (!text.includes('会') || YEARS_ON.test(text)) return false
  const form = tokens[match.words.at(-1) ?? -1]
  const clause = clauseAround(tokens, match.first, match.last)
  const from = tokens[clause.first]?.from ?? 0
  const meeting = MEETING.exec(text.slice(from, tokens[clause.last - 1]?.to))
  if (form === undefined || AGREED.test(text.slice(from))) return false
  if (ABOUT.test(text.slice(form.to))) return true
  if (meeting === null) return false
  const begin = from + meeting.index
  return form.from >= begin && form.to <= begin + meeting[0].length
}
