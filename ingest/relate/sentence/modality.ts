/** Whether a matched pattern is a deed, a standing state, a plan, an end, or nothing, from the words around it. */
import type { Match, Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'
import type { Section } from '../../read/sentence.ts'
import { isAdvised, isDeclined, isOffered, isThoughtOf } from './advised.ts'
import { isMeetingOnly } from './meetings.ts'
import { isNeverAgreed } from './never-agreed.ts'
import { GRANTED, groundOf, isPutOff } from './put-off.ts'
import { clauseAround } from './tokens.ts'

type Tokens = readonly Token<SentenceMention>[]

export interface Modality {
  readonly status: 'planned' | 'in_effect' | 'ended'
  /** Something was begun or ended, so that the year of a review is its year; a standing state has none. */
  readonly deed: boolean
  /** Characters of the sentence in which its date may stand. */
  readonly from: number
  readonly to: number
}

/** Tells the modality of a match, or undefined where the sentence denies it (尚未签订, 洽谈). */
export function modalityOf(
  tokens: Tokens,
  match: Match<SentenceMention>,
  context: { section: Section; standing: boolean; text: string; ends?: boolean; says?: string },
): Modality | undefined {
  const clause = clauseAround(tokens, match.first, match.last)
  const tail = tailClause(tokens, clause.last, context.text)
  const last = tail ?? clause.last
  const has = (name: string, from = clause.first, to = clause.last): boolean =>
    tokens.slice(from, to).some((token) => token.classes.includes(name))
  const where = { from: tokens[timeBefore(tokens, clause.first)]?.from ?? 0, to: tokens[last - 1]?.to ?? 0 }
  const hopes = hopeFrom(tokens, clause.first, context.text)
  const renewed = has('renew', clause.first, last)
  const unbroken = UNBROKEN.test(context.text.slice(tokens[match.first]?.from, tokens[last - 1]?.to)) || isTurn(tokens, match, context.text)
  const hoped = tokens.slice(hopes, clause.last).filter(({ classes }) => isHope(classes, context.section))
  // 达成合作意向，并签订了协议: what was meant was signed.
  const isSigned =
    tail !== undefined &&
    hoped.every(({ classes }) => classes.includes('form')) &&
    tokens.slice(clause.last, tail).some(({ classes }) => classes.includes('form-签约') && classes.includes('deed'))
  const told = context.text.slice(tokens[match.first]?.from, tokens[last - 1]?.to)
  // 年内期满，未再续约: what has lapsed is no plan.
  const planned =
    !has('lapsed', match.first, last) &&
    ((hoped.length > 0 && !isSigned) ||
      isUnderPlan(tokens, match.first, context.text) ||
      UNDER_WAY.test(told) ||
      (context.says === 'affiliation' &&
        match.words.some((word) => tokens[word]?.classes.includes('apply') === true && !GRANTED.test(told))) ||
      isPutOff(tokens, match, context.text) ||
      (tail !== undefined &&
        tokens
          .slice(clause.last, tail)
          // 年内未能签约: what was not to be within the year.
          .some(
            ({ classes }) => isHope(classes, context.section) && !(classes.includes('within-year') && has('negate', clause.last, tail)),
          )))
  if (isMeetingOnly(tokens, match, context.text)) return undefined
  if (isNeverAgreed(tokens, match, { text: context.text, from: tokens[clause.first]?.from ?? 0 })) return undefined
  if (RUNS_OUT.test(told)) return { status: 'in_effect', deed: false, ...where }
  if (context.ends === true || IS_OVER.test(told)) return { status: hoped.length > 0 ? 'in_effect' : 'ended', deed: false, ...where }
  if (has('dropped', match.first, last)) return undefined
  const from = Math.max(clause.first, match.first - 1)
  const isOver =
    has('ended', match.first, last) ||
    has('no-longer', from, match.last) ||
    tokens[last - 1]?.classes.includes('cut') === true ||
    isFinished(tokens.slice(match.first, last)) ||
    isEndedBefore(tokens, match.first)
  if (isOver && !renewed && !planned && !unbroken) return { status: 'ended', deed: false, ...where }
  const isTalked = isTalk(tokens, clause)
  if (isTalked && isToBeSigned(tokens, clause.last)) return { status: 'planned', deed: false, ...where, to: tokens.at(-1)?.to ?? where.to }
  if (isTalked || has('wish', clause.first, match.first + 1) || isAdvised(tokens, clause.first, context.text)) return undefined
  if (isDeclined(context.text, tokens[match.first]?.from ?? 0) || isOffered(tokens, match.words, context.text)) return undefined
  if (isThoughtOf(context.text.slice(tokens[match.last - 1]?.to, where.to))) return undefined
  if (has('negate', match.first, last) && !unbroken) return planned ? { status: 'planned', deed: false, ...where } : undefined
  if (has('negate', clause.first, match.first)) return undefined
  // 三、建议：由甲托管乙: nobody has done or means to do it.
  if (context.section.isAdvice === true && !planned) return undefined
  const ground =
    context.section.kind === 'plan' ? groundOf(context.text.slice(tokens[clause.first]?.from, tokens[clause.last - 1]?.to)) : undefined
  if (ground !== undefined && hoped.length === 0) return { status: 'in_effect', deed: ground.isDated, ...where }
  const isDue = isDeadline(context, { from: tokens[clause.first]?.from ?? 0, to: tokens[clause.last - 1]?.to ?? 0 })
  const isStillDue = context.section.kind === 'plan' || TO_COME.test(context.text) || aimEnd(tokens, last) > last
  if (planned || isDue || (isStillDue && isBroughtAbout(tokens, clause, match))) {
    const from = Math.min(where.from, tokens[hopes]?.from ?? where.from)
    return { status: 'planned', deed: false, from, to: tokens[aimEnd(tokens, last) - 1]?.to ?? where.to }
  }
  const begun = has('deed', match.first, match.last)
  if (context.standing) {
    const before = !match.slots.has('A') && has('deed', clauseBefore(tokens, clause.first), clause.first)
    // 通过建立工作室等方式给予支撑: the means of what goes on.
    const isOngoing = has('continue', clause.first, match.last) || has('through', clause.first, match.last) || has('always')
    if (isPromised(tokens, clause, match, context.text)) return { status: 'planned', deed: false, ...where }
    return { status: 'in_effect', deed: (begun || before) && !isOngoing, ...where }
  }
  // 甲与乙的协作关系进一步巩固: what is kept up is there. 与乙建立医联体持续提升能力 is to come.
  const isKept = !has('deed', match.first, match.last) && !has('ally', match.first, match.last) && has('continue', match.last, clause.last)
  const running = unbroken || isKept || has('continue', clause.first, match.last) || has('goes-on', match.first, clause.last)
  const isPast = PAST.test(context.text.slice(where.from, tokens[match.last - 1]?.to))
  const stands = isPast || IS_MADE.test(told) || GROWS.test(context.text.slice(tokens[match.last - 1]?.to))
  if (context.section.kind === 'plan' && !running && !stands && !isTieOf(tokens, match, context.text))
    return { status: 'planned', deed: false, ...where }
  // 组建了以甲为龙头的…: what was done stands before it.
  const isMade = tokens[match.first]?.classes.includes('as') === true && has('deed', Math.max(clause.first, match.first - 2), match.first)
  const isDeed =
    isMade ||
    has('deed', match.first, Math.min(match.last + DEED_AFTER, clause.last)) ||
    isSignedAfter(tokens.slice(match.last, clause.last), tokens[match.last - 1]?.classes.includes('form-共建') === true)
  return { status: 'in_effect', deed: (isDeed || (isPast && context.section.kind === 'plan')) && !running, ...where }
}

/** 甲托管的|乙今年开设病房: what a plan only calls a hospital by is there already. */
function isTieOf(tokens: Tokens, match: Match<SentenceMention>, text: string): boolean {
  return match.words.some((word) => {
    const verb = tokens[word]
    const next = tokens.slice(word + 1, match.last).find(({ kind }) => kind === 'things')
    return verb?.classes.some((name) => name.startsWith('form-')) === true && next !== undefined && text.slice(verb.to, next.from) === '的'
  })
}

/** 协议将于年底到期, 即将期满: what is still to run out is in effect. */
const RUNS_OUT =
  /(?:将于|即将|将在|将要|快要|临近|将)[^，。；]{0,8}(?:到期|期满|届满)|(?:协议|合同|期限?|托管|合作|帮扶)(?:尚未|还未|未|还没有?)(?:到期|期满|届满)/u

/** 帮扶任务今年6月圆满结束, 共建协议被取消: a standing tie whose end is told. A ceremony that ends is none. */
const IS_OVER =
  /(?:任务|工作|期限?|支援|帮扶|合作|协议|托管|协作|关系|派驻|结对)(?:(?!仪式|活动|义诊|会|培训|手术|签约)[^，。；]){0,12}(?:(?:圆满|顺利|如期|按期|胜利|正式|全面|宣告)(?:结束|收官|终结)|收官(?!之))|(?:协议|合同|关系|合作|资格|协作|托管|结对)(?:(?!拟|将|未|不)[^，。；]){0,8}(?:被|予以|依法|正式)取消|(?:支援|帮扶|协作|托管|派驻|结对|援疆|援藏)(?:任务|工作|期限?)?(?:已经?|均|都|也)?(?:于|在|到)?(?:[今去前]年)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上中下]旬|年?[初中底末])?(?:已经?|便|就)?结束(?![了后]?第)/u

