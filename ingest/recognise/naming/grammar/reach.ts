/** What every reader of a name needs: how far left it may look, which prefix stands there, and how a raw name is put together. */
import type { Place } from '../../../../cypher/model/index.ts'
import { isHan, Line, type NamingContext, type OrganisationLabel, type Prefix, type RawName } from '../context.ts'
import type { Head } from './heads.ts'
import { levelBefore, mayHoldPlace, placeBefore } from './left.ts'
import { beginsWord } from './word-start.ts'
import { maskBefore } from './mask.ts'
import { universityBefore } from './university.ts'
import { stopWords, type HeadSort } from '../words.ts'

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

const PUNCTUATION = /[^〇㐀-鿿A-Za-z0-9*＊×（）()“”+—·]/u
const LONGEST_NAME = 40
export const NO_PREFIX: Prefix = { kind: 'none' }

export interface Parts {
  readonly prefix: Prefix
  readonly stemFrom: number
  readonly brand?: string
}

/** Reads leftwards from a head. */
export class Reach {
  protected readonly context: NamingContext
  protected readonly line: Line
  protected readonly earlier: readonly RawName[]

  constructor(context: NamingContext, line: Line, earlier: readonly RawName[]) {
    this.context = context
    this.line = line
    this.earlier = earlier
  }

  /** A name does not reach over punctuation, and not further back than forty characters. */
  protected floorOf(head: Head): number {
    let floor = head.from
    while (floor > 0 && head.from - floor < LONGEST_NAME && this.isPartOfName(floor - 1)) floor--
    return floor
  }

  private isPartOfName(at: number): boolean {
    return isHan(this.line.text, at) || !PUNCTUATION.test(this.line.text.charAt(at))
  }

