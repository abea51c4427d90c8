/**
 * Which hospital 我院 is on a page that nobody signed: what the text tells of each hospital that it names, weighed. It is asked
 * first, for the home (`own-place.ts`) and for the speaker (`../home.ts`); where it is not sure, `subject-hospital.ts` goes on
 * looking for the home, and `speakingHospital` in `../home.ts` and then `own-hospital.ts` for the speaker.
 */
import { matchesOf } from '../../grammar/matches.ts'
import type { HospitalAt } from '../naming/context.ts'
import { inParagraphs } from './clues.ts'
import { dealsWithOwn, ownWords } from './own-hospital.ts'

/** What stands behind a name, or before it, and how much it says for that hospital being the one that speaks. */
interface Weight {
  readonly before?: RegExp
  readonly behind?: RegExp
  readonly weight: number
}

/** 江南省人民医院专家组一行来到; who comes from a hospital that is named. */
const GUESTS_COME =
  /(?:(?:人民|中心|附属|中医|[省市县区一二三四五六])医?院(?!院)|[〇㐀-鿿]{2}医院)[^，。；]{0,14}(?:一行|专家组?|团队|教授|领导)[^，。；]{0,10}(?:来到|走进|莅临|抵达|到访|到)$/u

const WEIGHTS: readonly Weight[] = [
  // 在甲医院学术报告厅举行
  { before: /在$/u, behind: /^[〇㐀-鿿\d]{0,18}?(?:举行|召开|举办|成立|启动|开幕|开班|落幕)/u, weight: 2 },
  // 江南省人民医院与我院签约仪式在甲医院举行
  { before: /(?:医院|保健院|大学)[与和同]我院[^，。；]{0,14}(?:仪式|活动)?在$/u, weight: 6 },
  // 我院的基本情况：甲医院始建于1888年，是三级甲等医院
  {
    behind:
      /^(?:（[^（）]{2,24}）)?，?(?:(?:始建|创建|创办|创立|成立|建)于|现有|编制|开放床位|是(?:一所|[^，。；]{0,24}(?:级|唯一|规模|综合性|集医疗)))/u,
    weight: 3,
  },
  // 由甲医院主办的年会在我院召开, but not 由甲医院主办、我院承办的.
  { before: /(?:由|、)$/u, behind: /^(?:主办|承办|举办)(?![^。]{0,30}我院(?:承|协|主)办)[^。]{0,40}在我院/u, weight: 8 },
  // 8月2日，甲医院召开工作会议; 甲医院成功加入…: what a page tells of its own.
  {
    before: /(?:^|[。，；：！\n]|[日晚午])$/u,
    behind: /^(?:召开|举办|坚持|始终|成功|顺利|荣获|获批|获评|通过|作为|积极|紧紧|全面|认真|深入|欢迎[您你])/u,
    weight: 2,
  },
  // 我代表甲医院领导班子作工作报告
  { before: /代表$/u, behind: /^(?:领导班子|党委|党总支|院领导|全院|班子)/u, weight: 4 },
  // （甲医院 王某）, 供稿：甲医院
  {
    before: /[（(](?:文|图|文[/／]图|图[/／]文|图文|文图|通讯员|供稿|撰稿)?[:：\s]*$/u,
    behind: /^[\s、]*(?!人民|中医|简称|下称|以下|又名)[〇㐀-鿿]{2,8}\s*[）)]\s*(?:\n|$)/u,
    weight: 5,
  },
  { before: /(?:供稿|撰稿|单位|作者)[：:]\s*$/u, weight: 4 },
  // 江南省人民医院专家组一行来到甲医院: guests of another hospital.
  { before: GUESTS_COME, weight: 5 },
  { behind: /^[^，。；]{0,24}(?:表示(?:了)?(?:热烈|诚挚|衷心)*(?:的)?(?:欢迎|感谢)|致欢迎[词辞])/u, weight: 2 },
  // 甲医院第十批援疆医疗队队员
  { behind: /^(?:第[一二三四五六七八九十]+批)?(?:“?组团式”?)?(?:援[疆藏青外黔川]|支援|帮扶|对口支援|抗疫)?医疗队/u, weight: 2 },
  { behind: /^(?:党委(?:副?书记)?|纪委书记|副?院长|工会主席|总会计师|宣传科|党办|院办|供图|新闻中心)/u, weight: 1 },
  { before: /(?:^|[。，；：！\n]|[日晚午]|通讯员)$/u, weight: 1 },
  // 上海某医院王教授, 邀请甲医院: guests.
  { behind: /^(?:（[^（）]{2,24}）)?[〇㐀-鿿]{0,10}?(?:教授|主任医师|院士|博士|专家|团队|一行)/u, weight: -2 },
  { before: /(?:来自|邀请|特邀|聘请|感谢|欢迎|依托|对接|成为|加入)$/u, weight: -2 },
  {
    before: /(?<!(?:一行|专家组?|团队|教授|领导)[^，。；]{0,10})(?:派驻|帮扶|支援|援助|托管|走进|前往|[赴到至])[〇㐀-鿿]{0,8}$/u,
    weight: -3,
  },
  { behind: /^、/u, weight: -1 },
  { before: /、$/u, weight: -1 },
]