/** 3名医生期满返回，|第二批已到岗: what is over is a turn. */
const NEXT_TURN =
  /(?:第[一二三四五六七八九十\d]{1,3}批|新一批|下一批|新一轮)[^，。；]{0,24}(?:到岗|到位|抵达|进驻|报到|上岗|入驻|接替|接力|接任|轮换|启程)/u

/** Whether the next turn of those that were sent is told behind a match, before anybody else is named. */
function isTurn(tokens: Tokens, { first, last }: Match<SentenceMention>, text: string): boolean {
  const next = tokens.find(({ kind, classes }, index) => index >= last && (kind === 'things' || classes.includes('semicolon')))
  return NEXT_TURN.test(text.slice(tokens[first]?.from, next?.from))
}

/** 没有因为人员轮换而中断: what is denied is the end. */
const UNBROKEN =
  /(?:没有?|并?未|从未|不曾|不会)(?:再)?因[^，。；]{1,14}(?:中断|终止|间断|停止|停摆|停|断|受影响|受到影响|搁浅|搁置|打折扣|改变|变)/u

/** 去年与甲签订的协议，今年要落实: what a plan builds upon was done before it. */
const PAST = /去年|前年|上年度?(?![半级])/u

/** 甲与乙建立了长期协作关系: what a plan tells as made. 形成了…的格局 may be its aim. */
const IS_MADE = /(?:建立|签订|签署|签定|缔结|结成|结为|达成|成立|开设|设立)了/u

