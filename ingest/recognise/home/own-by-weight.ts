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

const WEIGHTS: readonly Weight[] = [
  // 在甲医院学术报告厅举行
  { before: /在$/u, behind: /^[〇㐀-鿿\d]{0,18}?(?:举行|召开|举办|成立|启动|开幕|开班|落幕)/u, weight: 2 },
  // 我院的基本情况：甲医院始建于1888年，是三级甲等医院
  {
    behind:
      /^(?:（[^（）]{2,24}）)?，?(?:(?:始建|创建|创办|创立|成立|建)于|现有|编制|开放床位|是(?:一所|[^，。；]{0,24}(?:级|唯一|规模|综合性|集医疗)))/u,
    weight: 3,
  },
  // 甲医院第十批援疆医疗队队员
  { behind: /^(?:第[一二三四五六七八九十]+批)?(?:“?组团式”?)?(?:援[疆藏青外黔川]|支援|帮扶|对口支援|抗疫)?医疗队/u, weight: 2 },
  { behind: /^(?:党委(?:副?书记)?|纪委书记|副?院长|工会主席|总会计师|宣传科|党办|院办|供图|新闻中心)/u, weight: 1 },
  { before: /(?:^|[。，；：！\n]|[日晚午]|通讯员)$/u, weight: 1 },
  // 上海某医院王教授, 邀请甲医院: guests.
  { behind: /^(?:（[^（）]{2,24}）)?[〇㐀-鿿]{0,10}?(?:教授|主任医师|院士|博士|专家|团队|一行)/u, weight: -2 },
  { before: /(?:来自|邀请|特邀|聘请|感谢|欢迎|依托|对接|成为|加入)$/u, weight: -2 },
  { before: /(?:派驻|帮扶|支援|援助|托管|走进|前往|[赴到至])[〇㐀-鿿]{0,8}$/u, weight: -3 },
  { behind: /^、/u, weight: -1 },
  { before: /、$/u, weight: -1 },
]

const BESIDE_OWN = -4
const PARTNER = -6
const LEAST = 2
const AHEAD = 1
const REACH = 30
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
  const said = inParagraphs(raw).slice(0, LOOK)
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
  const ranked = [...found.values()]
    .map(({ at, weight, isPartner }) => ({ at, weight: weight + (isPartner ? PARTNER : 0) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [first, second] = ranked
  return first !== undefined && first.weight >= LEAST && first.weight >= (second?.weight ?? 0) + AHEAD ? first.at : undefined
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
  return OWN.test(text.slice(begin, from) + text.slice(to, to + rest)) && !INTRODUCES.test(text.slice(begin, from))
}
