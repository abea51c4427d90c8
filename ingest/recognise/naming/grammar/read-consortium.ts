/** Reads the names of consortia leftwards from their heads. */
import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Prefix, RawName } from '../context.ts'
import type { Head } from './heads.ts'
import { NO_PREFIX, Reach } from './reach.ts'
import { areOfTwoPlaces, REGION_OF_ARMY } from './hospital-words.ts'
import {
  bynameBefore,
  CLASS_OF_ALLIANCE,
  COUNTED_KIND,
  DEPARTMENT,
  FIELD_AT_END,
  KIND_IN_QUOTES,
  LED_AFTER,
  MADE_BEFORE,
  MEMBER_AFTER,
  NAME_AFTER,
  NO_NAME_WITHIN,
  OF_OTHER_TRADE,
  OF_SENTENCE,
  PART_OF_PROVINCE,
  QUOTED_ALLIANCE,
  QUARTER,
  QUOTED_MEMBERSHIP,
  REGION,
  TOLD_AFTER,
  WORKED_ON,
} from './consortium-words.ts'
import { HospitalReader } from './read-hospital.ts'
import { brandBefore, firstWordBefore } from './brand.ts'
import { modifiersBefore } from './modifiers.ts'
import { plainWords, stopWords } from '../words.ts'

const JOINS = /(?:加入|退出|纳入|参加|参与)$/u
const LONGEST_FIELD = 8
const fieldsByLexicon = new WeakMap<Lexicon, ReadonlySet<string>>()

function specialties(lexicon: Lexicon): ReadonlySet<string> {
  let fields = fieldsByLexicon.get(lexicon)
  if (fields === undefined) fieldsByLexicon.set(lexicon, (fields = new Set(lexicon.words('specialties'))))
  return fields
}

/** 第一城市医疗集团, 东部医疗集团: how a place tells its own apart. */
const OF_SEVERAL = /^(?:第[一二三四五六七八九十]|[东西南北]部|城[东西南北])/u
const ONE_OF_SEVERAL = /(?:第[一二三四五六七八九十]|[东西南北]部|城[东西南北])(?:城市|县域|紧密型|区域|城乡|中医)*$/u

