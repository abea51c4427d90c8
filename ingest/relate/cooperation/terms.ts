/** What the words of a cooperation say of it: its form, and the specialties that it is about. */
import { mostSpecificForm } from '../../../cypher/model/index.ts'
import { Trie } from '../../grammar/trie.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { PlaceAmong } from '../sentence/agreements.ts'
import type { RuleMatch, Tokens } from '../sentence/passage.ts'
import type { SeriesItem } from '../sentence/series.ts'
import { findSpecialties } from './specialties.ts'
import { clauseAround } from '../sentence/tokens.ts'
import { AGREEMENT } from '../sentence/agreements.ts'

/** Rules whose partner may be named by its consortium: 与甲的胸痛专科联盟运行良好. */
const OF_CONSORTIUM: ReadonlySet<string> = new Set(['cooperation/titled-by-b', 'cooperation/builds-consortium-with-b'])

/** The most specific form that the match and the rest of its clause say, and what the next clause says was made of it. */
export function formIn({ rule, tokens, match, sentence }: RuleMatch, item: SeriesItem | undefined): string | undefined {
  if (item !== undefined) {
    const own = mostSpecificForm(formsOf(tokens.filter(({ from, to }) => from >= item.from && to <= item.to)))
    if (own !== undefined) return own
  }
  if (OF_CONSORTIUM.has(rule.id)) {
    const kind = formOfConsortium(match.slots.get('B')?.find(({ label }) => label === 'Consortium'))
    if (kind !== undefined) return kind
  }
  const clause = clauseOf(tokens, match)
  const title = titleEnd(sentence.text, tokens[match.first]?.from ?? 0)
  // 签署协议后由… tells of something else.
  const over = tokens.findIndex((token, index) => index >= match.last - 1 && index < clause.last && sentence.text.charAt(token.to) === '后')
  const fields = fieldsIn(sentence.text)
  const end = Math.min(over < 0 ? clause.last : over + 1, nextPair(tokens, match.last, clause.last))
  const names = [
    ...tokens.slice(match.first, end),
    ...(end < clause.last && over < 0 ? [] : outcomeAfter(tokens, clause.last, sentence.text)),
  ].filter(
    (token) =>
      token.from < title &&
      !fields.some(({ from, to }) => token.from >= from && token.to <= to) &&
      !(token.classes.includes('form-共建') && RHETORIC.test(sentence.text.slice(token.to, token.to + RHETORIC_REACH))),
  )
  return mostSpecificForm(formsOf(withoutTitle(names, sentence.text)))
}

/** The clause of a match; the mark that ends a title, 甲协作医院，, begins no further one. */
function clauseOf(tokens: Tokens, { first, last }: RuleMatch['match']): { first: number; last: number } {
  const isMarked = last - 1 > first && tokens[last - 1]?.kind === 'stop'
  return clauseAround(tokens, first, isMarked ? last - 1 : last)
}

/** 甲、乙专科联盟成员单位: the form of an agreement is the kind of the consortium that is named beside the party. */
function formOfConsortium(beside: SentenceMention | undefined): string | undefined {
  const kind = beside?.attrs['kind']
  return kind === '专科联盟' || kind === '医联体' ? kind : undefined
}

const SIGNS = /^(?:正式|共同|联合)?签[署订定下]$/u

/** 签署深化医疗服务合作项目协议: what an agreement is called tells no cooperation beside it. */
function withoutTitle(tokens: Tokens, text: string): Tokens {
  const verb = tokens.findIndex(({ from, to }) => SIGNS.test(text.slice(from, to)))
  const noun = verb < 0 ? -1 : tokens.findLastIndex(({ kind, from, to }) => kind === 'word' && AGREEMENT.test(text.slice(from, to)))
  return noun < 0 ? tokens : tokens.filter(({ classes }, index) => index < verb || index > noun || !classes.includes('form-合作'))
}

/** 共建医疗新生态, 共建健康新格局: a phrase, and nothing that is built. */
const RHETORIC =
  /^[“"]?[\u4e00-\u9fff]{0,8}?(?:新生态|新格局|新篇章?|新未来|新图景|新局面|新蓝图|新模式|新征程|新引擎|新样板|美好|未来|健康梦|共同体)/u
const RHETORIC_REACH = 16

/** 《甲与乙战略合作协议》及《甲与丙医联体建设协议》: where the title ends that a match begins in; the end of all text outside of one. */
function titleEnd(text: string, from: number): number {
  const open = text.lastIndexOf('《', from)
  const close = open < 0 ? -1 : text.indexOf('》', open)
  return close > from ? close : Infinity
}

/** 甲与乙战略合作协议和乙与丙医联体协议; 与乙签订合作协议、与丙签订医联体协议: where the next party is told, up to `last`. In 《甲—乙医联体协议》 the same two are named. */
function nextPair(tokens: Tokens, from: number, last: number): number {
  for (let index = from; index + 1 < last; index++) {
    const { classes } = tokens[index] ?? {}
    if (classes?.includes('with') !== true || classes.includes('dash') || tokens[index + 1]?.kind !== 'things') continue
    const before = tokens[index - 1]
    if (before?.kind === 'things') return index - 1
    if (before?.classes.includes('item') === true) return index
  }
  return last
}

function formsOf(tokens: Tokens): string[] {
  return tokens.flatMap(({ classes }) => classes.filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length)))
}

