/** Reads the names of hospitals that belong to a school: 江州大学附属云溪医院, and behind it in a list 附属口腔医院. */
import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { NamingContext, RawName } from '../context.ts'
import { knownAs } from '../known.ts'
import type { Head } from './heads.ts'
import { placeBefore } from './left.ts'
import { beginsWord } from './word-start.ts'
import { Reach } from './reach.ts'
import { universityBefore } from './university.ts'
import { generics } from '../words.ts'

const affiliatesByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, number>>()

/** Whether a school has many affiliates that are told apart: 江州大学附属医院 is then any of them, unless the table has it. */
function hasSeveral({ lexicon, home }: NamingContext, school: string): boolean {
  let affiliates = affiliatesByLexicon.get(lexicon)
  if (affiliates === undefined) {
    const counted = new Map<string, number>()
    for (const { label, affiliation = '' } of lexicon.organisations)
      if (label === 'Hospital' && affiliation !== '') counted.set(affiliation, (counted.get(affiliation) ?? 0) + 1)
    affiliatesByLexicon.set(lexicon, (affiliates = counted))
  }
  const named = knownAs(lexicon, home, school)?.name ?? school
  return (affiliates.get(named) ?? 0) > 1 && [school, named].every((name) => knownAs(lexicon, home, `${name}附属医院`) === undefined)
}

const LONGEST_AFFILIATION = 16
const ORDINAL = /(?:非?直属)?第[一二三四五六七八九十]$|非?直属$/u
const JOINT = /(?:[、，]|以及|[和及与])$/u
/** The school with which the name of an affiliate begins. */
const SCHOOL_OF = /^([〇㐀-鿿]{2,}?(?:大学|学院|医学部|学校|[大医]))(?:非?直属)?(?:第[一二三四五六七八九十])?(?:非?直属)?附属/u
/** How a city calls its own school. */
const OWN_SCHOOL = /(?:医高专|医专|卫校)$/u

interface Affiliation {
  /** Where 附属 stands. */
  readonly at: number
  /** Where the name of the school ends. */
  readonly end: number
  readonly floor: number
}

export class AffiliateReader extends Reach {
  /** X大学附属Y医院, X大学第二附属医院. */
  readAffiliated(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const { text } = this.line
    const at = text.lastIndexOf('附属', head.from)
    if (at < floor || head.from - at > LONGEST_AFFILIATION) return undefined
    const between = text.slice(at + 2, head.from)
    // 江州医学院附属青岚省肿瘤医院: what the table knows may be the end of the name.
    const isWithin = this.earlier.some((name) => name.to > at && (name.known === undefined || name.from !== at + 2))
    // 江州医科大学第五附属（云溪）医院
    if (/医院|卫生院|[、（）]/u.test(between.replace(/^（[〇㐀-鿿]{2,4}）$/u, '')) || isWithin) return undefined
    const end = at - (ORDINAL.exec(text.slice(floor, at))?.[0].length ?? 0)
    const place = placeBefore(this.context, this.line, end, floor)
    const direct = universityBefore(this.context, this.line, end, floor)
    // 江州中医药大学|云溪|附属医院
    const schoolTo = direct === undefined && place !== undefined ? place.from : end
    const from = direct ?? (place === undefined ? undefined : universityBefore(this.context, this.line, place.from, floor))
    const isClass =
      between === '' &&
      (text.endsWith('直属', at) ||
        (end === at && from !== undefined && hasSeveral(this.context, text.slice(from, end))) ||
        /^(?:水平|标准|建设标准)/u.test(text.slice(head.to, head.to + 4)) ||
        /[\d一二两三四五六七八九十多数几][家所]$/u.test(text.slice(floor, from ?? floor)))
    if (from === undefined) return this.ofSchoolTold(head, { at, end, floor })
    return isClass
      ? undefined
      : this.name(head, from, { prefix: { kind: 'university', surface: text.slice(from, schoolTo) }, stemFrom: from })
  }

