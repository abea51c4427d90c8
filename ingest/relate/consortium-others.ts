/** Matches of membership that tell of others than they seem to: who takes somebody in, who only signs, who only talks. */
import type { RuleMatch } from './passage.ts'
import { clauseAround } from './tokens.ts'

/** 医联体|建设座谈会 */
const TALKED_OVER =
  /^(?:单位|成员|建设|合作|工作|共建|帮扶|推进|专题)*(?:座谈|研讨|交流|洽谈|对接|调研|推进|联席|培训|总结|调度|工作)(?:会|班|活动|论坛)/u
const SIGNED = /签约|签订|签署|揭牌|授牌|挂牌/u

/** 召开医联体建设座谈会: they talk of one; 座谈会暨签约仪式 makes it. */
export function isTalkedOver({ tokens, match, sentence }: RuleMatch): boolean {
  const kind = tokens[match.words.at(-1) ?? match.last - 1] ?? tokens[match.last - 1]
  return TALKED_OVER.test(sentence.text.slice(kind?.to ?? 0)) && !SIGNED.test(sentence.text)
}

/** Whether what a match tells is an agreement to come, by which no consortium is made yet: 力争与乙签订医联体协议; 力争与乙组建医联体 plans one. */
export function isHopedAgreement({ tokens, match, sentence }: RuleMatch, status: string): boolean {
  if (status !== 'planned') return false
  const { last } = clauseAround(tokens, match.last, match.last)
  const said = sentence.text.slice(tokens[match.first]?.from, tokens[last - 1]?.to)
  return AGREEMENT.test(said) && !MAKES.test(said)
}

const AGREEMENT = /签订|签署|签约|签定|签下|续签|协议|意向书/u
const MAKES = /组建|组成|成立|建立|结成|结为|构建|缔结|共建|打造|建成|搭建|形成/u

/** 甲作为丙联盟牵头单位，乙…: it is 甲 that leads it, and not whoever stands behind. */
export function isOfSubject({ tokens, match, rule }: RuleMatch): boolean {
  const before = tokens[match.first - 1]?.things.filter(({ label }) => label === 'Hospital') ?? []
  const heads = match.slots.get('L') ?? []
  return rule.topic === 'lead' && before.length > 0 && heads.length > 0 && heads.every((head) => !before.includes(head))
}

/** 甲与乙签约，将其|纳入丙: it is 乙 that comes into it. */
const TAKEN = /[将把]其[^他余，；。]{0,4}$/u

/** Whether a match begins with who takes others into a consortium. */
export function takesOthers({ tokens, match, sentence }: RuleMatch): boolean {
  const from = match.slots.get('M')?.[0]?.to ?? 0
  return match.words.some((word) => TAKEN.test(sentence.text.slice(from, tokens[word]?.from)))
}

/** 与甲签署协议，加入乙联盟; 甲之外，又加入乙联盟: 甲 is whom somebody signed with, and not who joins. */
export function isSideOf({ tokens, match, rule }: RuleMatch): boolean {
  const [body] = match.slots.get('M') ?? []
  if (body === undefined || rule.topic !== 'member') return false
  const at = tokens.findIndex((token, index) => index >= match.first && token.things.includes(body))
  if (tokens[at + 1]?.classes.includes('besides') === true) return true
  const { first } = clauseAround(tokens, at, at)
  return tokens.slice(first, at).some(({ classes }) => ['with', 'by', 'rely', 'join'].some((name) => classes.includes(name)))
}

/** 加入省紧密型城市医疗集团建设试点: a task that is tried out, and no consortium whose name ends there. */
export function isTriedOut(text: string, end: number): boolean {
  return TRIED_OUT.test(text.slice(end, end + MOST_TRIED))
}

/** 作为甲医院胸痛联盟|上级单位，乙派出专家: 乙 stands above 甲, and nobody is a member by that. */
export function isAbove(text: string, end: number): boolean {
  return ABOVE.test(text.slice(end, end + MOST_TRIED))
}

const ABOVE = /^的?上级(?:单位|医院|医疗机构)/u
const TRIED_OUT = /^(?:综合)?(?:改革)?(?:建设)?试点/u
const MOST_TRIED = 8
