/** Matches of membership that tell of others than they seem to: who takes somebody in, who only signs, who only talks. */
import { lastKind } from './kind.ts'
import { numbersBefore } from './lists.ts'
import type { SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { clauseAround } from '../sentence/tokens.ts'

/** 医联体|建设座谈会 */
const TALKED_OVER =
  /^(?:单位|成员|建设|合作|工作|共建|帮扶|推进|专题)*(?:座谈|研讨|交流|洽谈|对接|调研|推进|联席|培训|总结|调度|工作)(?:会|班|活动|论坛)/u
const SIGNED = /签约|签订|签署|揭牌|授牌|挂牌/u

/** 召开医联体建设座谈会: they talk of one; 座谈会暨签约仪式 makes it. */
export function isTalkedOver({ tokens, match, sentence }: RuleMatch): boolean {
  const kind = tokens[match.words.at(-1) ?? match.last - 1] ?? tokens[match.last - 1]
  return TALKED_OVER.test(sentence.text.slice(kind?.to ?? 0)) && !SIGNED.test(sentence.text)
}

/** 由甲牵头、乙参加，研究|医共体改革; 与乙共建中医馆，医共体|内处方流动: what they do is no founding of one. */
const ONLY_TOPIC = /(?:研究|讨论|部署|商讨|探讨|交流|座谈|宣讲|解读|学习|依托|借助)[^，；。]{0,6}$/u
const WITHIN_IT = /^(?:内(?!部)|中心(?!卫生院|医院)|信息|药房|处方|改革|考核|政策|绩效|细则|章程)/u

/** Whether the kind of a match is what is talked of or worked within, and nothing that its bodies make. */
export function isKindOnlyTopic({ tokens, match, sentence }: RuleMatch): boolean {
  const kind = tokens[lastKind(tokens, match.words)?.index ?? -1]
  if (kind === undefined) return false
  return ONLY_TOPIC.test(sentence.text.slice(0, kind.from)) || WITHIN_IT.test(sentence.text.slice(kind.to))
}

/** 牵头召开|丙联盟会议: who holds a meeting of it. */
function isMeetingHeld({ match, sentence }: RuleMatch): boolean {
  const [consortium] = match.slots.get('C') ?? []
  if (consortium === undefined) return false
  return HOLDS.test(sentence.text.slice(0, consortium.from)) && MEETING.test(sentence.text.slice(consortium.to))
}

const HOLDS = /(?:召开|举办|承办|主办|组织|组织召开)了?$/u
const MEETING = /^(?:第?[〇㐀-鿿\d]{0,4}[届次])?(?:学术|工作|专题|首次|年度)?(?:年会|会议|论坛|培训|研讨|例会|工作会|推进会|沙龙)/u

/**
 * Whether what a match tells is an agreement to come or one that has run out, by which there is no consortium: 力争与乙签订医联体协议,
 * 与乙的医联体合作到期; 力争与乙组建医联体 plans one.
 */
export function isOnlyAgreement({ tokens, match, sentence }: RuleMatch, status: string): boolean {
  if (status === 'in_effect') return false
  const { last } = clauseAround(tokens, match.last, match.last)
  const said = sentence.text.slice(tokens[match.first]?.from, tokens[last - 1]?.to)
  if (status !== 'ended' && INTENDED.test(sentence.text.slice(tokens[match.first]?.from))) return true
  return (status === 'ended' ? RUN_OUT : AGREEMENT).test(said) && !MAKES.test(said)
}

/** 达成医联体意向，尚未签约 */
const INTENDED = /^[^。；]{0,60}达成[^，。；]{0,16}意向[^。；]{0,8}(?:尚未|仍未|还没|未签)/u

const RUN_OUT = /(?:合作|协作|协议|合同)[^，。；]{0,12}(?:到期|期满|届满|终止|解除)/u

const AGREEMENT = /签订|签署|签约|签定|签下|续签|协议|意向书/u
const MAKES = /组建|组成|成立|建立|结成|结为|构建|缔结|共建|打造|建成|搭建|形成/u

/** 县卫健委|主任任理事长: a person has the office, and a bureau is in nothing by that. */
const PERSON = /^(?:党委|党组|党总支)?(?:常务副|副)?(?:书记|院长|主任(?!委员|单位)|局长|校长|所长)/u
const TITLED: ReadonlySet<string> = new Set(['consortium/l-is-leader', 'consortium/m-become-members'])

function isPerson({ match, rule, sentence }: RuleMatch): boolean {
  const bodies = [...(match.slots.get('L') ?? []), ...(match.slots.get('M') ?? [])]
  const isBureau = bodies.some(({ to, attrs }) => attrs['kind'] === 'government' && PERSON.test(sentence.text.slice(to, to + 8)))
  return TITLED.has(rule.id) && isBureau
}

/** 组建甲医共体和|乙医共体，丙、丁加入: into which of the two is not told. */
function isOneOfTwo({ tokens, match }: RuleMatch): boolean {
  const [consortium, other] = match.slots.get('C') ?? []
  const [member] = match.slots.get('M') ?? []
  if (consortium === undefined || other !== undefined || member === undefined || member.from < consortium.to) return false
  const at = tokens.findIndex(({ things }) => things.includes(consortium))
  const isJoined = ['he', 'item', 'with'].some((name) => tokens[at - 1]?.classes.includes(name) === true)
  return isJoined && at - 2 < match.first && tokens[at - 2]?.things.some(({ label }) => label === 'Consortium') === true
}

/** 甲、乙分别牵头第一、|第二医共体: each its own. */
function isNumbered({ match, sentence }: RuleMatch): boolean {
  return (match.slots.get('C') ?? []).some((consortium) => numbersBefore(sentence.text.slice(0, consortium.from), consortium).length > 0)
}

/** 呼吸科加入某中心|牵头的甲联盟, 与乙签约，加入其|牵头的甲联盟: it is another that leads it, and not who is spoken of. */
export function isLedByOther({ tokens, match, sentence }: RuleMatch): boolean {
  const lead = match.words.map((word) => tokens[word]).find((token) => token?.classes.includes('lead'))
  return lead !== undefined && JOINS_OF.test(sentence.text.slice(Math.max(0, lead.from - MOST_LED), lead.from))
}

const JOINS_OF = /(?:加入|加盟|入盟|成为|融入|进入|入选)(?:了|到)?由?(?!我院|本院|医院$)[〇㐀-鿿]{1,14}$/u
const MOST_LED = 20

/** Whether a match tells of others than it seems to, or of none. */
export function tellsOthers(found: RuleMatch): boolean {
  return (
    isOfSubject(found) ||
    isOfItsThings(found) ||
    takesOthers(found) ||
    helpsOthers(found) ||
    isMeetingHeld(found) ||
    isPerson(found) ||
    isOneOfTwo(found) ||
    isNumbered(found)
  )
}

/** 将甲卫生院|财务核算纳入总医院: a thing of the member, and not itself; 人、财、物 are all of it. */
function isOfItsThings({ match, sentence }: RuleMatch): boolean {
  const last = match.slots.get('M')?.at(-1)
  return last !== undefined && ITS_THINGS.test(sentence.text.slice(last.to, last.to + MOST_THINGS))
}

/** What of a body is managed by others and does not make it a member. */
export const THINGS_OF_BODY =
  '等?(?:\\d{1,2}[家个所])?的?(?:财务|会计|账务|资金|预算|药品|药械|耗材|采购|信息|数据|病历|检验|检查|影像|心电|绩效|薪酬|工资|医保|基金|档案|设备|消毒|医废|污水|网络|系统|护理|院感|质控|质量)'
const ITS_THINGS = new RegExp(`^${THINGS_OF_BODY}(?![^，。；]{0,12}人事)[^，。；]{0,12}?(?:纳入|并入|归入|划入|融入|接入|划归)`, 'u')
const MOST_THINGS = 30

/** 甲作为丙联盟牵头单位，乙…: it is 甲 that leads it, and not whoever stands behind. */
function isOfSubject({ tokens, match, rule }: RuleMatch): boolean {
  const before = tokens[match.first - 1]?.things.filter(({ label }) => label === 'Hospital') ?? []
  const heads = match.slots.get('L') ?? []
  return rule.topic === 'lead' && before.length > 0 && heads.length > 0 && heads.every((head) => !before.includes(head))
}

/** 甲与乙签约，将其|纳入丙: it is 乙 that comes into it. */
const TAKEN = /[将把]其[^他余，；。]{0,4}$/u

/** Whether a match begins with who takes others into a consortium. */
function takesOthers({ tokens, match, sentence }: RuleMatch): boolean {
  const from = match.slots.get('M')?.[0]?.to ?? 0
  return match.words.some((word) => TAKEN.test(sentence.text.slice(from, tokens[word]?.from)))
}

/** 甲向乙派驻专家，指导其|加入丙联盟: it is whom 甲 helps that comes into it. */
const HELPED =
  /(?:帮助|协助|指导|助力|带动|帮扶)(?:其|它|该院|对方|当地|受援医院|受援单位)?$|(?:支持|推动|引导|推荐)(?:其|它|该院|对方|受援医院)$/u

/** Whether whoever stands before a match helps others into a consortium; in 指导乙加入丙 they are named. */
function helpsOthers({ tokens, match, sentence }: RuleMatch): boolean {
  return match.words.some((word) => {
    const token = tokens[word]
    return token?.classes.includes('enter') === true && HELPED.test(sentence.text.slice(0, token.from))
  })
}

/** 与甲签署协议，加入乙联盟; 甲之外，又加入乙联盟: 甲 is whom somebody signed with, and not who joins. */
export function isSideOf({ tokens, match, rule }: RuleMatch): boolean {
  const [body] = match.slots.get('M') ?? []
  if (body === undefined || rule.topic !== 'member') return false
  if (isNextSubject(tokens, match, body)) return true
  const at = tokens.findIndex((token, index) => index >= match.first && token.things.includes(body))
  if (tokens[at + 1]?.classes.includes('besides') === true) return true
  const { first } = clauseAround(tokens, at, at)
  return tokens.slice(first, at).some(({ classes }) => ['with', 'by', 'rely', 'join'].some((name) => classes.includes(name)))
}

/** 我院与甲签约，成为丙联盟成员单位，|乙在我院设立工作站: 乙 begins what comes next, where somebody was spoken of before. */
function isNextSubject(tokens: RuleMatch['tokens'], match: RuleMatch['match'], body: SentenceMention): boolean {
  const [consortium] = match.slots.get('C') ?? []
  const isNamed = ({ things }: RuleMatch['tokens'][number]): boolean => things.some(({ label }) => label === 'Hospital')
  // 甲牵头组建丙医共体，|乙加入; 丙联盟接纳|乙: what is said of 乙 itself.
  const isLast = match.words.every((word) => (tokens[word]?.from ?? 0) < body.from)
  const isApart = tokens.some(({ classes, from }) => classes.includes('comma') && from >= (consortium?.to ?? Infinity) && from < body.from)
  return isLast && isApart && tokens.slice(0, match.first).some(isNamed)
}

/** 以甲为牵头单位，乙为成员单位的|第一医共体: what a match of no name tells is of the one that is named behind it. */
export function isNamedBehind({ tokens, match, sentence }: RuleMatch): boolean {
  const next = tokens.slice(match.last, match.last + 3).find(({ kind }) => kind !== 'gap' && kind !== 'word')
  const isNamed = next?.things.some(({ label }) => label === 'Consortium') === true
  return isNamed && NAME_BEHIND.test(sentence.text.slice(tokens[match.last - 1]?.to, next.from))
}

const NAME_BEHIND = /^(?:单位|医院)?的[^，；。：、]{0,8}$/u

/** 甲加入乙牵头的儿科医联体，与丙组建专科医联体: 乙 leads what 甲 came into, and 丙 is in another. */
export function isLedElsewhere({ tokens, match }: RuleMatch): boolean {
  const [lead] = match.slots.get('L') ?? []
  const [member] = match.slots.get('M') ?? []
  const at = tokens.findIndex(({ things }) => lead !== undefined && things.includes(lead))
  const end = tokens.findIndex(({ things }, index) => index > at && member !== undefined && things.includes(member))
  const isOf = (index: number, name: string): boolean => tokens[index]?.classes.includes(name) === true
  if (at < 1 || end < 0 || !isOf(at - 1, 'come-in')) return false
  return tokens.slice(at, end).some((_, index) => isOf(at + index, 'kind') && isOf(at + index + 1, 'comma'))
}

/** 甲医院网络联盟|医院: a title that tells whom a hospital learns from, and no membership. */
export function isNetworkTitle(text: string, { from, to }: Pick<SentenceMention, 'from' | 'to'>): boolean {
  return text.startsWith('医院', to) && text.slice(from, to).endsWith('网络联盟')
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

/** What a consortium holds, has or does, so that taking part in it is not meant. */
const EVENT_AFTER =
  /^的?(?:[（“][^）”]{0,12}[）”])?(?:(?!(?:正式)?(?:成立|揭牌|挂牌|授牌))[〇㐀-鿿]{0,6}?(?:年会|会议|大会|论坛|培训|讲座|学术|方阵|义诊|例会|查房|启动会|工作会|座谈|研讨|沙龙|巡讲|比赛|竞赛|考核|评审|审核|候选|复审|验收|公示|遴选|初选|调研|行列的|质控中心|专班|领导小组)|专家|团队|病例|建设(?!了)|[召主]开|举[办行])/u
/** 推进医疗集团建设，|由甲牵头，将乙、丙纳入; 推进以甲为龙头的医共体建设，|成员单位有乙、丙: of the one that is built. */
const BUILT_BY =
  /^(?:综合改革|改革|建设|试点|工作){1,2}，(?:(?:由|以|依托)Ｌ|(?:首批|主要|其)?(?:成员|分院|总院|下辖|下设|涵盖|覆盖|囊括|包括|整合|吸纳|纳入)[^，；：。ＣＬＫ]{0,12}：?Ｌ)/u
const LONGEST_EVENT = 23

/** Whether what follows a consortium is something of it, and not its members: 甲联盟年会, 医共体建设. */
export function isEventOf(behind: string): boolean {
  return EVENT_AFTER.test(behind.slice(0, LONGEST_EVENT)) && !BUILT_BY.test(behind)
}
