/** The name grammar: finds heads (医院, 卫生局, 专科联盟 …) in a sentence and reads leftwards what belongs to each. */
import { Trie } from '../../grammar/trie.ts'
import { Line, type NamingContext, type OrganisationLabel, type Prefix, type RawName } from './context.ts'
import { beginsWord, brandBefore, levelBefore, maskBefore, modifiersBefore, placeBefore } from './left.ts'
import { universityBefore } from './university.ts'
import { afterOrdinalDoctor, classWords, generics, headsBySort, ordinalHeads, stopWords, type HeadSort } from './words.ts'

const labelBySort: Readonly<Record<HeadSort, OrganisationLabel | 'District'>> = {
  hospital: 'Hospital',
  primary: 'Hospital',
  campus: 'Hospital',
  wing: 'Hospital',
  ordinal: 'Hospital',
  centre: 'Institution',
  bureau: 'Institution',
  'public-health': 'Institution',
  university: 'Institution',
  research: 'Institution',
  company: 'Institution',
  body: 'Institution',
  consortium: 'Consortium',
  power: 'District',
}

const heads = new Trie<HeadSort>()
for (const [sort, words] of Object.entries(headsBySort)) for (const word of words) heads.set(word, sort as HeadSort)
for (const word of ordinalHeads) heads.set(word, 'ordinal')

interface Head {
  readonly from: number
  readonly to: number
  readonly sort: HeadSort
}

/** What follows a head and makes it part of another word: 大学习, 公司法, 学院派, 政府采购. */
const AFTER_HEAD: Readonly<Partial<Record<HeadSort, RegExp>>> = {
  university: /^(?:习|生|城|派|路|附属|期间|第[一二三四五六]附属)/u,
  power: /^(?:采购|工作|主导|网|购买|补助|令|领导下|投入|部门)/u,
  hospital: /^(?:等级|级别|评审|类)/u,
}

function findHeads(text: string): Head[] {
  const found: Head[] = []
  for (const { from, to, value } of heads.find(text, ({ from, to, value }) => isHead(text, { from, to, sort: value }))) found.push({ from, to, sort: value })
  return found
}

function isHead(text: string, { from, to, sort }: Head): boolean {
  const after = text.slice(to, to + 6)
  if (sort === 'ordinal') return text.charAt(to - 1) !== '医' || !afterOrdinalDoctor.test(after)
  if (text.slice(from, to) === '妇保' || text.slice(from, to) === '妇儿保') return !/^(?:院|健|中心)/u.test(after)
  if (sort === 'wing') return /(?:医院|院区)$/u.test(text.slice(0, from)) && !/^(?:域|间)/u.test(after)
  return AFTER_HEAD[sort]?.test(after) !== true
}

/**
 * All names of a sentence that the grammar finds, left to right; a name may hold an earlier one (医院 within 医院院区).
 * `known` are names of the lexicon: where one reaches as far left as the grammar, the grammar gives none.
 */
export function parseNames(context: NamingContext, line: Line, known: readonly RawName[]): RawName[] {
  const earlier: RawName[] = []
  const names: RawName[] = []
  for (const head of findHeads(line.text)) {
    for (const name of known) if (name.to <= head.to && !earlier.includes(name)) earlier.push(name)
    const isKnown = known.some((name) => name.from <= head.from && head.to <= name.to)
    const name = new Reader(context, line, earlier).read(head)
    if (name === undefined || (isKnown && known.some((other) => other.from <= name.from && name.to <= other.to))) continue
    names.push(name)
    earlier.push(name)
  }
  return names
}

const PUNCTUATION = /[^\p{Script=Han}A-Za-z0-9*＊×（）()“”+—·]/u
const LONGEST_NAME = 40
const LONGEST_AFFILIATION = 16
const NO_PREFIX: Prefix = { kind: 'none' }

class Reader {
  private readonly context: NamingContext
  private readonly line: Line
  private readonly earlier: readonly RawName[]

  constructor(context: NamingContext, line: Line, earlier: readonly RawName[]) {
    this.context = context
    this.line = line
    this.earlier = earlier
  }