const FIELDS = /在[^，。；]{2,60}?(?:方面|领域)/gu

/** 在人才培养、远程会诊等方面合作: fields in which parties cooperate are no forms of it. */
function fieldsIn(text: string): { from: number; to: number }[] {
  if (!text.includes('方面') && !text.includes('领域')) return []
  return matchesOf(FIELDS, text).map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

const COUNTED = /(?<!第)(?<!\d)\d{1,3}(?:余|多)?[个家项]/u

const MADE = ['become', 'found', 'ally', 'hang']

/** 签订合作协议，成为其技术协作医院; …，双方将合作共建新院区: the clause after, where it begins with what was made. */
function outcomeAfter(tokens: Tokens, last: number, text: string): Tokens {
  if (tokens[last]?.classes.includes('comma') !== true) return []
  const { last: to } = clauseAround(tokens, last + 1, last + 1)
  const clause = tokens.slice(last + 1, to)
  const opening = clause
    .slice(0, OPENING)
    .filter((token) => token.kind === 'gap' || !['both', 'as'].some((name) => token.classes.includes(name)))
  const [first, second] = opening
  const verb = first?.kind === 'gap' && first.to - first.from <= MADE_AFTER ? second : first
  if (verb?.classes.includes('form-共建') === true) return [verb]
  const isMade = MADE.some((name) => verb?.classes.includes(name) === true)
  // 结成帮扶对子，建立专科联盟11个: what is counted was made with others too.
  if (COUNTED.test(text.slice(clause[0]?.from ?? 0, clause.at(-1)?.to))) return []
  return isMade && clause.every((token) => token.kind !== 'things') ? clause : []
}

/** Tokens in which such a clause has its verb: 双方将合作共建. */
const OPENING = 4
/** Characters before the verb of such a clause: 并, 正式, 共同. */
const MADE_AFTER = 2

const specialtyWords = new WeakMap<Reading['lexicon'], Trie<true>>()

/** Specialties of the clause and of the clause after it, as long as that names nobody new. */
export function specialtiesIn(reading: Reading, { tokens, match, sentence }: RuleMatch, item: SeriesItem | undefined): string[] {
  let words = specialtyWords.get(reading.lexicon)
  if (words === undefined) {
    words = new Trie<true>()
    for (const word of reading.lexicon.words('specialties')) if (word.length > 1) words.set(word, true)
    specialtyWords.set(reading.lexicon, words)
  }
  const options = { words, mentions: reading.mentions[sentence.index] ?? [] }
  if (item !== undefined) return findSpecialties(sentence.text, item, options)
  const clause = clauseOf(tokens, match)
  const taken = takenBy(tokens, match)
  if (taken !== undefined) return findSpecialties(sentence.text, taken, options)
  const own = new Set([...[...match.slots.values()].flat().map(({ entity }) => entity), reading.document.speaker])
  let to = clause.last
  if (tokens[to]?.classes.includes('comma') === true) {
    const next = clauseAround(tokens, to + 1, to + 1)
    if (
      !tokens
        .slice(next.first, next.last)
        .some((token) => token.kind === 'things' && token.things.some((thing) => thing.label !== 'District' && !own.has(thing.entity)))
    )
      to = next.last
  }
  // 甲的脑病科，由乙坐诊: the department is told before.
  const before = tokens[clause.first - 2]
  const isOfBefore = match.words.some((word) => tokens[word]?.classes.includes('by')) && before?.kind === 'gap'
  const opening = isOfBefore && sentence.text.charAt(before.to - 1) === '科' ? before.from : undefined
  const range = { from: opening ?? tokens[clause.first]?.from ?? 0, to: tokens[to - 1]?.to ?? sentence.text.length }
  return findSpecialties(sentence.text, range, options)
}

/** 甲包|心内科|、乙包骨科: where the department stands that one takes charge of, up to the next one that does. */
function takenBy(tokens: Tokens, { words, last, slots }: RuleMatch['match']): { from: number; to: number } | undefined {
  const verb = words.findLast((word) => tokens[word]?.classes.includes('take-charge') === true)
  if (verb === undefined || slots.has('A') || (slots.get('B')?.length ?? 0) > 1) return undefined
  const next = tokens.findIndex(({ kind }, index) => index >= last && (kind === 'things' || kind === 'stop'))
  return { from: tokens[verb]?.to ?? 0, to: tokens[next]?.from ?? tokens.at(-1)?.to ?? 0 }
}

/** 甲、乙分别帮扶丙心内科、普外科: of as many specialties as parties, told for each, the one in the place of this party. */
export function specialtiesOfEach({ tokens, match }: RuleMatch, specialties: string[], { place, count }: PlaceAmong): string[] {
  if (count < 2 || specialties.length !== count) return specialties
  const isEach = tokens.slice(match.first, match.last).some(({ classes }) => classes.includes('each'))
  return isEach ? specialties.slice(place, place + 1) : specialties
}
