/** Turns a sentence with its names into the tokens that relation patterns run over. */
import type { Token } from '../grammar/pattern.ts'
import { Trie } from '../grammar/trie.ts'
import type { SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'

/** Words by class, as the rule files give them; longest match wins, a word may belong to several classes. */
export class WordClasses {
  private readonly classesByWord = new Trie<string[]>()

  add(word: string, name: string): void {
    const classes = this.classesByWord.get(word) ?? []
    if (!classes.includes(name)) classes.push(name)
    this.classesByWord.set(word, classes)
  }

  /** Whether a word may begin at `at`; false is sure. */
  opens(text: string, at: number): boolean {
    return this.classesByWord.opens(text, at)
  }

  /** The longest word that begins at `at` and ends before `limit`. */
  at(text: string, at: number, limit: number): { length: number; classes: readonly string[] } | undefined {
    const hit = this.classesByWord.longestAt(text, at, limit)
    return hit === undefined ? undefined : { length: hit.to - at, classes: hit.value }
  }
}

const STOPS: Readonly<Record<string, readonly string[]>> = {
  '，': ['comma'],
  '；': ['semicolon'],
  '：': ['colon', 'comma'],
  '。': ['end'],
  '！': ['end'],
  '？': ['end'],
  '\t': ['cell'],
  '|': ['cell'],
}
const QUOTES = '“”"‘’「」『』《》'
const ALIAS_BRACKET = 40
/** What is neither a mark with a meaning nor the beginning of a word only makes a gap longer: most characters. */
const MARKS = new Set([...Object.keys(STOPS), ...QUOTES.split(''), '、'].map((mark) => mark.charCodeAt(0)))

/** Groups, words, gaps and stops of a sentence, in order. Quotation marks and brackets that only gloss a name leave no token. */
export function tokenise(sentence: Sentence, mentions: readonly SentenceMention[], words: WordClasses): Token<SentenceMention>[] {
  const tokens: Token<SentenceMention>[] = []
  const { text } = sentence
  let gap = -1
  const flush = (to: number): void => {
    if (gap >= 0) tokens.push({ kind: 'gap', from: gap, to, things: [], classes: [] })
    gap = -1
  }
  let upcoming = 0
  for (let at = 0; at < text.length;) {
    while ((mentions[upcoming]?.from ?? Infinity) < at) upcoming++
    const mention = mentions[upcoming]?.from === at ? mentions[upcoming] : undefined
    if (mention !== undefined && !isClassWord(mention, text, words)) {
      flush(at)
      at = pushMention(tokens, mention, text)
      continue
    }
    if (!MARKS.has(text.charCodeAt(at)) && !words.opens(text, at)) {
      if (gap < 0) gap = at
      at++
      continue
    }
    const mark = text.charAt(at)
    const limit = mentions[mention === undefined ? upcoming : upcoming + 1]?.from ?? text.length
    const word = words.at(text, at, limit)
    const stop = STOPS[mark]
    if (word !== undefined) {
      flush(at)
      tokens.push({ kind: 'word', from: at, to: at + word.length, things: [], classes: word.classes })
      at += word.length
    } else if (stop !== undefined) {
      flush(at)
      tokens.push({ kind: 'stop', from: at, to: at + 1, things: [], classes: stop })
      at++
    } else if (mark === '、') {
      flush(at)
      tokens.push({ kind: 'word', from: at, to: at + 1, things: [], classes: ['and', 'item'] })
      at++
    } else {
      if (QUOTES.includes(mark)) flush(at)
      else if (gap < 0) gap = at
      at++
    }
  }
  flush(text.length)
  return joinGroups(tokens)
}

/** 授予“技术协作医院”: a title of the forms of cooperation looks like a hospital's name. */
function isClassWord(mention: SentenceMention, text: string, words: WordClasses): boolean {
  const word = words.at(text, mention.from, mention.to)
  return word !== undefined && word.length === mention.to - mention.from && word.classes.includes('form')
}

/** Adds a mention and gives where reading goes on: after the bracket that glosses it, if one follows. */
function pushMention(tokens: Token<SentenceMention>[], mention: SentenceMention, text: string): number {
  tokens.push({ kind: 'things', from: mention.from, to: mention.to, things: [mention], classes: [] })
  if (text.charAt(mention.to) !== '（') return mention.to
  const close = text.indexOf('）', mention.to)
  return close > 0 && close - mention.to <= ALIAS_BRACKET ? close + 1 : mention.to
}

/** Joins things with only 、 between them into one group; of a chain of places (凉山州布拖县) the narrowest stands for all. */
function joinGroups(tokens: readonly Token<SentenceMention>[]): Token<SentenceMention>[] {
  const joined: Token<SentenceMention>[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    const last = joined.at(-1)
    const before = joined.at(-2)
    if (last?.to === token.from && isPlace(last) && isPlace(token)) {
      joined[joined.length - 1] = token
      continue
    }
    if (
      token.kind === 'things' &&
      last?.classes.includes('item') === true &&
      before?.kind === 'things' &&
      sameSort(before, token) &&
      !inPairs(joined, tokens, index)
    ) {
      joined.splice(-2, 2, { ...before, to: token.to, things: [...before.things, ...token.things] })
    } else joined.push(token)
  }
  return joined
}

/** Whether the 、 before `index` parts two pairs, as in 甲与乙、丙与丁, so that 乙 and 丙 are no list. */
function inPairs(joined: readonly Token<SentenceMention>[], tokens: readonly Token<SentenceMention>[], index: number): boolean {
  return (
    joined.at(-3)?.classes.includes('with') === true &&
    joined.at(-4)?.kind === 'things' &&
    tokens[index + 1]?.classes.includes('with') === true
  )
}

function sameSort(a: Token<SentenceMention>, b: Token<SentenceMention>): boolean {
  return isPlace(a) === isPlace(b)
}

function isPlace(token: Token<SentenceMention>): boolean {
  return token.kind === 'things' && token.things[0]?.label === 'District'
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