/** 甲与乙合作办医提质: what is to grow is there. */
const GROWS = /^(?:的?(?:成果|成效|内涵|水平))?(?:提质|扩面|提档|升级|增效|走深走实|落地见效)/u

/** 下半年：（一）促成甲与乙签约: what a review of the first half says of the second. */
const TO_COME = /^(?:下半年|下一步|下阶段|下一阶段|明年)[^，。；]{0,6}[：:]/u

/** 10月底前把甲交由乙托管: a time by which something is to be done, where nobody says that it was. 以前 and 目前 are none. */
const BY_THEN =
  /(?:\d月|[一二三四五六七八九十]月|月底|月末|年底|年末|季度末?|[上下]半年|中旬|上旬|下旬)(?:之|以)?前(?![列后期述往来三十沿])/u
const DONE = /了|已|完成|均|实现/u

function isDeadline({ section, text }: { section: Section; text: string }, { from, to }: { from: number; to: number }): boolean {
  if (section.kind === 'review') return false
  const clause = text.slice(from, to)
  return BY_THEN.test(clause) && !DONE.test(clause)
}

/** 推动甲请进乙的工作室: of a plan, what is still to come about. 推动…持续 goes on. */
function isBroughtAbout(tokens: Tokens, clause: { first: number; last: number }, match: Match<SentenceMention>): boolean {
  const named = tokens.findIndex(({ kind }, index) => index > match.first && kind === 'things')
  const before = tokens.slice(clause.first, tokens[match.first]?.kind === 'things' ? match.first + 1 : Math.max(match.first + 1, named))
  return (
    before.some(({ classes }) => classes.includes('bring-about')) &&
    !tokens.slice(clause.first, clause.last).some(({ classes }) => classes.includes('continue') || classes.includes('goes-on'))
  )
}

/** 争取年内接入甲平台，并与乙共建: what is joined by 并 is hoped for as well. */
function hopeFrom(tokens: Tokens, first: number, text: string): number {
  return text.startsWith('并', tokens[first]?.from ?? text.length) ? clauseBefore(tokens, first) : first
}

/** 拟推进的合作：甲与乙共建; 丙与丁共建: what the words before a colon say of all that they open. */
function isUnderPlan(tokens: Tokens, first: number, text: string): boolean {
  const colon = tokens.findIndex(({ classes }) => classes.includes('colon'))
  if (colon <= 0 || colon > first) return false
  const head = tokens.slice(0, colon)
  if (!head.some(({ classes }) => classes.includes('plan')) || head.some(({ kind }) => kind === 'things')) return false
  return !TOLD_AS_DONE.test(text)
}

const TOLD_AS_DONE = /完成|落实|进展|情况|实现|已|了|成功|正式/u

