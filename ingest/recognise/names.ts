/** Finds the names of districts, hospitals, institutions and consortia in the sentences of a document. */
import type { Document } from '../../cypher/model/index.ts'
import { Trie } from '../grammar/trie.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { SentenceMention } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { bindAliases, bindTails } from './naming/bind-aliases.ts'
import { Line, type Named, type NamingContext, type RawName } from './naming/context.ts'
import { findDistricts } from './naming/districts.ts'
import { identify } from './naming/identify.ts'
import { findKnown } from './naming/known.ts'
import { afterCount, inheritPrefixes, shareHead } from './naming/lists.ts'
import { parseNames } from './naming/grammar/parse-name.ts'
import { remember } from './naming/remember.ts'
import { namedSpeaker } from './naming/speaker.ts'
import type { Segmenter } from './segment.ts'

interface Hit {
  readonly from: number
  readonly to: number
  readonly named: Named
}

/** A mention that keeps, unseen by who copies or writes it, what recognition knows of it. */
class NamedMention implements SentenceMention {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  readonly entity: string
  readonly label: Named['label']
  readonly name: string
  readonly aliases: string[]
  readonly attrs: Named['attrs']
  readonly #named: Named

  constructor(sentence: Sentence, { from, to, named }: Hit) {
    const { start, end } = spanOf(sentence, from, to)
    this.start = start
    this.end = end
    this.from = from
    this.to = to
    this.entity = named.entity
    this.label = named.label
    this.name = named.name
    this.aliases = [...named.aliases]
    this.attrs = { ...named.attrs }
    this.#named = named
  }

  static factsOf(mention: SentenceMention): Named | undefined {
    return #named in mention ? mention.#named : undefined
  }
}

/** What recognition knows of a mention beyond what the mention itself carries: its place, parent and university. */
export function factsOf(mention: SentenceMention): Named | undefined {
  return NamedMention.factsOf(mention)
}

/** Names of each sentence, left to right, none overlapping; the longer of two names that begin together is meant. */
export function recogniseNames(
  document: Document,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  segment: Segmenter,
): SentenceMention[][] {
  const plain = sentences.map((sentence) => sentence.text).join('\n')
  const base = {
    lexicon,
    segment,
    document: document.id,
    home: document.home,
    aliases: new Trie<Named>(),
    says: remember((wording) => plain.includes(wording)),
  }
  const context: NamingContext = { ...base, speaker: namedSpeaker(document, base) }
  return sentences.map((sentence) => {
    const hits = findNames(context, sentence.text)
    bindAliases(context, sentence.text, hits)
    bindTails(context, sentence.text, hits)
    return hits.map((hit) => new NamedMention(sentence, hit))
  })
}

/** Names in one text, resolved; exported for cases that test the grammar alone. */
export function findNames(context: NamingContext, text: string): Hit[] {
  if (!/\p{Script=Han}/u.test(text)) return []
  const line = new Line(text, context.segment)
  const found = [...boundNames(context, text), ...grammarNames(context, line)]
  const organisations = found.length === 0 ? found : asHospitals(text, chooseLongest(found))
  const districts = findDistricts(context, line, organisations)
  return districts.length === 0 ? organisations : [...organisations, ...districts].sort((a, b) => a.from - b.from)
}

/** Names of the lexicon and of the grammar, each resolved; they may overlap. */
function grammarNames(context: NamingContext, line: Line): Hit[] {
  const known = findKnown(context.lexicon, context.home, line).map(({ from, to, value }): RawName => ({
    from,
    to,
    sort: 'hospital',
    label: value.label,
    prefix: { kind: 'none' },
    stem: line.text.slice(from, to),
    brand: '',
    known: value,
  }))
  const heads = parseNames(context, line, known)
  if (known.length === 0 && heads.length === 0) return []
  const parsed = inheritPrefixes(
    line,
    heads.map((name) => afterCount(context, line, name)),
  ).flatMap((name) => shareHead(context, line, name))
  return [...known, ...parsed].flatMap((raw) => {
    const named = identify(context, raw)
    return named === undefined ? [] : [{ from: raw.from, to: raw.to, named }]
  })
}

const SPEAKER = /(?<![两该各法])(?:我院|本院)(?!校|所|系|长)/gu

/** Names that the document bound before, and the hospital that speaks. */
function boundNames(context: NamingContext, text: string): Hit[] {
  const hits: Hit[] = context.aliases.find(text).map(({ from, to, value }) => ({ from, to, named: value }))
  if (context.speaker === undefined || !text.includes('院')) return hits
  for (const match of text.matchAll(SPEAKER)) hits.push({ from: match.index, to: match.index + 2, named: context.speaker })
  return hits
}

/** 区健康管理中心（区康复医院）: what bears a hospital's name as well is a hospital. */
function asHospitals(text: string, hits: readonly Hit[]): Hit[] {
  return hits.map((hit, index) => {
    const next = hits[index + 1]
    const isGlossed = next?.named.label === 'Hospital' && text.slice(hit.to, next.from) === '（' && text.charAt(next.to) === '）'
    if (!isGlossed || hit.named.label !== 'Institution' || hit.named.attrs['kind'] !== 'centre') return hit
    const { kind } = next.named.attrs
    return {
      ...hit,
      named: {
        ...hit.named,
        label: 'Hospital',
        entity: hit.named.entity.replace(/^institution/u, 'hospital'),
        attrs: kind === undefined ? {} : { kind },
      },
    }
  })
}

/** Leftmost-longest; of two equal spans the first given wins. */
function chooseLongest(hits: readonly Hit[]): Hit[] {
  const ordered = hits
    .map((hit, index) => ({ hit, index }))
    .sort((a, b) => a.hit.from - b.hit.from || b.hit.to - a.hit.to || a.index - b.index)
  const chosen: Hit[] = []
  for (const { hit } of ordered) if ((chosen.at(-1)?.to ?? 0) <= hit.from) chosen.push(hit)
  return chosen
}
