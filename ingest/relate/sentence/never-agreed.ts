/** What a text tells of and nobody has agreed: what came to nothing, is only said, asked, thought of or taken for what it is not. */
import type { Match, Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** Whether a match, whose clause begins at `from`, tells of such a thing. */
export function isNeverAgreed(tokens: Tokens, match: Match<SentenceMention>, { text, from }: { text: string; from: number }): boolean {
  const first = tokens[match.first]?.from ?? 0
  return (
    isRumour(tokens, match) ||
    FAILED.test(text.slice(first)) ||
    ONCE_MEANT.test(text.slice(from)) ||
    REFUTED.test(text.slice(0, tokens[match.last - 1]?.to)) ||
    REFUTED.test(text.slice(tokens[match.last - 1]?.from ?? first).slice(0, NEAR_BEHIND)) ||
    NO_PLAN.test(text.slice(from)) ||
    STILL_TALKED.test(text.slice(from)) ||
    NOT_FORMED.test(text.slice(first)) ||
    isTalkEnded(text, tokens, match) ||
    isAsked(text, from, tokens[match.last - 1]?.to ?? first) ||
    isMistaken(text, tokens, match)
  )
}

/** 与甲合办中心一事，经多轮洽谈，…未能签约: what has come to nothing, however much stands between. */
const FAILED =
  /(?:一事|之事|事宜|设想|构想|计划|意向|想法|动议|谈判|洽谈)[^。；]{0,60}(?:[未没]能(?:签|达成|谈[成拢妥]|成行|落地|如愿|促成)|未果|告吹|落空|搁浅|夭折|谈崩|泡汤|不了了之|无疾而终|没有?谈[成拢妥])|经(?:核实|核查|查证|查|了解|调查)[^。；]{0,40}(?:并未|从未|未曾|不存在|不属实)|(?:项目|事宜|合作|协议|签约|计划|共建|托管)(?:[因由][^，。；]{1,24}(?:原因|问题|调整|影响|变动|变化|不足|所限|不到位)?)?(?:最终|一直|始终|至今|还|仍|暂)?(?:没有?|未能?|并未|无法)(?:实际|真正|最终|如期|继续)?(?:落地(?!生根)|谈[成拢妥]|达成|推进|实现|实施|成行|启动|开展)|(?:计划|设想|构想|打算|安排|想法|方案)(?:[因由][^，。；]{1,24})?，?(?:最终|一直|始终|至今|还|仍|暂|也)?(?:没有?|未能?|并未|无法|未予)(?:得到|获得|真正|最终|如期|能)?(?:落实|兑现|执行|推行|实行|如愿|付诸实施|变成现实)|申请(?:加入|加盟|成为)[^。；]{0,60}，[^。；]{0,16}[未没](?:有|能)?(?:获得?)?(?:批准|批|通过|同意|准许)/u

/** 曾有意与甲共建中心，后因场地原因未能落地: what was once meant and came to nothing. */
const ONCE_MEANT =
  /^[^，。；]{0,24}曾经?(?:表示|提出|考虑)?(?:有意|打算|计划|拟|想|希望)[^。；]{1,50}，[^。；，]{0,14}(?:未能|没能|没有|未|并未|终未)[^。；，]{0,4}(?:落地|签|达成|谈成|成行|实施|实现|如愿|办成|推进)/u

/** 甲与乙合并一事经核实不属实，两院…: what is told behind it is told of what is not. */
const REFUTED =
  /(?:一事|之事|传言|传闻|消息|说法|信息|情况)，?(?:经(?:核实|核查|查证|查|了解|调查|确认)，?)?(?:均|都|完全|纯)?(?:系|属|是|为)?(?:不属实|不实|谣言|误传|讹传|虚假信息|无中生有)/u

/** Characters behind a match in which it may be told: 托管|一事，经了解不实. */
const NEAR_BEHIND = 24

/** 两院之间没有合并和托管计划, 暂无与甲合作的打算: a plan that nobody has. */
const NO_PLAN =
  /^[^，。；]{0,60}?(?:(?:并|从|也|还|目前|暂时)?没有|(?:并|均|尚|暂|也)无|[未没]有)(?:任何|具体|相关)?(?![^，。；]{0,30}(?:变|影响|改))[^，。；]{0,40}(?:计划|打算|意向|安排|方案|考虑)(?=[，。；]|$)/u

/** 有意交甲托管，仍在商谈: what one side thinks of and nobody has agreed. 合办中心一事，目前尚在洽谈: what is still talked of. */
const STILL_TALKED =
  /(?:有意(?!义|向书)|希望|愿意|想)[^。；]{1,40}(?:[仍还尚正]在|目前在|处于)[^，。；]{0,6}(?:商谈|洽谈|磋商|协商|接洽|沟通|谈判|酝酿|谈)|(?:一事|之事|事宜)[，：]?[^，。；签]{0,10}(?:[仍还尚正]在|处于)[^，。；签]{0,6}(?:商谈|洽谈|磋商|协商|接洽|沟通|谈判|酝酿)/u

/** 甲与乙关于托管的商谈已停止, 已终止洽谈: what ended are the talks; nobody else is named before that. */
function isTalkEnded(text: string, tokens: Tokens, match: Match<SentenceMention>): boolean {
  const other = tokens.find(({ kind, classes }, index) => index >= match.last && (kind === 'things' || classes.includes('semicolon')))
  return TALK_ENDED.test(text.slice(tokens[match.first]?.from ?? 0, other?.from ?? text.length))
}

const TALK_ENDED =
  /^[^签]{0,80}?(?:(?:洽谈|商谈|谈判|磋商|接洽)(?:工作)?(?:均|都|也)?(?:已经?|现已)?(?:停止|中止|终止|中断|搁置|暂停)|(?:终止|中止|停止|中断)了?(?:洽谈|商谈|谈判|磋商|接洽))/u

/** 甲正在与乙对接，|尚未形成合作意向 */
const NOT_FORMED = /^[^，。；签]{0,60}(?:对接|接触|沟通)[^，。；签]{0,6}，[^，。；签]{0,6}(?:尚未|还未|仍未|没有)(?:形成|达成)/u

/** 网传甲将托管乙; 甲要接管乙，“没有这回事”: what is only said, or is said not to be. */
function isRumour(tokens: Tokens, match: Match<SentenceMention>): boolean {
  return tokens.some(({ classes }, index) => (index < match.last ? classes.includes('rumour') : classes.includes('untrue')))
}

/** 县医院会不会也交给乙托管？ */
function isAsked(text: string, from: number, to: number): boolean {
  if (!ASKED_BEHIND.test(text.slice(to))) return false
  return ASKS.test(text.slice(from))
}

const ASKED_BEHIND = /^[^，。；！？]{0,20}[？?]/u
const ASKS = /^[^？?]{0,80}(?:会不会|能不能|可不可以|是不是|有没有|要不要|是否|能否|可否|[吗么呢嘛][？?])/u

/** 群众常把甲与乙当作一对帮扶单位，其实…: what they are not. */
function isMistaken(text: string, tokens: Tokens, match: Match<SentenceMention>): boolean {
  const named = tokens.findIndex(({ things }, index) => index >= match.first && things.length > 0)
  const first = tokens[named]?.from ?? 0
  return TAKES.test(text.slice(Math.max(0, first - 2), first)) && TAKEN_FOR.test(text.slice(first))
}

const TAKES = /[把将]$/u
const TAKEN_FOR = /^[^，。；]{0,60}(?:当作|当成|看成|误当|混为|误认为|误以为|混淆)[^。]{0,40}(?:其实|实际上|事实上|实则|并非|不是)/u
