/** Turns a sentence with its names into the tokens that relation patterns run over. */
import type { Token } from '../../grammar/pattern.ts'
import { Trie } from '../../grammar/trie.ts'
import type { SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { withoutDepartments } from './departments.ts'
import { withoutLeadsWithin } from './led-alliances.ts'
import { withBothAlike, withClauseMarks } from './clause-marks.ts'
import { withListCommas } from './list-commas.ts'
import { partnerNote } from './partner-notes.ts'
import { isSeat } from './seats.ts'
import { joinGroups, withoutUnread } from './token-groups.ts'
import { isScene } from './scenes.ts'
import { maySign, signatoryEnd } from './signatories.ts'
import { unitTable } from './unit-table.ts'

/** Words by class, as the rule files give them; longest match wins, a word may belong to several classes. */
export class WordClasses {
  private readonly classesByWord = new Trie<string[]>()
  private readonly wordsByClass = new Map<string, string[]>()

  add(word: string, name: string): void {
    const classes = this.classesByWord.get(word) ?? []
    if (classes.includes(name)) return
    classes.push(name)
    this.classesByWord.set(word, classes)
    const words = this.wordsByClass.get(name)
    if (words === undefined) this.wordsByClass.set(name, [word])
    else words.push(word)
  }

  /** The words of a class. */
  of(name: string): readonly string[] {
    return this.wordsByClass.get(name) ?? []
  }

  /** Whether a word may begin at `at`; false is sure. */
  opens(text: string, at: number): boolean {
    return this.classesByWord.opens(text, at)
  }

  /** Classes of the words of a text, left to right, each word the longest. */
  in(text: string): string[] {
    const classes: string[] = []
    for (let at = 0; at < text.length;) {
      const word = this.at(text, at, text.length)
      classes.push(...(word?.classes ?? []))
      at += word?.length ?? 1
    }
    return classes
  }

  /** The longest word that begins at `at` and ends before `limit`. */
  at(text: string, at: number, limit: number): { length: number; classes: readonly string[] } | undefined {
    const hit = this.classesByWord.longestAt(text, at, limit)
    return hit === undefined ? undefined : { length: hit.to - at, classes: hit.value }
  }
}

/** Classes of the marks that part clauses. */
const STOPS_BY_MARK: Readonly<Record<string, readonly string[]>> = {
  '，': ['comma'],
  '；': ['semicolon'],
  '：': ['colon', 'comma'],
  '。': ['end'],
  '！': ['end'],
  '？': ['end'],
  '\t': ['cell'],
  '|': ['cell'],
}
const STOPS: ReadonlyMap<number, readonly string[]> = new Map(
  Object.entries(STOPS_BY_MARK).map(([mark, classes]) => [mark.charCodeAt(0), classes]),
)
/** 甲医院—乙医院: two parties of one agreement. */
const DASH_MARKS = '—-－·→'
const DASHES = unitTable(DASH_MARKS)
const QUOTE_MARKS = '“”"‘’「」『』《》'
const QUOTES = unitTable(QUOTE_MARKS)
const ITEM_MARK = '、'.charCodeAt(0)
const OPEN_MARK = '（'.charCodeAt(0)
const ALIAS_BRACKET = 40
/** 甲县、乙县等8家妇幼保健机构: bodies of the places are counted, not the places. */
const COUNTED_AFTER = /^等\d{1,3}[家所]/u
const LISTED = /^、/u
/** What is neither a mark with a meaning nor the beginning of a word only makes a gap longer: most characters. */
const MARKS = unitTable(`${String.fromCharCode(...STOPS.keys())}${QUOTE_MARKS}${DASH_MARKS}、（`)

const NONE: readonly never[] = []
const ITEM = ['and', 'item']
const OPEN = ['open']
const END = ['end']
const DASH = ['with', 'dash']
const MEMBERS = ['member-note']

/** Marks and home words that make a token of a class without a word of it. */
const MARKS_BY_CLASS: Readonly<Record<string, readonly string[]>> = {
  ours: ['我', '本'],
  with: ['—', '-', '－', '→', '·'],
  dash: ['—', '-', '－', '→', '·'],
  and: ['、', '，'],
  item: ['、', '，'],
  open: ['（'],
  'member-note': ['（'],
  'partner-note': ['（'],
}

/** Words and marks of which one stands wherever there is a token of a class. */
export function spellingsOf(name: string, words: WordClasses): readonly string[] {
  const stops = Object.keys(STOPS_BY_MARK).filter((mark) => STOPS_BY_MARK[mark]?.includes(name) === true)
  return [...words.of(name), ...(MARKS_BY_CLASS[name] ?? []), ...stops]
}

/** Groups, words, gaps and stops of a sentence, in order. Quotation marks and brackets that only gloss a name leave no token. */
export function tokenise(sentence: Sentence, mentions: readonly SentenceMention[], words: WordClasses): Token<SentenceMention>[] {
  const tokens: Token<SentenceMention>[] = []
  const { text } = sentence
  let gap = -1
  const flush = (to: number): void => {
    if (gap >= 0) tokens.push({ kind: 'gap', from: gap, to, things: NONE, classes: NONE })
    gap = -1
  }
  const signs = maySign(text)
  let upcoming = 0
  let scene = -1
  const counted = countedPlaces(mentions, text)
  for (let at = 0; at < text.length;) {
    while ((mentions[upcoming]?.from ?? Infinity) < at) upcoming++
    const mention = mentions[upcoming]?.from === at ? mentions[upcoming] : undefined
    if (mention !== undefined && (counted.has(mention) || isScene(mention, text, scene) || isOfUnread(mention, text, words))) {
      // 在我县设立: no party, but the rules may ask for it.
      if (isOurs(text, mention)) {
        flush(at)
        tokens.push({ kind: 'word', from: at, to: mention.to, things: [], classes: ['ours'] })
      } else if (gap < 0) gap = at
      scene = at = mention.to
      continue
    }
    if (mention !== undefined && !isClassWord(mention, text, words)) {
      flush(at)
      at = pushMention(tokens, mention, { text, inner: mentions[upcoming + 1] })
      const next = mentions[upcoming + 1]?.from ?? text.length
      const person = signs && mention.label !== 'Consortium' ? signatoryEnd(text, at, next) : at
      // 甲院长某，乙局长某代表双方签约: one list of parties.
      if (person > at && text.charAt(person) === '，' && next === person + 1) {
        tokens.push({ kind: 'word', from: person, to: next, things: NONE, classes: ITEM })
        at = next
      } else at = person
      continue
    }
    // 我县人民医院: the word before the level word is part of the name.
    if (mention === undefined && mentions[upcoming]?.from === at + 1 && text.charAt(at) === '我') {
      flush(at)
      at++
      continue
    }
    const sign = mention === undefined ? nextSign(text, at, words, mentions[upcoming]?.from) : at
    if (sign > at) {
      if (gap < 0) gap = at
      at = sign
      continue
    }
    const mark = text.charCodeAt(at)
    if (mention === undefined && DASHES[mark] === 1 && tokens.at(-1)?.to === at && tokens.at(-1)?.kind === 'things') {
      const to = at + (text.charAt(at + 1) === text.charAt(at) ? 2 : 1)
      if (mentions[upcoming]?.from === to) {
        tokens.push({ kind: 'word', from: at, to, things: NONE, classes: DASH })
        at = to
        continue
      }
    }
    const next = mentions[mention === undefined ? upcoming : upcoming + 1]
    const limit = next === undefined ? text.length : isClassWord(next, text, words, at) ? next.to : next.from
    const word = words.at(text, at, limit)
    const stop = word === undefined ? STOPS.get(mark) : undefined
    if (word !== undefined) {
      flush(at)
      tokens.push({ kind: 'word', from: at, to: at + word.length, things: NONE, classes: word.classes })
      at += word.length
    } else if (stop !== undefined) {
      flush(at)
      tokens.push({ kind: 'stop', from: at, to: at + 1, things: NONE, classes: stop })
      at++
    } else if (mark === ITEM_MARK) {
      flush(at)
      tokens.push({ kind: 'word', from: at, to: at + 1, things: NONE, classes: ITEM })
      at++
    } else if (mark === OPEN_MARK && mentions[upcoming]?.from === at + 1) {
      // 工作室2个（甲、乙）: names that a bracket gives.
      flush(at)
      tokens.push({ kind: 'word', from: at, to: at + 1, things: NONE, classes: OPEN })
      at++
    } else {
      const isBetween = text.startsWith('”“', at) && tokens.at(-1)?.to === at && mentions[upcoming]?.from === at + 2
      if (isBetween && tokens.at(-1)?.kind === 'things') {
        // 加挂“甲青岚分院”“甲云溪分院”: names in quotes side by side are a list.
        tokens.push({ kind: 'word', from: at, to: at + 2, things: NONE, classes: ITEM })
        at++
      } else if (QUOTES[mark] === 1) flush(at)
      else if (gap < 0) gap = at
      at++
    }
  }
  flush(text.length)
  // 甲医共体：乙、丙, as a line of its own: it ends as a sentence does.
  if (sentence.row === undefined && tokens.at(-1)?.kind !== 'stop')
    tokens.push({ kind: 'stop', from: text.length, to: text.length, things: NONE, classes: END })
  return joinGroups(
    withoutLeadsWithin(
      withListCommas(withBothAlike(withClauseMarks(withoutUnread(withoutDepartments(tokens, text), text), text), text), text),
    ),
    text,
  )
}

/** Where the next mark stands, or a word may begin, before `limit`: what lies between only makes a gap. */
function nextSign(text: string, from: number, words: WordClasses, limit: number = text.length): number {
  let at = from
  while (at < limit && MARKS[text.charCodeAt(at)] !== 1 && !words.opens(text, at)) at++
  return at
}

/** 我县, 本区: the home by its own word. */
function isOurs(text: string, { from, to }: SentenceMention): boolean {
  return to - from === 2 && '我本'.includes(text.charAt(from))
}

const BRANCH = /(?:镇|乡|街道)分院（$/u

const NOTHING: ReadonlySet<SentenceMention> = new Set()

/** Places of a list at whose end bodies are counted. */
function countedPlaces(mentions: readonly SentenceMention[], text: string): ReadonlySet<SentenceMention> {
  let counted: Set<SentenceMention> | undefined
  for (let index = mentions.length - 1; index >= 0; index--) {
    const [mention, next] = [mentions[index], mentions[index + 1]]
    if (mention?.label !== 'District') continue
    const isJoined =
      next !== undefined &&
      counted?.has(next) === true &&
      next.from - mention.to <= 1 &&
      LISTED.test(text.slice(mention.to, next.from) + '、')
    if (isJoined || COUNTED_AFTER.test(text.slice(mention.to, mention.to + 6))) (counted ??= new Set()).add(mention)
  }
  return counted ?? NOTHING
}

/** What follows a place in a name that was not read: 妇女儿童医院, 培华学院; not 各级医院, 的医院. */
const UNREAD_AFTER =
  /^(?!各|的|全|直属|[直市县]属|这|那|我|该|某|有|多|大|[省市县区乡镇州][级属直]|三[级甲]|二[级甲]|公立|民营|基层|知名|上级|辖区|\d)(?:(?![与和及同、在到赴由对将已向为把被等])[〇㐀-鿿]){2,8}?(?:医院|卫生院|保健院|诊所|门诊部|学院|大学|学校|中[学专]|职高|技校|职教中心|公司|协会|学会|基金会|研究院|研究所|商会|医学副?中心|副中心|卫生服务中心|卫生服务站|管委会|管理委员会)/u
const LONGEST_UNREAD = 12
/** 上海|专家团队, 上海|优质医疗资源: people and bodies from there, and not the place. */
const FROM_THERE =
  /^的?(?:(?:知名|顶尖|资深|大)?(?:专家|名医|教授|大夫|医生|大医院)|(?:知名|著名|顶尖|顶级|优质|优秀|先进|一流|权威|高端|高水平|高品质|高质量|各大|多家|三甲|名|大|等地的?){1,2}的?(?:公立|三甲)?(?:医疗|卫生|健康){0,2}(?:资源|医院|机构|团队))/u
/** 与江州市|县级医疗机构签约: bodies that nobody names, and not the place. */
const BODIES_AFTER =
  /^(?:的|县级|区级|市级|基层|各级|各|部分|相关|有关|所属|辖区|辖内|所有|多家|数家|几家|若干家?|[两三四五六七八九十\d]+[家所])+(?:公立|公办|民营|社会办|综合|专科)*(?:医疗(?:卫生)?机构|医院|卫生院|诊所)/u
/** A village or a neighbourhood by its name; 每个村, 全村 name none. */
const VILLAGE =
  /^(?:[〇㐀-鿿]{2,4}(?:镇|乡|街道))?(?:(?![与和及同、在到赴由对将已为把被等的各每全个所进展设有驻]|向(?![家阳荣东西南北]))[〇㐀-鿿]){1,4}(?:行政)?[村寨屯](?![卫医级民委居中里镇乡])(?=[，。；、）（：\d]|$|[和与及等脱贫困驻党]|[开进走])/u
/** 江州大学第五附属（云溪）医院, 江州大学校医院, 江州大学儿科学院副院长, where no name was read from it. */
const NUMBERED_AFTER =
  /^(?:第[一二三四五六七八九十]{1,2}(?:临床|附属)|校?医院|(?:(?![与和及、将为的在由])[〇㐀-鿿]){2,6}学院(?:党委|党总支)?(?:副?书记|(?:常务|执行)?副?院长))/u

/** Whether a place, or a university, only begins a name that was not read; no word of the rules stands before the head of one. */
function isOfUnread({ label, from, to, attrs }: SentenceMention, text: string, words: WordClasses): boolean {
  if (attrs['kind'] === 'university') return NUMBERED_AFTER.test(text.slice(to, to + LONGEST_UNREAD))
  if (label !== 'District') return false
  if (!/[省市县区旗州盟]$/u.test(text.slice(from, to)) && FROM_THERE.test(text.slice(to, to + LONGEST_UNREAD))) return true
  // 岩口镇|向家村: the village is meant, and not the place that it lies in.
  if (/[县区镇乡道]$/u.test(text.slice(from, to)) && VILLAGE.test(text.slice(to, to + LONGEST_UNREAD))) return true
  if (/[与和同跟]$/u.test(text.charAt(from - 1)) && BODIES_AFTER.test(text.slice(to, to + 2 * LONGEST_UNREAD))) return true
  const name = UNREAD_AFTER.exec(text.slice(to, to + LONGEST_UNREAD))?.[0]
  if (name === undefined) return false
  for (let at = to; at < to + name.length - 2; at++)
    if (words.opens(text, at) && words.at(text, at, to + name.length - 2) !== undefined) return false
  return true
}

/** 授予“技术协作医院”, 医联体医院: a title of the forms of cooperation looks like a hospital's name, or ends like one. */
function isClassWord({ from, to }: SentenceMention, text: string, words: WordClasses, at = from): boolean {
  const begins = [from, ...(at < from && from - at <= TITLE_BEFORE ? [at] : [])]
  return begins.some((begin) => {
    const word = words.at(text, begin, to)
    return word !== undefined && word.length === to - begin && word.classes.includes('form')
  })
}

/** Characters of a title before what looks like a name in it: 医[联体医院]. */
const TITLE_BEFORE = 4

/** Adds a mention and gives where reading goes on: after the bracket that glosses it, if one follows. 附属医院（筹） is still to be one. */
function pushMention(
  tokens: Token<SentenceMention>[],
  mention: SentenceMention,
  { text, inner }: { text: string; inner: SentenceMention | undefined },
): number {
  const seat = inner !== undefined && isSeat(mention, inner, text) ? [inner] : NONE
  // 青岚镇分院（青岚镇卫生院）: it is the one in the bracket that is meant.
  const isGloss =
    mention.attrs['kind'] === 'campus' &&
    inner?.label === 'Hospital' &&
    inner.from === mention.to + 1 &&
    BRANCH.test(text.slice(mention.from, inner.from))
  tokens.push({ kind: 'things', from: mention.from, to: mention.to, things: [isGloss ? inner : mention, ...seat], classes: NONE })
  if (text.charAt(mention.to) !== '（' || text.charAt(mention.to + 1) === '筹') return mention.to
  const close = text.indexOf('）', mention.to)
  // 县医共体（甲、乙、丙）, （总院：甲）: its members.
  if (mention.label === 'Consortium' && /、|^（(?:总院|牵头|龙头)/u.test(text.slice(mention.to, close))) {
    tokens.push({ kind: 'word', from: mention.to, to: mention.to + 1, things: NONE, classes: MEMBERS })
    return mention.to + 1
  }
  // 甲（对口单位：乙）: whom it works with.
  const note = mention.label === 'Consortium' ? undefined : partnerNote(text, mention.to)
  if (note !== undefined) {
    tokens.push({ kind: 'word', from: mention.to, to: note.to, things: NONE, classes: note.classes })
    return note.to
  }
  return close > 0 && close - mention.to <= ALIAS_BRACKET ? close + 1 : mention.to
}

/** Tokens on either side that a clause may have: no clause of a report comes near, and a text without stops costs no more for it. */
const MOST_CLAUSE = 150

/** Token index range of the clause around a token: between stops. */
export function clauseAround(tokens: readonly Token<SentenceMention>[], first: number, last: number): { first: number; last: number } {
  let from = first
  while (from > 0 && first - from < MOST_CLAUSE && tokens[from - 1]?.kind !== 'stop') from--
  let to = last
  while (to < tokens.length && to - last < MOST_CLAUSE && tokens[to]?.kind !== 'stop') to++
  return { first: from, last: to }
}

/** The one hospital that a sentence names before 与 another: 江南省肿瘤医院与青岚县人民医院签约. */
export function hospitalBeforeWith(tokens: readonly Token<SentenceMention>[]): SentenceMention | undefined {
  const at = tokens.findIndex(({ classes }) => classes.includes('with'))
  const named = tokens
    .slice(0, Math.max(0, at))
    .flatMap(({ things }) => things)
    .filter(({ label }) => label === 'Hospital')
  return new Set(named.map(({ entity }) => entity)).size === 1 ? named[0] : undefined
}

/** 甲院长由乙选派，该院另派出专家到丙: who has sent goes on sending. `at` is the token of 该院. */
export function senderBefore(tokens: readonly Token<SentenceMention>[], at: number): SentenceMention | undefined {
  const isSent = (some: readonly Token<SentenceMention>[]): boolean => some.some(({ classes }) => classes.includes('send'))
  const clause = clauseAround(tokens, at, at)
  const before = tokens.slice(0, clause.first)
  const named = before.findLastIndex(({ things }) => things.some(({ label }) => label === 'Hospital'))
  const [only, ...more] = before[named]?.things ?? []
  if (more.length > 0 || before[named - 1]?.classes.includes('by') !== true) return undefined
  return isSent(tokens.slice(at, clause.last)) && isSent(before.slice(named + 1)) ? only : undefined
}