/** 签约工作正在推进: who is at it has not signed yet. */
const UNDER_WAY = /(?<!续)签约(?:工作|事宜|事项|筹备)?(?:目前)?(?:正在?|有序|加快|稳步|积极)[^，。；签]{0,4}(?:推进|筹备|对接|办理|协商)/u

/** 年内组建 is still to come, but for a review of the year. */
function isHope(classes: readonly string[], { kind }: Section): boolean {
  return classes.includes('plan') || (kind !== 'review' && classes.includes('within-year'))
}

/**
 * 甲与乙共建肿瘤中心签约仪式举行: the signing stands behind what is signed for, and no other name before it but one of its
 * title, 共建甲分院的协议正式签订, or of what is built together, 共建甲分院签约仪式.
 */
function isSignedAfter(rest: Tokens, building: boolean): boolean {
  const signed = rest.findIndex(({ classes }) => classes.includes('form-签约') && classes.includes('deed'))
  const isTitled = rest.slice(Math.max(0, signed - 2), signed).some(({ classes }) => classes.includes('form-签约'))
  return signed >= 0 && (isTitled || rest.slice(building ? 1 : 0, signed).every(({ kind }) => kind !== 'things'))
}

/** 就托管开展洽谈, 到甲考察学习: words were exchanged, and nothing was agreed, unless a deed is told after the talk. */
function isTalk(tokens: Tokens, clause: { first: number; last: number }): boolean {
  const inside = tokens.slice(clause.first, clause.last)
  const talk = inside.findLastIndex((token) => token.classes.includes('talk'))
  // 协议约定：甲接收乙进修: the terms of what is agreed.
  if (tokens.slice(0, clause.last).some((token) => token.classes.includes('terms'))) return false
  return talk >= 0 && !inside.slice(talk + 1).some(({ classes }) => classes.includes('deed') || classes.includes('intent'))
}

/** 就托管多次磋商，文本仍在完善，计划明年签署: a later clause that names nobody else plans to sign what was talked of. */
function isToBeSigned(tokens: Tokens, last: number): boolean {
  const rest = tokens.slice(last)
  const plan = rest.findIndex(({ classes }) => classes.includes('plan'))
  if (plan < 0 || rest.some(({ kind, classes }) => kind === 'things' || classes.includes('ended'))) return false
  return rest.slice(plan).some(({ classes }) => classes.includes('form-签约'))
}

/**
 * The clause after, where it goes on about the same agreement: 双方不再续签; 协议尚未签订; 拟于上半年签约; 协议于2020年签订; 为期三年.
 * 双方将开展交流 says what a signed agreement is for, and never lowers it.
 */
function tailClause(tokens: Tokens, last: number, text: string): number | undefined {
  if (tokens[last]?.classes.includes('comma') !== true) return undefined
  let end = last + 1
  while (end < tokens.length && tokens[end]?.kind !== 'stop') end++
  const clause = tokens.slice(last + 1, end)
  if (clause.some((token) => token.kind === 'things')) return undefined
  const says = (name: string): boolean => clause.some((token) => token.classes.includes(name))
  if ((says('negate') && !isOfOtherThing(clause, text)) || says('ended') || says('dropped') || isStopped(clause, text)) return end
  const further = endedFurther(tokens, end, text)
  if (further !== undefined) return further
  return says('term') || (says('form-签约') && !says('both')) ? end : undefined
}

/** 签订协议，联盟单位挂牌事宜尚未落实: it is another thing, told by its name, that was not done. */
function isOfOtherThing(clause: Tokens, text: string): boolean {
  const at = clause.findIndex(({ classes }) => classes.includes('negate'))
  return (
    OTHER_THING.test(text.slice(clause[0]?.from, clause[at]?.from)) && clause.slice(0, at).every(({ classes }) => !classes.includes('both'))
  )
}

const OTHER_THING =
  /^(?!.*(?:协议|合同|签|合作|托管|双方|两院|协作|帮扶|任务|文本))(?!但|因|由于|目前|至今|仍)[^，。；]{2,14}(?:挂牌|建设|搬迁|装修|设备|项目|单位)[^，。；]{0,6}$/u

/** 正推动甲与乙签约，力争明年落地: when a plan is to come true stands in a clause of its own; `last` where there is none. */
function aimEnd(tokens: Tokens, last: number): number {
  if (tokens[last]?.classes.includes('comma') !== true) return last
  const { last: end } = clauseAround(tokens, last + 1, last + 1)
  const clause = tokens.slice(last + 1, end)
  const isAim =
    clause[0]?.classes.includes('plan') === true && clause.some(({ classes }) => COMES_TRUE.some((name) => classes.includes(name)))
  return isAim && clause.every(({ kind }) => kind !== 'things') ? end : last
}