  read(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    switch (head.sort) {
      case 'hospital':
      case 'primary':
        return this.readAffiliated(head, floor) ?? this.readHospital(head, floor)
      case 'ordinal':
        return this.readOrdinal(head, floor)
      case 'campus':
      case 'wing':
        return this.readCampus(head, floor)
      case 'university':
        return this.readUniversity(head, floor)
      case 'consortium':
        return this.readConsortium(head, floor)
      case 'company':
        return this.readCompany(head, floor)
      default:
        return this.readBody(head, floor)
    }
  }

  /** A name does not reach over punctuation, and not further back than forty characters. */
  private floorOf(head: Head): number {
    let floor = head.from
    while (floor > 0 && head.from - floor < LONGEST_NAME && !PUNCTUATION.test(this.line.text.charAt(floor - 1))) floor--
    return floor
  }

  private name(head: Head, from: number, rest: { prefix: Prefix; stemFrom: number; brand?: string }): RawName {
    return {
      from,
      to: head.to,
      sort: head.sort,
      label: labelBySort[head.sort],
      prefix: rest.prefix,
      stem: this.line.text.slice(rest.stemFrom, head.to),
      brand: rest.brand ?? '',
    }
  }

  /** X大学附属Y医院, X大学第二附属医院. */
  private readAffiliated(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const at = text.lastIndexOf('附属', head.from)
    if (at < floor || head.from - at > LONGEST_AFFILIATION) return undefined
    const between = text.slice(at + 2, head.from)
    if (/医院|卫生院|[、（）]/u.test(between) || this.earlier.some((name) => name.to > at)) return undefined
    const end = at - (/第[一二三四五六七八九十]$/u.exec(text.slice(floor, at))?.[0].length ?? 0)
    const place = placeBefore(this.context, this.line, end, floor)
    const from = universityBefore(this.context, this.line, end, floor) ?? (place === undefined ? undefined : universityBefore(this.context, this.line, place.from, floor))
    return from === undefined ? undefined : this.name(head, from, { prefix: { kind: 'university', surface: text.slice(from, end) }, stemFrom: from })
  }

  /** The prefix that ends at `at`: a hospital or school before it, a place, a level word, a mask. */
  private prefixBefore(at: number, floor: number): { from: number; prefix: Prefix } | undefined {
    const { context, line } = this
    const parent = this.earlier.findLast((name) => name.to === at && name.label === 'Hospital')
    if (parent !== undefined) return { from: parent.from, prefix: { kind: 'parent', parent } }
    const mask = maskBefore(context, line, at, floor)
    if (mask !== undefined) return { from: mask.from, prefix: mask.found }
    const place = placeBefore(context, line, at, floor)
    if (place !== undefined) {
      const outer = this.prefixOfPlace(place.from, floor)
      return outer ?? { from: place.from, prefix: place.found }
    }
    const level = levelBefore(context, line, at, floor)
    if (level !== undefined) return { from: level.from, prefix: level.found }
    const school = universityBefore(context, line, at, floor)
    return school === undefined ? undefined : { from: school, prefix: { kind: 'university', surface: line.text.slice(school, at) } }
  }

  /** What stands before a place inside a name: 广州中医药大学|番禺医院, 江州二院|云溪医院, XX市|顾集镇卫生院. */
  private prefixOfPlace(at: number, floor: number): { from: number; prefix: Prefix } | undefined {
    const parent = this.earlier.findLast((name) => name.to === at && name.label === 'Hospital')
    if (parent !== undefined) return { from: parent.from, prefix: { kind: 'parent', parent } }
    const mask = maskBefore(this.context, this.line, at, floor)
    if (mask !== undefined && mask.found.place !== undefined) {
      const township = placeBefore(this.context, this.line, this.placeEnd(at), at)?.found.township
      return { from: mask.from, prefix: township === undefined ? mask.found : { kind: 'place', place: mask.found.place, surface: township.name, isFull: true, township } }
    }
    const school = universityBefore(this.context, this.line, at, floor)
    return school === undefined ? undefined : { from: school, prefix: { kind: 'university', surface: this.line.text.slice(school, at) } }
  }

