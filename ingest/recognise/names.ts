/** Finds the names of districts, hospitals, institutions and consortia in the sentences of a document. */
import type { Document, Place } from '../../cypher/model/index.ts'
import type { TrieHit } from '../grammar/trie.ts'
import { matchesOf } from '../grammar/matches.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { SentenceMention } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { pageHospital, withBareHospital } from './naming/bare-hospital.ts'
import { bindAhead } from './naming/bind-ahead.ts'
import { bindAliases, bindOwnGroup, bindTails, standsForItself } from './naming/bind-aliases.ts'
import { standsAsSchool } from './naming/bind-school.ts'
import { isHan, Line, namingContext, type Hit, type Named, type NamingContext, type RawName } from './naming/context.ts'
import { findDistricts } from './naming/districts.ts'
import { isOneHospital } from './naming/general-hospital.ts'
import { identify } from './naming/identify.ts'
import { kindsIn } from './naming/kind-series.ts'
import { findKnown } from './naming/known.ts'
import { knownInLists } from './naming/known-lists.ts'
import { afterCount, countedBodies, inheritPrefixes, shareAlliance, shareHead } from './naming/lists.ts'
import { countyNamedBefore } from './naming/grammar/left.ts'
import { parseNames } from './naming/grammar/parse-name.ts'
import { numberedIn } from './naming/ordinal-series.ts'
import { hospitalsOfPlaces } from './naming/place-lists.ts'
import { remember } from './naming/remember.ts'
import { namedHospital, namedSpeaker, speakingSchool } from './naming/speaker.ts'
import { Speech } from './naming/speech.ts'
import type { Segmenter } from './segment.ts'

const NO_HITS: readonly Hit[] = []

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
    isGeneralOne: isOneHospital(sentences),
    says: remember((wording) => plain.includes(wording)),
  }
  const told = new ToldPlaces(document.home)
  const context = namingContext(base, { speaker: namedSpeaker(document, base), school: speakingSchool(document, base), told })
  const { speaker } = context
  // 附属中医院 on the page of 江州医学院附属中医院
  const short = speaker === undefined ? undefined : /^[〇㐀-鿿]{3,}(附属[〇㐀-鿿]{2,}医?院)$/u.exec(speaker.name)?.[1]
  if (speaker !== undefined && short !== undefined) context.aliases.set(short, speaker)
  if (/集团|联盟|体/u.test(document.publisher ?? '')) bindOwnGroup(context, publishing(context, document.publisher ?? ''))
  bindAhead(context, sentences, findNames)
  const speech = new Speech(speaker?.entity)
  const named = sentences.map((sentence) => {
    told.begin(sentence)
    const hits = bindAliases(context, sentence.text, findNames(context, sentence.text))
    bindTails(context, sentence.text, hits)
    told.hear(hits)
    return speech.hear(sentence, hits)
  })
  const own = speaker ?? pageHospital(document, sentences, named)
  return sentences.map((sentence, index) => {
    const hits = named[index] ?? NO_HITS
    const all = own === undefined ? hits : withBareHospital(sentence.text, hits, own, speaker !== undefined)
    return all.map((hit) => new NamedMention(sentence, hit))
  })
}

/** The county of which the sentences of a paragraph speak, or the title of their item (▲仪陇：专家来了), and the province. */
class ToldPlaces {
  county: Place | undefined
  /** The one that was named last, in whatever paragraph. */
  province: Place | undefined
  /** The only hospital of the sentence before, which begins with it. */
  subject: Named | undefined
  private last: Sentence | undefined
  /** How the codes of the home's own counties begin. */
  private readonly own: string

  constructor(home: Document['home']) {
    this.own = (home.at(-1)?.adcode ?? '').replace(/(?:00)+$/u, '')
  }

  /** Forgets at a new paragraph what a paragraph before, and no title, has told. */
  begin(sentence: Sentence): void {
    const { last } = this
    if (last !== undefined && last.paragraph !== sentence.paragraph && /[。！？；]$/u.test(last.text)) this.county = undefined
    if (last?.paragraph !== sentence.paragraph) this.subject = undefined
    this.last = sentence
  }