const COMES_TRUE = ['settle', 'hang', 'opened', 'form-签约']

/** 因人员难以保障，自1月起终止: the end stands one clause further than its reason. */
function endedFurther(tokens: Tokens, comma: number, text: string): number | undefined {
  if (tokens[comma]?.classes.includes('comma') !== true) return undefined
  let end = comma + 1
  while (end < tokens.length && tokens[end]?.kind !== 'stop') end++
  const clause = tokens.slice(comma + 1, end)
  return clause.every((token) => token.kind !== 'things') &&
    (clause.some(({ classes }) => classes.includes('ended') || classes.includes('dropped')) ||
      isStopped(clause, text) ||
      NOT_MADE.test(text.slice(clause[0]?.from, clause.at(-1)?.to)))
    ? end
    : undefined
}

/** 因班子调整，到年底也没有签成: what was to be agreed was not. 没有开设夜间门诊 tells of something else. */
const NOT_MADE = /(?:没有?|未能?)(?:正式|最终|如期|按期)?(?:签|谈[成妥拢]|达成|成行|如愿|办成|挂成)/u

/** 去年底已经停止: nothing but a time before the verb. 原有的检验业务停止 tells of something else. */
const TIME_ONLY =
  /^(?:[今去前明]?年|[上下]半年|[一二三四\d]|[初底中末]|月份?|季度|日|起|以来|自|从|于|在|已经?|现|均|都|也|便|就|正式|提前|双方|协商|因故|被|主动|全部|暂时?|随之|就此|目前|后|即)*$/u

function isStopped(clause: Tokens, text: string): boolean {
  const end = clause.at(isFinished(clause) ? -2 : -1)
  const isCut = end?.classes.includes('cut') === true || end?.classes.includes('finish') === true
  return end !== undefined && isCut && TIME_ONLY.test(text.slice(clause[0]?.from, end.from))
}

/** 双方|解除了|协议: the verb right before what is over. */
function isFinished(part: Tokens): boolean {
  return part.some(({ classes }, index) => classes.includes('finish') && part[index + 1]?.classes.includes('form') === true)
}

/** 终止甲与乙的合作, 解除了甲对乙的托管: the verb stands before the parties. */
function isEndedBefore(tokens: Tokens, first: number): boolean {
  const [near, far] = [tokens[first - 1], tokens[first - 2]]
  if (near?.classes.includes('cut') === true) return true
  return near?.kind === 'gap' && near.to - near.from <= ENDED_BEFORE && far?.classes.includes('cut') === true
}

/** Characters between such a verb and the first party: 解除了, 终止原. */
const ENDED_BEFORE = 2

/** 甲将选派专家到乙坐诊: to come, unless an agreement says it or it goes on. 将甲纳入 is a deed. */
function isPromised(tokens: Tokens, clause: { first: number; last: number }, match: Match<SentenceMention>, text: string): boolean {
  const at = tokens.findIndex(({ classes }, index) => index >= clause.first && index < match.last && classes.includes('shall'))
  const next = tokens[at + 1]
  // 将甲派驻, 将骨科专家派驻: what is sent, and no time to come.
  const isObject = next?.kind !== 'word' || ['team', 'generic', 'film', 'specimen'].some((name) => next.classes.includes(name))
  if (at < 0 || (tokens[at]?.classes.includes('as') === true && isObject)) return false
  if (ON_GOING.test(text.slice(tokens[at]?.from, tokens[at]?.to))) return false
  return !tokens
    .slice(0, match.last)
    .some(({ classes }) => ['form-签约', 'form-托管', 'continue', 'welcome'].some((name) => classes.includes(name)))
}

/** 将继续常驻: what is to go on is. */
const ON_GOING = /继续|持续|长期/u

/** How many tokens after a match its deed may stand: 工作室在我院揭牌. */
const DEED_AFTER = 1
const TIME_CLAUSE = 14

/** The first token of the clause before, where a comma joins it to this one. */
function clauseBefore(tokens: Tokens, first: number): number {
  if (tokens[first - 1]?.classes.includes('comma') !== true) return first
  let from = first - 1
  while (from > 0 && tokens[from - 1]?.kind !== 'stop') from--
  return from
}

/** Where the time of a clause may begin: 2022年来，我区与… puts it into a short clause of its own. */
function timeBefore(tokens: Tokens, first: number): number {
  const from = clauseBefore(tokens, first)
  const clause = tokens.slice(from, first)
  const length = (clause.at(-1)?.to ?? 0) - (clause[0]?.from ?? 0)
  return clause.some((token) => token.kind === 'things') || length > TIME_CLAUSE ? first : from
}