  private placeEnd(from: number): number {
    const match = /^[\p{Script=Han}]{2,3}(?:镇|乡|街道)/u.exec(this.line.text.slice(from))
    return from + (match?.[0].length ?? 0)
  }

  private readHospital(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const stemFrom = modifiersBefore(text, head.from, floor)
    for (const at of stemFrom === head.from ? [head.from] : [stemFrom, ...this.innerStops(stemFrom, head.from)]) {
      const direct = this.prefixBefore(at, floor)
      if (direct !== undefined) return this.checked(head, direct.from, { prefix: direct.prefix, stemFrom: this.stemStart(direct, at) })
    }
    const bracket = this.bracketBefore(stemFrom, floor)
    if (bracket !== undefined) return this.checked(head, bracket, { prefix: NO_PREFIX, stemFrom: bracket, brand: text.slice(bracket, stemFrom) })
    const brand = this.townshipBefore(head, stemFrom, floor) ?? brandBefore(this.line, stemFrom, floor)
    if (brand === undefined) return this.bare(head, stemFrom)
    const outer = this.prefixBefore(brand.from, floor)
    const from = outer?.from ?? brand.from
    return this.checked(head, from, { prefix: outer?.prefix ?? NO_PREFIX, stemFrom: outer === undefined ? brand.from : this.stemStart(outer, brand.from), brand: brand.found })
  }

  /** A township that the table lacks: its suffix is certain, its name is read as a brand. */
  private townshipBefore(head: Head, at: number, floor: number): { from: number; found: string } | undefined {
    const { text } = this.line
    const suffix = head.sort === 'primary' ? /(?:街道|镇|乡|街)$/u.exec(text.slice(floor, at))?.[0] : undefined
    const brand = suffix === undefined ? undefined : brandBefore(this.line, at - suffix.length, floor)
    return brand === undefined || suffix === undefined ? undefined : { from: brand.from, found: brand.found + suffix }
  }

  /** Where modifiers could have swallowed the end of a place: 中心镇|中心卫生院. */
  private innerStops(from: number, to: number): number[] {
    const stops: number[] = []
    for (let at = from + 1; at < to; at++) stops.push(at)
    return stops
  }

  private stemStart({ from, prefix }: { from: number; prefix: Prefix }, at: number): number {
    if (prefix.kind === 'university' || prefix.kind === 'parent') return from
    return at
  }

  /** 树兰（杭州）医院, 江州医院（云溪）分部: where the name before the bracket begins. */
  private bracketBefore(at: number, floor: number): number | undefined {
    const { text } = this.line
    if (text.charAt(at - 1) !== '）') return undefined
    const open = text.lastIndexOf('（', at)
    if (open < floor || at - open > 8) return undefined
    const inside = placeBefore(this.context, this.line, at - 1, open + 1)
    if (inside?.from !== open + 1) return undefined
    const parent = this.earlier.findLast((name) => name.to === open)
    return parent?.from ?? brandBefore(this.line, open, floor)?.from
  }

  /** A head with modifiers alone (人民医院): kept for lists that tell their prefix once. */
  private bare(head: Head, stemFrom: number): RawName | undefined {
    const stem = this.line.text.slice(stemFrom, head.to)
    return stemFrom === head.from || generics.has(this.line.text.slice(stemFrom, head.from)) ? undefined : this.name(head, stemFrom, { prefix: NO_PREFIX, stemFrom: head.to - stem.length })
  }

  /** Leaves out names whose stem is a class: 市公立医院, 区级医院. */
  private checked(head: Head, from: number, rest: { prefix: Prefix; stemFrom: number; brand?: string }): RawName | undefined {
    const inner = this.line.text.slice(rest.stemFrom, head.from)
    const isSeated = head.sort === 'primary' || rest.prefix.kind === 'mask' || rest.prefix.kind === 'university' || (rest.prefix.kind === 'place' && rest.prefix.township !== undefined)
    if (inner !== '' && generics.has(inner) && !isSeated) return undefined
    if (classWords.test(inner)) return undefined
    return this.name(head, from, rest)
  }