const JOINTS = /[与同跟和及、—–-]/u
export class ConsortiumReader extends Reach {
  readConsortium(given: Head): RawName | undefined {
    // 甲县紧密型医共体|总院为县医院: whose head it is, and no part of the name.
    const seat = /^医共体(总医?院)$/u.exec(this.line.text.slice(given.from, given.to))?.[1]?.length ?? 0
    const head = seat > 0 && /^(?:为|是|由|设|：)/u.test(this.line.text.slice(given.to)) ? { ...given, to: given.to - seat } : given
    const { text } = this.line
    const reach = this.floorOf(head)
    const floor = reach + (NAME_AFTER.exec(text.slice(reach, head.from))?.[0].length ?? 0)
    const kind = text.slice(head.from, head.to)
    const before = text.slice(floor, head.from)
    // 甲医院申请加入|联盟: a verb, and no name.
    if (JOINS.test(before) || (kind.endsWith('网') && text.startsWith('络', head.to))) return undefined
    // 省医院专科联盟单位 is a title that a hospital bears.
    const isUnit = text.startsWith('单位', head.to)
    const tied = head.from - (/(?:城市|县域|区域|紧密型|松散型|领办型?|主导型|托管型|[“”]|牵头的?|一体化)*$/u.exec(before)?.[0].length ?? 0)
    const within = this.hospitalWithin(head)
    const parent = this.hospitalEndingAt(tied) ?? within
    // 甲医院—乙医院联盟: the second is a party as well.
    if (within !== undefined && within === parent && this.isPartner(within)) return within
    if (parent !== undefined)
      return kind === '联盟' || isUnit || text.startsWith('签约', head.to) || this.isPartner(parent)
        ? undefined
        : this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: parent.to })
    if (kind === '联盟' && OF_OTHER_TRADE.test(text.slice(Math.max(floor, head.from - 6), head.from))) return undefined
    if (kind === '总医院') return this.readGeneralHospital(head, floor)
    const field = this.specialtyBefore(head.from, floor)
    const near = this.parentNear({ field, end: head.from }, floor)
    // 省肿瘤医院胸外科专科联盟签约仪式: the hospital is a party, and the alliance no name.
    if (near !== undefined) return isUnit || text.startsWith('签约', head.to) ? undefined : this.ofParent(head, near)
    const ordinal = ONE_OF_SEVERAL.exec(text.slice(floor, field))?.[0].length ?? 0
    const free = this.freeBefore(field - ordinal, floor, 12) ?? this.regionBefore({ field, hasField: field < head.from }, floor)
    if (free !== undefined) {
      // 县人民医院院长李某进行医联体签约: a hospital within is a party.
      const isOfPlace = free.prefix.kind !== 'none'
      if (isOfPlace && this.earlier.some((name) => name.label === 'Hospital' && name.to > free.at && name.to < head.from)) return undefined
      const inner = text.slice(free.at, head.from)
      if (NO_NAME_WITHIN.test(inner)) return undefined
      const isKind = /^(?:联盟|医联体|医共体|集团)$/u.test(kind) || (free.prefix.kind === 'level' && /^医疗(?:联合|共同)体$/u.test(kind))
      if (CLASS_OF_ALLIANCE.test(inner) && isKind && !this.isOneOfPlace(head, inner, free)) return undefined
      // 市医疗联合体建设工作专班: what is worked on.
      if (CLASS_OF_ALLIANCE.test(inner) && isOfPlace && WORKED_ON.test(text.slice(head.to, head.to + 4))) return undefined
      // 江州市县级医院医联体: of any hospitals of a kind.
      if (/级(?:公立)?医院$/u.test(inner)) return undefined
      return this.withPartner(this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at }), { at: free.at, floor })
    }
    return (ordinal > 0 ? this.readNumbered(head, field - ordinal) : undefined) ?? this.readBrandedAlliance(head, floor)
  }

  /** 组成青岚县紧密型医共体, 青岚县城市医联体由…: the one of a place that is named, where its members or its making are told. */
  private isOneOfPlace(head: Head, inner: string, { from, prefix }: { from: number; prefix: Prefix }): boolean {
    if (prefix.kind !== 'place' || !prefix.isFull) return false
    const { text } = this.line
    // What the cell of a table holds alone is a name.
    if ((from === 0 || text.charAt(from - 1) === '\t') && text.startsWith('\t', head.to)) return true
    if (inner === '') return LED_AFTER.test(text.slice(head.to, head.to + 40))
    return MADE_BEFORE.test(text.slice(Math.max(0, from - 6), from)) || TOLD_AFTER.test(text.slice(head.to, head.to + 8))
  }

  /** 第一医疗健康集团由县人民医院牵头, 东部医疗集团: one of several, of the place that the first of them tells, or of the home. */
  private readNumbered(head: Head, from: number): RawName | undefined {
    const first = this.earlier.find(({ sort, stem, prefix }) => sort === 'consortium' && prefix.kind === 'place' && OF_SEVERAL.test(stem))
    if (first !== undefined) return this.name(head, from, { prefix: first.prefix, stemFrom: from })
    const place = this.context.home.at(-1)
    const isGroup = /集团|总院/u.test(this.line.text.slice(head.from, head.to))
    if (!isGroup || place === undefined || place.level === 'township' || !this.line.isBoundary(from)) return undefined
    return this.name(head, from, { prefix: { kind: 'level', word: '', place }, stemFrom: from })
  }

  /** 江州市第二人民医院|集团, whose head is 医院集团. */
  private hospitalWithin(head: Head): RawName | undefined {
    if (!this.line.text.startsWith('医院', head.from)) return undefined
    const hospital = new HospitalReader(this.context, this.line, this.earlier)
    const inner: Head = { from: head.from, to: head.from + 2, sort: 'hospital' }
    const found = hospital.readAffiliated(inner) ?? hospital.readHospital(inner)
    return found === undefined || found.prefix.kind === 'none' ? undefined : found
  }

  /** Where the field of an alliance begins: 脑卒中|专科联盟, 神经疾病|专科联盟. */
  private specialtyBefore(at: number, floor: number): number {
    const { text } = this.line
    const fields = specialties(this.context.lexicon)
    const from =
      at -
      (/(?:疾?病|专业|专科|专病|学科|科|救治|防治|诊治|诊疗|急救|康复|筛查|防控|管理)$/u.exec(text.slice(Math.max(floor, at - 2), at))?.[0]
        .length ?? 0)
    for (let length = Math.min(LONGEST_FIELD, at - floor); length >= 2; length--) {
      if (fields.has(text.slice(at - length, at))) return at - length
      if (from - length >= floor && fields.has(text.slice(from - length, from))) return from - length
    }
    return at
  }

  /** 江苏省中医院|骨伤专科联盟: a hospital, and then nothing but the field. */
  private parentNear({ field, end }: { field: number; end: number }, floor: number): RawName | undefined {
    const { text } = this.line
    const parent = this.earlier.findLast(
      (name) => (name.label === 'Hospital' || this.isNationalCentre(name)) && name.to <= field && field - name.to <= LONGEST_FIELD,
    )
    if (parent === undefined || parent.from < floor || this.isPartner(parent)) return undefined
    if (COUNTED_KIND.test(text.slice(parent.to, end))) return undefined
    if (field === parent.to || (field === parent.to + 1 && field < end && text.charAt(parent.to) === '的')) return parent
    // 县保健|院是|医联体成员: a verb cut together with the head.
    if (!/^(?:(?!是)\p{Script=Han})*$/u.test(text.slice(parent.to, field))) return undefined
    const isField =
      DEPARTMENT.test(text.slice(parent.to, end)) ||
      this.line.wordsOver(parent.to, field).every(({ word, tag }) => !stopWords.has(word) && !/^(?:v$|[pcurdmyo])/u.test(tag))
    return isField ? parent : undefined
  }

  /** 甲医院胸外科联盟, 甲医院的胸外科联盟 */
  private ofParent(head: Head, parent: RawName): RawName {
    const stemFrom = parent.to + (this.line.text.charAt(parent.to) === '的' ? 1 : 0)
    return this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom })
  }

  /** 国家心血管病中心|心肌病专科联盟: what the table knows leads alliances as a hospital does. */
  private isNationalCentre({ label, known, from, to }: RawName): boolean {
    const { text } = this.line
    return label === 'Institution' && known !== undefined && text.startsWith('国家', from) && text.endsWith('中心', to)
  }

  private hospitalEndingAt(at: number): RawName | undefined {
    return this.earlier.findLast((name) => name.to === at && name.label === 'Hospital')
  }

  /** 县医院与省医院医联体建设: the last of several partners lends the consortium no name. */
  private isPartner(last: RawName): boolean {
    const { text } = this.line
    for (let name: RawName | undefined = last; name !== undefined;) {
      // 甲省口腔医院乙县人民医院医联体: two names in a row.
      if (name.prefix.kind === 'place' && name.prefix.isFull && this.hospitalEndingAt(name.from) !== undefined) return true
      const joint = text.charAt(name.from - 1)
      const ended: RawName | undefined = JOINTS.test(joint) ? this.hospitalEndingAt(name.from - 1) : undefined
      // 县中医院和县人民医院医联体 may be two; 市中心医院和县人民医院医联体 is of both.
      const isJoined: boolean = !/[和及]/u.test(joint) || last.sort === 'primary' || (ended !== undefined && areOfTwoPlaces(ended, name))
      const before: RawName | undefined = isJoined ? ended : undefined
      // 县医院和城关镇卫生院医联体: a primary one leads no hospital.
      if (before !== undefined && (joint !== '、' || (last.sort === 'primary' && before.sort !== 'primary'))) return true
      name = before
    }
    return false
  }

  /** 青岚县总医院 is a consortium; 江州大学总医院 and 解放军总医院 are hospitals. */
  private readGeneralHospital(head: Head, floor: number): RawName | undefined {
    const army = REGION_OF_ARMY.exec(this.line.text.slice(floor, head.from))?.[0]
    if (army !== undefined) {
      const from = head.from - army.length
      return { ...this.name(head, from, { prefix: { kind: 'abroad' }, stemFrom: from, brand: army }), sort: 'hospital', label: 'Hospital' }
    }
    const at = modifiersBefore(this.line.text, head.from, floor)
    const prefix = this.prefixBefore(at, floor)
    if (prefix === undefined || at < head.from) return this.readOwnGeneral(head, { at, floor, prefix })
    const place = prefix.prefix.kind === 'place' || prefix.prefix.kind === 'level' ? prefix.prefix.place : undefined
    // XX县总医院, **区总医院
    const isCounty = place?.level === 'county' || (prefix.prefix.kind === 'mask' && /[县区旗]$/u.test(prefix.prefix.surface))
    const name = this.name(head, prefix.from, { prefix: prefix.prefix, stemFrom: this.stemStart(prefix, head.from) })
    return isCounty ? name : { ...name, sort: 'hospital', label: 'Hospital' }
  }

  /** 大庆油田总医院, 神东总医院: the hospital of a company or a brand. */
  private readOwnGeneral(
    head: Head,
    { at, floor, prefix }: { at: number; floor: number; prefix: ReturnType<Reach['prefixBefore']> },
  ): RawName | undefined {
    if (prefix !== undefined) {
      const name = this.name(head, prefix.from, { prefix: prefix.prefix, stemFrom: this.stemStart(prefix, at) })
      return { ...name, sort: 'hospital', label: 'Hospital' }
    }
    const brand = brandBefore(this.line, at, floor)
    if (brand === undefined || plainWords.has(brand.found)) return undefined
    const outer = this.prefixBefore(brand.from, floor)
    const first = outer === undefined ? firstWordBefore(this.line, brand.from, { to: at, floor }) : brand.from
    const stemFrom = outer === undefined ? first : this.stemStart(outer, brand.from)
    const name = this.name(head, outer?.from ?? first, { prefix: outer?.prefix ?? NO_PREFIX, stemFrom, brand: brand.found })
    return { ...name, sort: 'hospital', label: 'Hospital' }
  }

  /** 新华—崇明区域医疗联合体: the partner before the dash belongs to the name. */
  private withPartner(name: RawName, { at, floor }: { at: number; floor: number }): RawName {
    const { text } = this.line
    const dash = /[—–-]{1,2}$/u.exec(text.slice(floor, name.from))?.[0]
    const partner = dash === undefined ? undefined : this.line.wordBefore(name.from - dash.length)
    if (partner === undefined || name.prefix.kind !== 'place' || partner.word.length < 2) return name
    const { from } = partner
    return { ...name, from, prefix: { ...name.prefix, surface: text.slice(from, at), isFull: false } }
  }

  /** 由X牵头的老年医学联盟, 加入湾区创面修复专科联盟: an alliance without a place counts where somebody leads or joins it. */
  private readBrandedAlliance(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const member = MEMBER_AFTER.test(text.slice(head.to, head.to + 5))
      ? QUOTED_MEMBERSHIP.exec(text.slice(floor, head.from))?.[1]
      : undefined
    if (member !== undefined)
      return this.name(head, head.from - member.length, { prefix: NO_PREFIX, stemFrom: head.from - member.length, brand: member })
    const kind = text.slice(head.from, head.to)
    const quoted = text.charAt(head.to) === '”' ? QUOTED_ALLIANCE.exec(text.slice(floor, head.from))?.[1] : undefined
    if (quoted !== undefined && KIND_IN_QUOTES.test(kind === '联盟' && FIELD_AT_END.test(quoted) ? '专科联盟' : kind)) {
      const from = head.from - quoted.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: quoted })
    }
    const clause = text.slice(floor, head.from)
    const match =
      /(?:牵头|领衔|主导|发起|组建|成立|龙头)的([\p{Script=Han}]{2,10})$/u.exec(clause) ??
      /加入了?([\p{Script=Han}]{2,10})$/u.exec(clause) ??
      this.afterAlliance(clause, floor)
    const words = match?.[1]
    if (words === undefined || /^(?:紧密|城市|县域|区域|该|本|各|多个|\d)/u.test(words) || !/联盟/u.test(text.slice(head.from, head.to)))
      return undefined
    const from = head.from - words.length
    // 江州市呼吸专科联盟、卒中联盟: the place is told once.
    const listed =
      text.charAt(from - 1) === '、' ? this.earlier.findLast((name) => name.sort === 'consortium' && name.to === from - 1) : undefined
    if (listed?.prefix.kind === 'place' && listed.prefix.isFull)
      return this.name(head, from, { prefix: listed.prefix, stemFrom: from, brand: words })
    const parent = this.earlier.findLast((name) => name.label === 'Hospital' && name.to > from && name.to <= head.from)
    if (parent !== undefined) return this.ofParent(head, parent)
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  /** 川渝毗邻地区|儿科专科联盟, 长三角|胸痛联盟, 川北|康复医联体: an alliance of a region that is no division. */
  private regionBefore(
    { field, hasField }: { field: number; hasField: boolean },
    floor: number,
  ): { from: number; at: number; prefix: Prefix } | undefined {
    const before = this.line.text.slice(floor, field)
    const region =
      REGION.exec(before) ??
      (hasField && this.line.text.charAt(floor - 1) !== '、' ? QUARTER.exec(before) : null) ??
      (hasField || /联盟|协作网/u.test(this.line.text.slice(field, field + 12))
        ? (PART_OF_PROVINCE.exec(before) ?? bynameBefore(this.context.lexicon, before))
        : null)
    if (region === null) return undefined
    const from = floor + region.index
    // 西南医院组建医联体, 为江南片区唯一一家医联体: words of a sentence, and no name.
    const isSaid =
      OF_SENTENCE.test(region[0]) ||
      this.earlier.some((name) => name.known !== undefined && name.from >= from && name.to <= field) ||
      this.line.wordsOver(from, field).some(({ word, from: at }) => word.length > 1 && word !== '毗邻' && !this.isFree(at, field))
    return isSaid ? undefined : { from, at: from, prefix: NO_PREFIX }
  }

  private afterAlliance(clause: string, floor: number): RegExpExecArray | null {
    const list = this.line.text.charAt(floor - 1) === '、' ? /^((?:(?!联盟|等)\p{Script=Han}){2,8})$/u.exec(clause) : null
    if (list !== null && this.earlier.some((name) => name.sort === 'consortium' && name.to === floor - 1)) return list
    const match = /[和与及]([\p{Script=Han}]{2,10})$/u.exec(clause)
    if (match === null) return null
    const before = floor + match.index
    return this.earlier.some((name) => name.sort === 'consortium' && name.to === before) ? match : null
  }
}