  /** 是甲大学、乙大学附属医院: what a hospital is to several schools, and no name. */
  endsListOfSchools(head: Head): boolean {
    const { text } = this.line
    if (text.slice(head.from - 2, head.to) !== '附属医院') return false
    const from = universityBefore(this.context, this.line, head.from - 2, this.floorOf(head))
    return (
      from !== undefined &&
      text.charAt(from - 1) === '、' &&
      this.earlier.some((name) => name.label === 'Institution' && name.to === from - 1)
    )
  }

  /** Affiliates whose school is told before, is told by a word of its city, or speaks. */
  private ofSchoolTold(head: Head, told: Affiliation): RawName | undefined {
    const { text } = this.line
    const own = text.slice(told.at + 2, head.from)
    // 江州大学的直属附属医院, 附属教学医院: what a hospital is, and no name.
    const isNamed = own === '' ? text.slice(told.end, told.at).includes('第') : !generics.has(own)
    const listed = isNamed ? (this.inList(head, told) ?? this.behindOf(head, told)) : undefined
    return listed ?? this.ofCity(head, told) ?? this.ofSchool(head, told)
  }

  /** 江州大学附属儿童医院、附属口腔医院: the school is told once. */
  private inList(head: Head, { end }: Affiliation): RawName | undefined {
    const { text } = this.line
    const joint = JOINT.exec(text.slice(Math.max(0, end - 2), end))?.[0]
    const before =
      joint === undefined ? undefined : this.earlier.findLast((name) => name.to === end - joint.length && name.label === 'Hospital')
    if (before === undefined) return undefined
    const { prefix } = before
    const school = prefix.kind === 'university' ? prefix.surface : SCHOOL_OF.exec(text.slice(before.from, before.to))?.[1]
    return school === undefined ? undefined : this.of(head, school, { from: end, stemFrom: end })
  }

  /** 江州大学|的|附属口腔医院 */
  private behindOf(head: Head, { end, floor }: Affiliation): RawName | undefined {
    const { text } = this.line
    const from = text.charAt(end - 1) === '的' ? universityBefore(this.context, this.line, end - 1, floor) : undefined
    return from === undefined ? undefined : this.of(head, text.slice(from, end - 1), { from, stemFrom: end })
  }

  /** 医高专附属人民医院 in a text of 江州市: of 江州医学高等专科学校. */
  private ofCity(head: Head, { end, floor }: Affiliation): RawName | undefined {
    const said = OWN_SCHOOL.exec(this.line.text.slice(Math.max(floor, end - 3), end))?.[0]
    const city =
      said === undefined
        ? undefined
        : this.context.home.find(({ name, level, masked }) => level !== 'county' && masked !== true && name.endsWith('市'))
    if (said === undefined || city === undefined || !beginsWord(this.line, end - said.length)) return undefined
    const school = city.name.slice(0, -1) + (said === '卫校' ? '卫生学校' : '医学高等专科学校')
    return this.of(head, school, { from: end - said.length, stemFrom: end })
  }

  private of(head: Head, school: string, { from, stemFrom }: { from: number; stemFrom: number }): RawName {
    const name = this.name(head, from, { prefix: { kind: 'university', surface: school }, stemFrom })
    return { ...name, stem: school + name.stem }
  }

  /** 我校附属第一医院, 附属第一医院 on a school's page: the school that speaks is left out. */
  private ofSchool(head: Head, { at, end, floor }: Affiliation): RawName | undefined {
    const { text } = this.line
    const { school } = this.context
    if (
      school === undefined ||
      !/^(?:$|第[一二三四五六七八]|中医|口腔|儿童|肿瘤|妇产|眼科|[〇㐀-鿿]{2,4}$)/u.test(text.slice(at + 2, head.from))
    )
      return undefined
    const lead = /(?:我校|学校)$/u.exec(text.slice(floor, end))?.[0].length ?? 0
    if (at + 2 === head.from && end === at && lead === 0 && !this.context.says(`${school.name}附属医院`)) return undefined
    if (lead === 0 && end > floor && !/[与和及、由]/u.test(text.charAt(end - 1))) return undefined
    return this.of(head, school.name, { from: end - lead, stemFrom: end })
  }
}