  /** 市三院, 宁波一院, 江大一院, 市*医. */
  private readOrdinal(head: Head, floor: number): RawName | undefined {
    const prefix = this.prefixBefore(head.from, floor)
    if (prefix !== undefined) return this.name(head, prefix.from, { prefix: prefix.prefix, stemFrom: this.stemStart(prefix, head.from) })
    if (this.line.text.charAt(head.to - 1) === '医') return undefined
    const brand = brandBefore(this.line, head.from, floor)
    return brand === undefined || brand.found.length > 3 ? undefined : this.name(head, brand.from, { prefix: NO_PREFIX, stemFrom: brand.from, brand: brand.found })
  }

  /** A campus with its parent before it, or alone with a place or brand: 方桥院区. */
  private readCampus(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const parentAt = (at: number): RawName | undefined => this.earlier.findLast((name) => name.to === at && name.label === 'Hospital')
    const whole = (parent: RawName): RawName => this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: parent.to })
    const adjacent = parentAt(head.from)
    if (adjacent !== undefined) return text.slice(head.from, head.to) === '分院' ? undefined : whole(adjacent)
    if (head.sort === 'wing') return undefined
    const short = /[东西南北新老中本总](?:部)?$/u.exec(text.slice(floor, head.from))?.[0]
    const sided = short === undefined ? undefined : parentAt(head.from - short.length)
    if (sided !== undefined) return whole(sided)
    const place = placeBefore(this.context, this.line, head.from, floor)
    const brand = place === undefined ? brandBefore(this.line, head.from, floor) : undefined
    const from = place?.from ?? brand?.from
    if (from === undefined) return undefined
    const parent = parentAt(from) ?? (text.charAt(from - 1) === '（' ? parentAt(from - 1) : undefined)
    if (parent !== undefined) return whole(parent)
    if (this.context.speaker !== undefined) return { ...this.name(head, from, { prefix: NO_PREFIX, stemFrom: from }), prefix: { kind: 'speaker', parent: this.context.speaker } }
    return this.name(head, from, { prefix: place?.found ?? NO_PREFIX, stemFrom: place === undefined ? from : head.from, brand: brand?.found ?? '' })
  }

  private readUniversity(head: Head, floor: number): RawName | undefined {
    const from = universityBefore(this.context, this.line, head.to, floor)
    return from === undefined ? undefined : this.name(head, from, { prefix: { kind: 'university', surface: this.line.text.slice(from, head.to) }, stemFrom: from })
  }

  private readConsortium(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const kind = text.slice(head.from, head.to)
    const before = text.slice(floor, head.from)
    const tied = head.from - (/(?:城市|县域|区域|紧密型|松散型|[“”]|牵头的?|一体化)*$/u.exec(before)?.[0].length ?? 0)
    const parent = this.earlier.findLast((name) => name.to === tied && name.label === 'Hospital')
    if (parent !== undefined) return kind === '联盟' ? undefined : this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: parent.to })
    if (kind === '总医院') return this.readGeneralHospital(head, floor)
    const free = this.freeBefore(head.from, floor, 12)
    if (free !== undefined) {
      if (free.at === head.from && /^(?:联盟|医联体|医共体|集团)$/u.test(kind)) return undefined
      return this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
    }
    return this.readBrandedAlliance(head, floor)
  }

  /** 青岚县总医院 is a consortium; 江州大学总医院 and 解放军总医院 are hospitals. */
  private readGeneralHospital(head: Head, floor: number): RawName | undefined {
    const prefix = this.prefixBefore(head.from, floor)
    if (prefix === undefined) return undefined
    const place = prefix.prefix.kind === 'place' || prefix.prefix.kind === 'level' ? prefix.prefix.place : undefined
    const isCounty = place?.level === 'county'
    const name = this.name(head, prefix.from, { prefix: prefix.prefix, stemFrom: this.stemStart(prefix, head.from) })
    return isCounty ? name : { ...name, sort: 'hospital', label: 'Hospital' }
  }

  /** 由X牵头的老年医学联盟, 加入湾区创面修复专科联盟: an alliance without a place counts where somebody leads or joins it. */
  private readBrandedAlliance(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const clause = text.slice(floor, head.from)
    const match = /(?:牵头|领衔|主导|发起|组建|成立|龙头)的([\p{Script=Han}]{2,10})$/u.exec(clause) ?? /加入了?([\p{Script=Han}]{2,10})$/u.exec(clause) ?? this.afterAlliance(clause, floor)
    const words = match?.[1]
    if (words === undefined || /^(?:紧密|城市|县域|区域|该|本|各|多个|\d)/u.test(words) || !/联盟/u.test(text.slice(head.from, head.to))) return undefined
    const from = head.from - words.length
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  private afterAlliance(clause: string, floor: number): RegExpExecArray | null {
    const match = /[和与及、]([\p{Script=Han}]{2,10})$/u.exec(clause)
    if (match === null) return null
    const before = floor + match.index
    return this.earlier.some((name) => name.sort === 'consortium' && name.to === before) ? match : null
  }

  /** Place or level word, then free wording without a break, then the head: 市|医防融合|服务中心. */
  private freeBefore(headFrom: number, floor: number, longest: number): { from: number; at: number; prefix: Prefix } | undefined {
    const { line, context } = this
    const limit = Math.max(floor, headFrom - longest)
    for (let at = headFrom; at >= limit; at--) {
      if (at < headFrom && !this.isFree(at, headFrom)) return undefined
      const mask = maskBefore(context, line, at, floor)
      if (mask !== undefined) return { from: mask.from, at, prefix: mask.found }
      const place = placeBefore(context, line, at, floor)
      if (place !== undefined && (at === headFrom || beginsWord(line, at))) return { from: place.from, at, prefix: place.found }
      const level = levelBefore(context, line, at, floor)
      if (level !== undefined && (at === headFrom || beginsWord(line, at))) return { from: level.from, at, prefix: level.found }
      const whole = /[全]([省市区县旗州])$/u.exec(line.text.slice(floor, at))
      if (whole !== null) {
        const found = levelBefore(context, new Line(line.text.slice(at - 1), context.segment), 1, 0)?.found
        if (found !== undefined) return { from: at - 2, at, prefix: found }
      }
    }
    return undefined
  }

  /** Free wording holds no verb of the genre and no conjunction at its first word. */
  private isFree(at: number, headFrom: number): boolean {
    const word = this.line.wordBefore(at + 1)
    const piece = this.line.text.slice(at, Math.min(headFrom, word?.to ?? headFrom))
    return !stopWords.has(piece) && !/^[uprcyom]/u.test(word?.tag ?? 'n') && !/[（）“”]/u.test(this.line.text.charAt(at))
  }

  private readCompany(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const kind = text.slice(head.from, head.to)
    if (kind === '公司') {
      const free = this.freeBefore(head.from, floor, 8)
      return free === undefined || free.at === head.from ? undefined : this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
    }
    let from = head.from
    while (from > floor) {
      const word = this.line.wordBefore(from)
      if (word === undefined || word.from < floor) break
      const piece = text.slice(word.from, from)
      if (stopWords.has(piece) || /^(?:p|c|u|r|d|m|y)/u.test(word.tag)) break
      from = word.from
    }
    return head.from - from < 3 ? undefined : this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: text.slice(from, head.from) })
  }

  private readBody(head: Head, floor: number): RawName | undefined {
    const isFree = head.sort === 'centre' || head.sort === 'research'
    const free = this.freeBefore(head.from, floor, isFree ? 14 : 0)
    const isWhole = !isFree || /^(?:健康管理|公共卫生)/u.test(this.line.text.slice(head.from))
    if (free === undefined || (!isWhole && free.at === head.from)) return undefined
    return this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
  }
}