  hear(hits: readonly Hit[]): void {
    const hospitals = hits.filter(({ named }) => named.label === 'Hospital')
    const [first] = hospitals
    // A sentence without a hospital goes on about the one before it.
    if (first !== undefined)
      this.subject =
        first.from === 0 && hospitals.every(({ named }) => [named, named.parent].some((one) => one?.entity === first.named.entity))
          ? first.named
          : undefined
    this.province = hits.findLast(({ named: { place } }) => place?.level === 'province')?.named.place ?? this.province
    let only: Place | undefined
    let count = 0
    for (const { named } of hits) {
      const { place } = named
      if (place?.level !== 'county' || place.adcode?.startsWith(this.own) !== true) continue
      if (place.id !== only?.id) count++
      only = place
    }
    if (count > 0) this.county = count === 1 ? only : undefined
  }
}

/** The body whose name is the whole of a publisher's wording. */
function publishing(context: NamingContext, wording: string): Named | undefined {
  return findNames(context, wording).find(({ from, to }) => from === 0 && to === wording.length)?.named
}

/** Names in one text, resolved; exported for cases that test the grammar alone. */
export function findNames(context: NamingContext, text: string): readonly Hit[] {
  if (!/[〇㐀-鿿]/u.test(text)) return NO_HITS
  const line = new Line(text, context.segment)
  const bound = boundNames(context, line)
  const parsed = [...grammarNames(context, line, bound), ...numberedNames(context, text)]
  const found = bound.length === 0 ? parsed : [...bound, ...parsed]
  const organisations = found.length === 0 ? found : asHospitals(text, chooseLongest(found))
  const districts = findDistricts(context, line, organisations)
  return districts.length === 0 ? organisations : [...organisations, ...districts].sort((a, b) => a.from - b.from)
}

/** 江州大学第一、二附属医院, 县人民、中医、妇幼保健三家医院: each of them as if it stood alone. */
function numberedNames(context: NamingContext, text: string): Hit[] {
  return [...numberedIn(text), ...kindsIn(text)].flatMap(({ inFull, from, to, isFirst }): Hit[] => {
    const whole = findNames(context, inFull).find((hit) => hit.to === inFull.length && hit.named.label === 'Hospital')
    return whole === undefined ? [] : [{ from: isFirst ? whole.from : from, to, named: whole.named }]
  })
}

/** 赋能惠亚医院, where 惠亚医院 is bound: words before it, which no place or hospital makes a name, are none of it. */
function swallows({ from, to, known, prefix }: RawName, bound: readonly Hit[]): boolean {
  return known === undefined && prefix.kind === 'none' && bound.some((hit) => hit.to === to && hit.from > from && hit.from - from <= 3)
}

/** 江一院|医联体: a consortium behind a short name that the document binds. */
const ALLIANCE_AFTER = /^(?:紧密型|城市|县域)?(?:医疗(?:健康|服务|卫生)?(?:集团|联合体|共同体)|医院集团|健康集团|集团|医联体|医共体)/u

/** 附属中医院|城北新院, 江一院|医联体: the short name of a hospital may begin other names. */
function withBound(text: string, known: readonly RawName[], bound: readonly Hit[]): readonly RawName[] {
  const hospitals = bound.flatMap(({ from, to, named }): RawName[] =>
    named.label === 'Hospital' && ((text.startsWith('附属', from) && !isHan(text, from - 1)) || ALLIANCE_AFTER.test(text.slice(to, to + 9)))
      ? [{ from, to, sort: 'hospital', label: 'Hospital', prefix: { kind: 'none' }, stem: named.name, brand: '', bound: named }]
      : [],
  )
  return hospitals.length === 0 ? known : [...known, ...hospitals].sort((a, b) => a.to - b.to)
}

/** Names of the lexicon and of the grammar, each resolved; they may overlap. */
function grammarNames(context: NamingContext, line: Line, bound: readonly Hit[]): readonly Hit[] {
  const found = findKnown(context.lexicon, context.home, line)
  const known = [...found, ...knownInLists(context, line.text, found)]
    .map(({ from, to, value }): RawName => ({
      from,
      to,
      sort: 'hospital',
      label: value.label,
      prefix: { kind: 'none' },
      stem: line.text.slice(from, to),
      brand: '',
      known: value,
    }))
    .sort((a, b) => a.to - b.to)
  const heads = parseNames(context, line, withBound(line.text, known, bound))
  const counted = [...countedBodies(context, line), ...hospitalsOfPlaces(context, line)]
  if (known.length === 0 && heads.length === 0 && counted.length === 0) return NO_HITS
  const hits: Hit[] = []
  const add = (raw: RawName): void => {
    const named = swallows(raw, bound) ? undefined : identify(context, raw)
    if (named !== undefined) hits.push({ from: raw.from, to: raw.to, named: asOfPlace(context, raw, named) })
  }
  const parsed = inheritPrefixes(
    context,
    line,
    heads.map((name) => afterCount(context, line, name)),
  )
  const all: RawName[] = [...known]
  for (const name of parsed) all.push(...shareHead(context, line, name))
  for (const name of shareAlliance(line, all)) add(name)
  counted.forEach(add)
  return hits
}

