/** Specialties that a clause names: 神经外科、胸外科专家; 在康复、精神卫生方面. */
import type { Trie } from '../../grammar/trie.ts'
import type { SentenceMention } from '../../reading.ts'

const AFTER =
  /^(?:、|和|及|与|等)?(?:的)?(?:远程|联合|多学科|[一二两三四五六七八九十\d]+[支名位]|专科|高水平|知名)?(?:科|专科|学科|专业|领域|方面|专家|团队|中心|医生|医师|名医|名中医|国医大师|传承工作室|联合(?:诊疗|诊断|诊治|救治|门诊|病房|病区|诊室)|[一二两三四五六七八九十\d]+[个大项类](?:专业|专科|学科|科室|领域|方向|方面|病种|亚专科)|技术|工作室|工作站|联盟|专病|病区|协作|合作|亚专科|会诊|实行|门诊|方向|(?:[一二两三四五六七八九十\d]+[个大]|等)?(?:国家|[省市区县]级?)?(?:临床|重点|特色|优势|薄弱|紧缺)+(?:专科|专病|学科|科室))/

/** Specialties between `from` and `to` of a reading form, outside names, left to right, each once. */
export function findSpecialties(
  text: string,
  range: { from: number; to: number },
  { words, mentions }: { words: Trie<true>; mentions: readonly SentenceMention[] },
): string[] {
  const found: { word: string; from: number; to: number }[] = []
  let next = mentions.findIndex((mention) => mention.to > range.from)
  for (let at = range.from; at < range.to;) {
    while ((mentions[next]?.to ?? Infinity) <= at) next++
    const mention = mentions[next]
    const inside = mention !== undefined && mention.from <= at ? mention : undefined
    if (inside !== undefined) {
      at = inside.to
      continue
    }
    const word = words.longestAt(text, at, range.to)
    if (word === undefined) at++
    else {
      found.push({ word: text.slice(at, word.to), from: at, to: word.to })
      at = word.to
    }
  }
  return [...new Set(keepListed(text, found).map((item) => item.word))]
}

/** What tells that fields follow: 主攻针灸、推拿. */
const FOCUS =
  /(?:主攻|专攻|聚焦|侧重|覆盖|涵盖|涉及|方向为|方向是|专业为|专业是|主帮|重点扶持|重点帮扶|重点建设|重点支持|重点是|追加|[在与]?就)$/u
/** What may follow a field of such a list. */
const ENDS = /^(?:[、，。；）和及与等]|开通|开展|建立|签[订署约]|达成|进行|$)/u

/** A specialty counts where its own name ends in 科, or what follows it, or follows the list it stands in, says so. */
function keepListed(text: string, found: readonly { word: string; from: number; to: number }[]): { word: string }[] {
  const kept: { word: string }[] = []
  let listed = false
  const meant = new Set<number>()
  for (const [index, { from }] of found.entries()) {
    const before = found[index - 1]
    const isNext = before !== undefined && meant.has(before.from) && /^[、和及与]$/u.test(text.slice(before.to, from))
    if (isNext || FOCUS.test(text.slice(Math.max(0, from - 8), from))) meant.add(from)
  }
  for (const item of found.toReversed()) {
    const after = text.slice(item.to, item.to + 16)
    const joined = /^[、和及与]/.test(after)
    listed = item.word.endsWith('科') || AFTER.test(after) || (joined && listed)
    if (listed || (meant.has(item.from) && ENDS.test(after))) kept.unshift(item)
  }
  return kept
}