/** 甲医院坚持公益性，我院与乙签约: who opens a sentence in which 我院 acts. */
const OPENS_OWN = /^(?:作为|坚持|始终|紧紧|围绕|按照|深入|认真|全面|在|以|积极)/u
const TIME_BEFORE = /^\s*(?:20\d{2}年，?|一年来，?|近年来，?)?$/u
/** 甲医院院长一行赴乙, where 我院 deals with 乙. */
const BESIDE_PARTNER = 3
const DEALS = /^[^，。；]{0,16}?(?:与|和|同|赴|到|来到|前往|走进|携手)[^，。；]{0,4}$/u
const BESIDE_OWN = -4
const PARTNER = -6
const LEAST = 2
const AHEAD = 1
const REACH = 60
/** Of whom most is told stands near the beginning, or where a page introduces itself. */
const LOOK = 2400
const END = /[医健生]院|[妇保]院|服务中心|医疗中心/gu
const OWN = /[我本]院/u
const INTRODUCES = /[我本]院[^，。；]{0,8}(?:情况|历史|概况|发展)[^，。；]{0,4}[：:]/u

/**
 * The hospital that says 我院 where what is told of it weighs more than what is told of any other; undefined where the text
 * says no 我院 in words of its own, or two weigh alike. `hospitalAt` gives the hospital whose name ends at a place of the text.
 */
export function ownByWeight(raw: string, hospitalAt: (text: string, to: number) => HospitalAt | undefined): HospitalAt | undefined {
  const sentences = ownWords(raw)
  if (sentences.length === 0) return undefined
  const said = belowTitle(raw).slice(0, LOOK)
  const found = new Map<string, { at: HospitalAt; weight: number; isPartner: boolean }>()
  for (const match of matchesOf(END, said)) {
    const to = match.index + match[0].length
    const at = hospitalAt(said, to)
    if (at === undefined) continue
    const { entity } = at.named.parent ?? at.named
    const one = found.get(entity) ?? { at, weight: 0, isPartner: dealsWithOwn(at.wording, sentences) }
    one.weight += weigh(said, { from: at.from, to })
    found.set(entity, one)
  }
  const partners = [...found.values()].filter(({ isPartner }) => isPartner).map(({ at: { wording } }) => wording)
  const ranked = [...found.values()]
    .map(({ at, weight, isPartner }) => ({
      at,
      weight: weight + (isPartner ? PARTNER : dealsWithAny(said, at.wording, partners) ? BESIDE_PARTNER : 0),
    }))
    .toSorted((a, b) => b.weight - a.weight)
  const [first, second] = ranked
  return first !== undefined && first.weight >= LEAST && first.weight >= (second?.weight ?? 0) + AHEAD ? first.at : undefined
}

/** A text in paragraphs, whose first line stays one of its own where it is no sentence: a title. */
function belowTitle(raw: string): string {
  const [title = ''] = /^\s*[^\n]*\n/u.exec(raw) ?? []
  return title === '' || /[。！？]/u.test(title) ? inParagraphs(raw) : title + inParagraphs(raw.slice(title.length))
}

/** Whether a text has a hospital deal with one of those that 我院 deals with. */
function dealsWithAny(text: string, wording: string, partners: readonly string[]): boolean {
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length)) {
    const behind = text.slice(at + wording.length, at + wording.length + REACH)
    if (partners.some((partner) => behind.includes(partner) && DEALS.test(behind.slice(0, behind.indexOf(partner))))) return true
  }
  return false
}

function weigh(text: string, { from, to }: { from: number; to: number }): number {
  const before = text.slice(Math.max(0, from - REACH), from)
  const behind = text.slice(to, to + REACH)
  const told = WEIGHTS.reduce(
    (sum, one) => sum + (one.before?.test(before) !== false && one.behind?.test(behind) !== false ? one.weight : 0),
    0,
  )
  return told + (isBesideOwn(text, { from, to }) ? BESIDE_OWN : 0)
}

/** 甲医院成为以我院为龙头的医联体成员: a sentence that says 我院 names others. */
function isBesideOwn(text: string, { from, to }: { from: number; to: number }): boolean {
  const begin = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1
  const rest = /[。！？\n]/u.exec(text.slice(to))?.index ?? text.length - to
  const before = text.slice(begin, from)
  if (!OWN.test(before + text.slice(to, to + rest)) || INTRODUCES.test(before)) return false
  return !(TIME_BEFORE.test(before.slice(before.lastIndexOf('：') + 1)) && OPENS_OWN.test(text.slice(to)))
}