/** 江州大学附属|青岚市第一人民医院: a whole name of the place's own. */
const OF_PLACE =
  /附属([〇㐀-鿿]{2,6}[市县区旗州](?:第[一二三四五六七八九十]{1,2})?(?:人民|中心|中医|中西医结合|妇幼保健|妇女儿童|儿童|口腔|肿瘤|精神病)医?院)$/u

/** The hospital of a place under the name that a school gave it: one with its own name, to which the school's is another. */
function asOfPlace(context: NamingContext, raw: RawName, named: Named): Named {
  const own = raw.prefix.kind === 'university' && named.label === 'Hospital' ? OF_PLACE.exec(named.name)?.[1] : undefined
  const hospital = own === undefined ? undefined : namedHospital(context, own)
  if (hospital === undefined || !hospital.isPlaceNamed) return named
  return { ...hospital, aliases: [...new Set([...hospital.aliases, named.name])], university: named.university }
}

const SPEAKER = /(?<![两该各法])(?:我院|本院)(?!校|所|系|长)/gu

/** 我校 on a school's page, and 学校 where it acts. */
const SCHOOL = /(?<![两该各])我校(?!附属|非?直属)|(?<=^|[，。、])学校(?=[与和同将在]|党委|校长|领导)/gu

/** 国家|呼吸专科联盟 is another than the one that the document calls 呼吸专科联盟. */
const OF_WIDER = /国家|全国|中国|国际|全[省市]$/u

/** Names that the document bound before, and the hospital that speaks. */
function boundNames(context: NamingContext, line: Line): Hit[] {
  const { text } = line
  const isName = ({ from, to, value }: TrieHit<Named>): boolean => {
    // 在青岚县，县人民医院: the county that the sentence names, whichever one's hospital was bound before.
    const level = /^[县区旗]/u.exec(text.charAt(from))?.[0]
    const county = level === undefined || value.place?.level !== 'county' ? undefined : countyNamedBefore(context, line, from, level)
    if (county !== undefined && county.id !== value.place?.id) return false
    if (to - from <= 3 && !standsForItself(line, from, to)) return false
    if (OF_WIDER.test(text.slice(Math.max(0, from - 2), from)) && text.slice(from, to).endsWith('联盟')) return false
    return to - from > 2 || value.attrs['kind'] !== 'university' || standsAsSchool(line, { from, to })
  }
  const hits: Hit[] = context.aliases.find(text, isName).map(({ from, to, value }) => ({ from, to, named: value }))
  if (context.school !== undefined && text.includes('校'))
    for (const match of matchesOf(SCHOOL, text)) hits.push({ from: match.index, to: match.index + 2, named: context.school })
  if (context.speaker === undefined || !text.includes('院')) return hits
  for (const match of matchesOf(SPEAKER, text)) hits.push({ from: match.index, to: match.index + 2, named: context.speaker })
  return hits
}

/** 国家儿科临床医学研究中心（甲医院）: a centre that a hospital houses, and several may share, is not that hospital. */
const PLAQUE = /^国家|(?:研究|质控|会诊|诊断|共享|指挥|检验|影像|供应|推广|急诊|分)中心$/u

/** 区健康管理中心（区康复医院）: what bears a hospital's name as well is a hospital. */
function asHospitals(text: string, hits: readonly Hit[]): Hit[] {
  return hits.map((hit, index) => {
    const next = hits[index + 1]
    const isGlossed = next?.named.label === 'Hospital' && text.slice(hit.to, next.from) === '（' && text.charAt(next.to) === '）'
    if (!isGlossed || hit.named.label !== 'Institution' || hit.named.attrs['kind'] !== 'centre' || PLAQUE.test(hit.named.name)) return hit
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
function chooseLongest(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits
  const chosen: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) if ((chosen.at(-1)?.to ?? 0) <= hit.from) chosen.push(hit)
  return chosen
}