  protected name(head: Head, from: number, rest: Parts): RawName {
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

  /** The prefix that ends at `at`: a hospital or school before it, a place, a level word, a mask. */
  protected prefixBefore(at: number, floor: number): { from: number; prefix: Prefix } | undefined {
    const { context, line } = this
    const parent = this.parentAt(at)
    if (parent !== undefined) return { from: parent.from, prefix: { kind: 'parent', parent } }
    const mask = maskBefore(context, line, at, floor)
    // 市人民医院|XX医院: a masked place inside the name of a joint hospital.
    const masked = mask === undefined ? undefined : this.parentAt(mask.from)
    if (masked !== undefined && mask !== undefined) return { from: masked.from, prefix: { kind: 'parent', parent: masked } }
    if (mask !== undefined) return { from: mask.from, prefix: mask.found }
    const place = placeBefore(context, line, at, floor) ?? this.townshipWithOther(at, floor)
    // 县人民医院|和|县中医院: no hospital of 和县.
    if (place !== undefined && /^[和与及][市区县旗州]$/u.test(place.found.surface) && this.parentAt(place.from) !== undefined) {
      const joined = levelBefore(context, line, at, place.from + 1)
      return joined === undefined ? undefined : { from: joined.from, prefix: joined.found }
    }
    if (place !== undefined && this.isAnotherHospital(at, place)) return { from: place.from, prefix: place.found }
    if (place !== undefined) {
      const outer = this.prefixOfPlace(place.from, floor, place.found.township)
      // 市|集里医院: a level word before the place is part of the name.
      const led = levelBefore(context, line, place.from, floor)
      return outer ?? { from: led?.found.place === undefined ? place.from : led.from, prefix: place.found }
    }
    const level = levelBefore(context, line, at, floor)
    if (level !== undefined) return { from: level.from, prefix: level.found }
    const school = universityBefore(context, line, at, floor)
    return school === undefined ? undefined : { from: school, prefix: { kind: 'university', surface: line.text.slice(school, at) } }
  }

  /** 长江镇（青岚港区）|人民医院: a township with its other name in brackets, which is part of the name. */
  private townshipWithOther(at: number, floor: number): ReturnType<typeof placeBefore> {
    const { text } = this.line
    const bracket = /（[〇㐀-鿿]{2,8}）$/u.exec(text.slice(floor, at))?.[0]
    const place = bracket === undefined ? undefined : placeBefore(this.context, this.line, at - bracket.length, floor)
    if (place?.found.township === undefined || !place.found.isFull || bracket === undefined) return undefined
    return { from: place.from, found: { ...place.found, surface: place.found.surface + bracket } }
  }

  /** 甲省口腔医院|乙县人民医院: a county told in full, and the wording of its own hospital, begin a second name. */
  private isAnotherHospital(at: number, { from, found }: { from: number; found: Extract<Prefix, { kind: 'place' }> }): boolean {
    // 甲医院|江州市青岚人民医院: its city told in full does as well.
    const isTold = found.isFull || (found.isLed === true && /[市州]/u.test(found.surface))
    const isCounty = isTold && found.township === undefined && found.place.level === 'county'
    return (
      isCounty &&
      /^(?:第[一二三四五六]人民|人民|中医|中|妇幼保健|中西医结合)医?院/u.test(this.line.text.slice(at)) &&
      this.earlier.some((name) => name.to === from && name.label === 'Hospital')
    )
  }

  /** What stands before a place inside a name: 广州中医药大学|番禺医院, 江州二院|云溪医院, XX市|顾集镇卫生院. */
  protected prefixOfPlace(at: number, floor: number, township: Place | undefined): { from: number; prefix: Prefix } | undefined {
    const parent = this.parentAt(at)
    if (parent !== undefined) return { from: parent.from, prefix: { kind: 'parent', parent } }
    const mask = maskBefore(this.context, this.line, at, floor)
    if (mask !== undefined && mask.found.place !== undefined) {
      return {
        from: mask.from,
        prefix:
          township === undefined ? mask.found : { kind: 'place', place: mask.found.place, surface: township.name, isFull: true, township },
      }
    }
    const school = universityBefore(this.context, this.line, at, floor)
    return school === undefined ? undefined : { from: school, prefix: { kind: 'university', surface: this.line.text.slice(school, at) } }
  }

  protected stemStart({ from, prefix }: { from: number; prefix: Prefix }, at: number): number {
    if (prefix.kind === 'university' || prefix.kind === 'parent') return from
    return at
  }

  /** Place or level word, then free wording without a break, then the head: 市|医防融合|服务中心. */
  protected freeBefore(headFrom: number, floor: number, longest: number): { from: number; at: number; prefix: Prefix } | undefined {
    const { line, context } = this
    // Most stand behind no place at all; to tell so needs no words.
    if (!mayHoldPlace(context, line.text, { from: floor, to: headFrom })) return undefined
    const limit = Math.max(floor, headFrom - longest)
    for (let at = headFrom; at >= limit; at--) {
      const found = this.seatBefore(at, headFrom, floor)
      if (found === undefined) continue
      for (let unit = headFrom - 1; unit >= at; unit--) if (!this.isFree(unit, headFrom)) return undefined
      return { from: found.from, prefix: found.prefix, at }
    }
    return undefined
  }

  /** The mask, place or level word that ends at `at`. */
  private seatBefore(at: number, headFrom: number, floor: number): { from: number; prefix: Prefix } | undefined {
    const { line, context } = this
    const mask = maskBefore(context, line, at, floor)
    if (mask !== undefined) return { from: mask.from, prefix: mask.found }
    const place = placeBefore(context, line, at, floor)
    if (place !== undefined && (at === headFrom || beginsWord(line, at))) return { from: place.from, prefix: place.found }
    const level = /^[县市区]?级/u.test(line.text.slice(at, at + 2)) ? undefined : levelBefore(context, line, at, floor)
    if (level !== undefined && (at === headFrom || beginsWord(line, at))) return { from: level.from, prefix: level.found }
    if (!/[全]([省市区县旗州])$/u.test(line.text.slice(Math.max(floor, at - 2), at))) return undefined
    const whole = levelBefore(context, new Line(line.text.slice(at - 1), context.segment), 1, 0)?.found
    return whole === undefined ? undefined : { from: at - 2, prefix: whole }
  }

  /** Free wording holds no verb of the genre and no conjunction at its first word. */
  protected isFree(at: number, headFrom: number): boolean {
    const word = this.line.wordBefore(at + 1)
    const piece = this.line.text.slice(at, Math.min(headFrom, word?.to ?? headFrom))
    // 协同发展战略联盟
    const isNoun = word?.word === '协同' && /^(?:发展|创新|救治)/u.test(this.line.text.slice(word.to))
    const isVerb = stopWords.has(piece) && !isNoun
    return !isVerb && !/^[uprcyom]/u.test(word?.tag ?? 'n') && !/[（）“”是]/u.test(this.line.text.charAt(at))
  }

  /** The hospital whose name ends at a place of the text. */
  protected parentAt(at: number): RawName | undefined {
    // 省立医院（集团）云溪医院
    const group = /(?:（集团）|(?:医疗)?集团)$/u.exec(this.line.text.slice(Math.max(0, at - 4), at))?.[0] ?? ''
    // 甲医院医疗集团|月城社区卫生服务中心: a member, and no branch.
    if (group === '医疗集团' && /^[〇㐀-鿿]{0,6}(?:社区|卫生)/u.test(this.line.text.slice(at))) return undefined
    const end = at - group.length
    return this.earlier.findLast((name) => name.to === end && name.label === 'Hospital')
  }
}
