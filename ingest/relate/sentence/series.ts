/** Lists whose items each say what they are: 甲大学教学医院、乙学院实习基地; 甲医院名医工作室、乙医院名医工作室. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'
import type { RuleMatch } from './passage.ts'

type Tokens = readonly Token<SentenceMention>[]

/** A partner of such a list, and the characters of its item. */
export interface SeriesItem {
  readonly things: readonly SentenceMention[]
  readonly from: number
  readonly to: number
}

/** Characters between the body of an item and the word that says what it is: 心内科, 李某. */
const BETWEEN = 14
/** Characters of a count: 12个. */
const COUNT = 3
const TITLES = [
  'form-名医工作室',
  'form-教学科研',
  'form-技术协作',
  'form-专科联盟',
  'form-医联体',
  'form-对口支援',
  'form-远程医疗',
  'subcentre',
]

/** 甲大学教学医院、乙大学教学医院: what follows the partner of this rule is one more. */
const TITLED = 'cooperation/titled-by-b'

/** Where the title of the item ends that begins with the body at `body`; undefined where it has none. */
function titleAfter(tokens: Tokens, body: number): number | undefined {
  const from = tokens[body]?.to ?? 0
  // 甲研究中心江州分中心: a place stands in the title.
  const hasPlace = tokens[body + 1]?.things[0]?.label === 'District'
  for (let index = body + (hasPlace ? 2 : 1); index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'things' || token.kind === 'stop' || token.from - from > BETWEEN) return undefined
    if (token.classes.includes('item')) return undefined
    if (TITLES.some((name) => token.classes.includes(name))) return index
  }
  return undefined
}

function isJoint(token: Token<SentenceMention> | undefined): boolean {
  return token !== undefined && (token.classes.includes('item') || token.classes.includes('and'))
}

/** 甲专家工作站2个、…: what may stand between a title and the 、 after it. */
function isCount(token: Token<SentenceMention> | undefined): boolean {
  return token?.kind === 'gap' && token.to - token.from <= COUNT
}

/** “甲名医工作室”“乙名医工作室”: quotation marks alone part two items. */
function isQuoted(tokens: Tokens, title: number): boolean {
  const [one, other] = [tokens[title], tokens[title + 1]]
  return one !== undefined && other?.kind === 'things' && other.from - one.to === 2
}

function itemOf(tokens: Tokens, body: number, title: number): SeriesItem {
  return { things: tokens[body]?.things ?? [], from: tokens[body]?.from ?? 0, to: tokens[title]?.to ?? 0 }
}

/** The items of the list in which the partners of a match stand, these among them; empty where they stand in none. */
export function itemsBeside({ rule, tokens, match }: RuleMatch): readonly SeriesItem[] {
  const partner = match.slots.get('B')?.at(-1)
  const own = tokens.findIndex((token, index) => index >= match.first && token.things.some((thing) => thing === partner))
  const title = own < 0 ? undefined : titleAfter(tokens, own)
  if (partner === undefined || title === undefined) return []
  const items = [itemOf(tokens, own, title)]
  for (let end = title; ;) {
    const joint = isCount(tokens[end + 1]) ? end + 2 : end + 1
    const body = isJoint(tokens[joint]) ? joint + 1 : isQuoted(tokens, end) ? end + 1 : -1
    const next = tokens[body]?.kind === 'things' ? titleAfter(tokens, body) : undefined
    if (next === undefined) break
    items.push(itemOf(tokens, body, next))
    end = next
  }
  for (let first = own; ;) {
    const before = isCount(tokens[first - 2]) ? first - 3 : first - 2
    const last = isJoint(tokens[first - 1]) ? before : isQuoted(tokens, first - 1) ? first - 1 : -1
    const nearest = tokens.slice(0, Math.max(last, 0)).findLastIndex((token) => token.kind === 'things' || token.kind === 'stop')
    const body = tokens[nearest]?.things[0]?.label === 'District' && tokens[nearest - 1]?.kind === 'things' ? nearest - 1 : nearest
    if (body < 0 || tokens[body]?.kind === 'stop' || titleAfter(tokens, body) !== last) break
    items.unshift(itemOf(tokens, body, last))
    first = body
  }
  const isItem = (name: string): boolean => name === 'B' || (name === 'X' && rule.id === TITLED)
  const others = new Set([...match.slots].flatMap(([name, things]) => (isItem(name) ? [] : things.map(({ entity }) => entity))))
  return items.length < 2 ? [] : items.filter(({ things }) => things.every(({ entity }) => !others.has(entity)))
}

/** 成为甲大学教学医院、乙大学附属医院: the hospitals' names that end such a list, where nothing more is said of them. */
export function namesAtEnd({ tokens, match }: RuleMatch, items: readonly SeriesItem[]): readonly SentenceMention[] {
  const last = Math.max(match.last, tokens.findIndex(({ to }) => to === items.at(-1)?.to) + 1)
  const body = tokens[last + 1]
  const isNext = isJoint(tokens[last]) && body?.kind === 'things'
  const isEnd = tokens[last + 2] === undefined || tokens[last + 2]?.kind === 'stop'
  return isNext && isEnd && body.things.every(({ label }) => label === 'Hospital') ? body.things : []
}

/** 继2019年与甲合作、挂牌乙分院之后，丙…: what was done before, up to its verb, whatever the rest of the sentence tells. */
export function itemBefore({ rule, tokens, match }: RuleMatch): SeriesItem | undefined {
  if (rule.id !== 'cooperation/after-with-b-a-goes-on') return undefined
  const verb = match.words.findLast((word) => tokens[word]?.classes.includes('form'))
  const to = tokens[verb ?? match.last - 1]?.to
  return to === undefined ? undefined : { from: tokens[match.first]?.from ?? 0, to, things: match.slots.get('B') ?? [] }
}

/** The year of such an item, which is that of no other claim of its sentence. */
export function timeBefore(found: RuleMatch): { status: 'in_effect'; year?: number } | undefined {
  const item = itemBefore(found)
  if (item === undefined) return undefined
  const year = /(?:19|20)\d{2}(?=年)/u.exec(found.sentence.text.slice(item.from, item.to))?.[0]
  return { status: 'in_effect', ...(year === undefined ? {} : { year: Number(year) }) }
}
