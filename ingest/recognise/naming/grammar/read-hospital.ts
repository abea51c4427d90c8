/** Reads the names of hospitals leftwards from their heads. */
import type { Prefix, RawName } from '../context.ts'
import { knownAs } from '../known.ts'
import type { Head } from './heads.ts'
import {
  ARMY,
  ARMY_CENTRE,
  ARMY_OF_CENTRE,
  CLASS_AFTER,
  isAnyOf,
  isClassBrand,
  RENEWED,
  SYSTEM_AFTER,
  PART_OF_REGION,
  TITLE,
  WHOLE_HEAD,
} from './hospital-words.ts'
import { brandBefore, firstWordBefore } from './brand.ts'
import { levelCutOff, levelWithin, placeWithin, townshipBefore, verbWithin, zoneInList } from './cut-through.ts'
import { placeBefore } from './left.ts'
import { modifiersBefore } from './modifiers.ts'
import { AffiliateReader } from './read-affiliate.ts'
import { NO_PREFIX, type Parts } from './reach.ts'
import { universityBefore } from './university.ts'
import { itemOfList, zoneBrandBefore } from './zone-brand.ts'
import { classWords, generics, plainWords, stopWords } from '../words.ts'

const LINK = /(?:新闻|媒体|信息|发布|资讯|公告|视频|图片|导航)$/u
const NOUN = /^(?:n|nz|nr|ns|f|s|x|j)$/u
/** 第三中心医院 */
const OF_CITY = /^第[一二三四五六七八九十]{1,2}中心医院$/u

/** Where modifiers could have swallowed the end of a place: 中心镇|中心卫生院, 琼中|医院. */
const innerStops = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index + 1)

/** A group that is a company, and none of hospitals: 焦煤集团. */
const OF_GROUP = /[〇㐀-鿿]{2}(?<!医疗|健康|医院|卫生|保健|服务)集团$/u

export class HospitalReader extends AffiliateReader {
  readHospital(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const { text } = this.line
    if (text.startsWith(ARMY_CENTRE, head.from)) return this.readArmyCentre(head, floor)
    const stemFrom = modifiersBefore(text, head.from, floor)
    const listed = head.sort === 'primary' ? zoneInList(text, { from: floor, at: stemFrom, to: head.to }) : undefined
    if (listed !== undefined) return this.checked(head, floor, { prefix: NO_PREFIX, stemFrom: floor, brand: listed })
    for (const at of stemFrom === head.from ? [head.from] : [stemFrom, ...innerStops(stemFrom, head.from)]) {
      const direct = this.prefixBefore(at, floor)
      // 人民|医院 where a street is named 人民.
      const isInside = direct !== undefined && at === head.from && stemFrom < at && direct.from >= stemFrom
      if (direct !== undefined && !isInside) {
        // 县医院医院托管: a word said twice.
        if (direct.prefix.kind === 'parent' && direct.prefix.parent.to === head.from && text.slice(head.from, head.to) === '医院')
          return undefined
        const whole = this.withFirstWord(direct, head, { at, floor })
        return this.checked(head, whole.from, { prefix: whole.prefix, stemFrom: this.stemStart(whole, at) })
      }
    }
    const renewed = this.renewedBefore(head, stemFrom, floor)
    if (renewed !== undefined) return this.checked(head, renewed.from, renewed)
    const owner = this.companyBefore(head, stemFrom)
    if (owner !== undefined) return this.name(head, owner, { prefix: NO_PREFIX, stemFrom: owner, brand: text.slice(owner, stemFrom) })
    // 海军905医院: the number may stand without 第.
    const number = /(?<!\d)\d{3}$/u.exec(text.slice(floor, stemFrom))?.[0].length ?? 0
    const numbered = stemFrom - number
    const army = number > 0 || text.startsWith('第', stemFrom) ? ARMY.exec(text.slice(floor, numbered))?.[0] : undefined
    if (army !== undefined) {
      const from = numbered - army.length
      return this.name(head, from, { prefix: { kind: 'abroad' }, stemFrom: from, brand: army })
    }
    const zoned = this.zoneOfParent(stemFrom)
    if (zoned !== undefined) return this.name(head, zoned.from, { prefix: { kind: 'parent', parent: zoned }, stemFrom: zoned.from })
    const gloss = this.glossFrom(head)
    if (gloss !== undefined) return this.name(head, gloss, { prefix: NO_PREFIX, stemFrom: gloss, brand: text.slice(gloss, stemFrom) })
    const bracket = this.bracketBefore(stemFrom, floor)
    if (bracket !== undefined)
      return this.checked(head, bracket, { prefix: NO_PREFIX, stemFrom: bracket, brand: text.slice(bracket, stemFrom) })
    const brandFloor = Math.max(floor, this.earlier.findLast(({ to, sort }) => to <= stemFrom && sort !== 'bureau')?.to ?? floor)
    const brand =
      (head.sort === 'primary' ? townshipBefore(this.line, stemFrom, floor) : undefined) ??
      zoneBrandBefore(this.line, stemFrom, brandFloor) ??
      brandBefore(this.line, stemFrom, brandFloor) ??
      this.itemBefore(head, stemFrom, brandFloor)
    const cut =
      brand === undefined
        ? levelCutOff(this.context, this.line, stemFrom, floor)
        : (levelWithin(this.context, this.line, brand, floor) ?? placeWithin(this.context, this.line, brand, floor))
    if (cut !== undefined)
      return this.checked(head, cut.from, { prefix: cut.prefix, stemFrom: cut.at, brand: text.slice(cut.at, stemFrom) })
    if (brand === undefined) return this.bare(head, stemFrom)
    let start = brand.from
    let outer = this.prefixBefore(start, floor)
    // 大兴安岭|林业管理局|中心医院
    const isOffice = brand.found.endsWith('局')
    if (outer === undefined && (brand.found.length <= 4 || isOffice)) {
      start = firstWordBefore(this.line, start, { to: isOffice ? start : stemFrom, floor })
      outer = start < brand.from ? this.prefixBefore(start, floor) : undefined
      const inner = start < brand.from ? undefined : this.wordBehindPlace(start, floor)
      if (inner !== undefined) [start, outer] = [inner.at, inner.outer]
    }
    const verb = verbWithin(this.context, this.line.text, { from: start, to: stemFrom })
    if (verb > 0) {
      start += verb
      outer = undefined
    }
    outer ??= this.schoolNear(start, floor)
    // 通用技术集团|唐钢医院, 焦煤集团|中央医院
    if (outer === undefined)
      start = this.earlier.findLast(({ to, known }) => to === start && known?.kind === 'company')?.from ?? this.groupFrom(start, floor)
    return this.checked(head, outer?.from ?? start, {
      prefix: outer?.prefix ?? NO_PREFIX,
      stemFrom: outer === undefined ? start : this.stemStart(outer, start),
      brand: text.slice(start, stemFrom),
    })
  }

  /** 广州|前海|人寿医院: a noun between a place and the word that ends the name. */
  private wordBehindPlace(at: number, floor: number): { at: number; outer: { from: number; prefix: Prefix } } | undefined {
    const from = at - 2
    const name = this.line.text.slice(from, at)
    if (from <= floor || stopWords.has(name) || generics.has(name) || plainWords.has(name)) return undefined
    if (!this.line.isBoundary(from) || !this.line.isBoundary(at)) return undefined
    if (!this.line.wordsOver(from, at).every(({ tag }) => NOUN.test(tag))) return undefined
    const outer = this.prefixBefore(from, floor)
    return outer?.prefix.kind === 'place' ? { at: from, outer } : undefined
  }

  /** 甲医院、永久|医院; 前进区|站前|社区卫生服务中心 */
  private itemBefore(head: Head, at: number, from: number): { from: number; found: string } | undefined {
    const isQuarter = head.sort === 'primary' && this.line.text.startsWith('社区', at)
    if (at !== head.from && !isQuarter) return undefined
    const isBehindName = this.earlier.some((name) => name.to === from - 1 && name.label === 'Hospital')
    const item = isBehindName ? itemOfList(this.line.text, { from, at, to: head.to }) : undefined
    return item ?? (isQuarter ? this.quarterBefore(at, from) : undefined)
  }

  /** 前进区|站前|社区卫生服务中心: a quarter that is a word of its own, right behind its district. */
  private quarterBefore(at: number, floor: number): { from: number; found: string } | undefined {
    const { text } = this.line
    const from = at - 2
    const item = text.slice(from, at)
    if (from <= floor || !/[区市县旗]$/u.test(text.slice(0, from))) return undefined
    if (!/^[〇㐀-鿿]{2}$/u.test(item) || stopWords.has(item) || generics.has(item)) return undefined
    const { prefix } = this.prefixBefore(from, floor) ?? {}
    return prefix?.kind === 'place' && prefix.isFull && prefix.township === undefined ? { from, found: item } : undefined
  }

  /** 空军|特色医学中心 */
  private readArmyCentre(head: Head, floor: number): RawName | undefined {
    const army = ARMY_OF_CENTRE.exec(this.line.text.slice(floor, head.from))?.[0]
    if (army === undefined) return undefined
    const from = head.from - army.length
    const own = this.line.text.slice(from, head.to).replace(/^(?:中国)?(?:人民)?解放军/u, '')
    const known = knownAs(this.context.lexicon, this.context.home, own)
    const name = this.name(head, from, { prefix: { kind: 'abroad' }, stemFrom: from, brand: army })
    return known === undefined ? name : { ...name, known }
  }

  /** 青岚区|新|妇幼保健院: the new house of a hospital bears its name. */
  private renewedBefore(head: Head, stemFrom: number, floor: number): (Parts & { from: number }) | undefined {
    const { text } = this.line
    const stem = text.slice(stemFrom, head.to)
    if (text.charAt(stemFrom - 1) !== '新' || stemFrom - 1 <= floor || !RENEWED.test(stem)) return undefined
    const found = this.prefixBefore(stemFrom - 1, floor)
    return found?.prefix.kind === 'place' || found?.prefix.kind === 'level'
      ? { from: found.from, prefix: found.prefix, stemFrom }
      : undefined
  }

  /** 江州大学附属第二医院|高新区|医院: a zone without a name, which the hospital before it gives. */
  private zoneOfParent(stemFrom: number): RawName | undefined {
    const zone = /(?:高新区|经开区|开发区|新区|自贸区|新城)$/u.exec(this.line.text.slice(Math.max(0, stemFrom - 3), stemFrom))?.[0]
    return zone === undefined ? undefined : this.parentAt(stemFrom - zone.length)
  }

  /** 青岚林业有限公司|职工医院: where the name of the company begins that owns the hospital. */
  private companyBefore(head: Head, stemFrom: number): number | undefined {
    if (!/^(?:职工|中心|总|第[一二三四五]|职工总)$/u.test(this.line.text.slice(stemFrom, head.from))) return undefined
    return this.earlier.findLast((name) => name.sort === 'company' && name.to === stemFrom)?.from
  }

  /** 焦煤集团|中央医院: where the name of a group begins that ends at `at`, `at` where none does. */
  private groupFrom(at: number, floor: number): number {
    const said = this.line.text.slice(floor, at)
    const brand = OF_GROUP.test(said) ? brandBefore(this.line, at - 2, floor) : undefined
    return brand === undefined ? at : (this.prefixBefore(brand.from, floor)?.from ?? brand.from)
  }

  /** 天津医科大学|中新|生态城医院: a school a few characters before, however the words between are cut. */
  private schoolNear(at: number, floor: number): { from: number; prefix: Prefix } | undefined {
    const { text } = this.line
    const between = /(?<=大学)[〇㐀-鿿]{1,3}$/u.exec(text.slice(floor, at))?.[0]
    if (between === undefined || stopWords.has(between) || /[与和及在的为附于对向到将由等]/u.test(between)) return undefined
    const end = at - between.length
    const from = universityBefore(this.context, this.line, end, floor)
    return from === undefined ? undefined : { from, prefix: { kind: 'university', surface: text.slice(from, end) } }
  }

  /** 恒大|大方医院, 武警|甘肃省总队医院: a word before the short name of a place that alone would be the name. */
  private withFirstWord(
    direct: { from: number; prefix: Prefix },
    head: Head,
    { at, floor }: { at: number; floor: number },
  ): { from: number; prefix: Prefix } {
    const { prefix } = direct
    const { text } = this.line
    if (prefix.kind !== 'place' || prefix.township !== undefined) return direct
    const corps = /(?:武警|武警部队|公安)$/u.exec(text.slice(floor, direct.from))?.[0]
    const isShort = !prefix.isFull && at === head.from
    const from =
      corps !== undefined && /总队|支队/u.test(text.slice(at, head.to))
        ? direct.from - corps.length
        : isShort
          ? firstWordBefore(this.line, direct.from, { to: at, floor })
          : direct.from
    return from === direct.from ? direct : { from, prefix: { ...prefix, surface: text.slice(from, at), isFull: false } }
  }

  /** 衡水市人民医院（哈励逊国际和平医院）: what stands alone in brackets after a hospital is a name as a whole. */
  private glossFrom(head: Head): number | undefined {
    const { text } = this.line
    if (text.charAt(head.to) !== '）') return undefined
    const open = text.lastIndexOf('（', head.from)
    const content = text.slice(open + 1, head.to)
    const isName =
      open >= 0 &&
      /^[〇㐀-鿿]{4,16}$/u.test(content) &&
      !/^(?:原|现|即|含|包括|简称|全称|以下|国家|依托|挂靠|托管|帮扶|支援|对口|结对)|[与及]|区域医疗中心$/u.test(content)
    return isName && this.parentAt(open) !== undefined ? open + 1 : undefined
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
    const isWhole = WHOLE_HEAD.test(this.line.text.slice(head.from, head.to))
    const isClass = (stemFrom === head.from && !isWhole) || generics.has(this.line.text.slice(stemFrom, head.from))
    return isClass ? undefined : (this.ofOwnCity(head, stemFrom) ?? this.name(head, stemFrom, { prefix: NO_PREFIX, stemFrom }))
  }

  /** 口腔医院 in a text of the city, where the table has 江州口腔医院 or 江州市口腔医院. */
  private ofOwnCity(head: Head, stemFrom: number): RawName | undefined {
    const { context, line } = this
    const stem = line.text.slice(stemFrom, head.to)
    const own = context.home.at(-1)
    // 第三中心医院 in a text of one of its districts: only cities have several.
    const city = OF_CITY.test(stem) && own?.name.endsWith('区') === true ? context.home.find(({ name }) => name.endsWith('市')) : own
    const before = line.text.slice(Math.max(0, stemFrom - 1), stemFrom)
    if (city === undefined || city.masked === true || !city.name.endsWith('市') || city.level === 'township') return undefined
    if (/[家所个类级各的名属省州县区市乡镇\p{Script=Latin}]/u.test(before)) return undefined
    // 新闻|中心医院: a line of links.
    if (LINK.test(line.text.slice(0, stemFrom))) return undefined
    const known = [city.name, city.name.slice(0, -1)]
      .map((lead) => context.lexicon.organisationByName.get(lead + stem))
      .find((found) => found?.label === 'Hospital')
    return known === undefined ? undefined : { ...this.name(head, stemFrom, { prefix: NO_PREFIX, stemFrom }), known }
  }

  /** Leaves out names whose stem is a class: 市公立医院, 区级医院. */
  private checked(head: Head, from: number, rest: Parts): RawName | undefined {
    const inner = this.line.text.slice(rest.stemFrom, head.from)
    const isSeated =
      head.sort === 'primary' ||
      (inner === '国际' && rest.prefix.kind !== 'none' && this.line.text.startsWith('医疗中心', head.from)) ||
      rest.prefix.kind === 'mask' ||
      rest.prefix.kind === 'university' ||
      // 山南新区综合医院: the one of a zone that has a name of its own.
      (rest.prefix.kind === 'place' && (rest.prefix.township !== undefined || (inner === '综合' && rest.prefix.place.adcode === undefined)))
    if (inner !== '' && generics.has(inner) && !isSeated) return undefined
    const after = this.line.text.slice(head.to, head.to + 4)
    const isPlain = inner === '' && this.line.text.slice(head.from, head.to) === '医院'
    if (isPlain && rest.prefix.kind === 'level' && CLASS_AFTER.test(after)) return undefined
    if (isPlain && rest.prefix.kind === 'place' && (SYSTEM_AFTER.test(after) || isAnyOf(rest.prefix))) return undefined
    // 滨河片区专科医院: one of some kind that is yet to be told.
    if (rest.brand !== undefined && inner === `${rest.brand}专科`) return undefined
    // | 技术协作医院 |: a title alone.
    if (rest.brand !== undefined && (isClassBrand(rest.brand) || (rest.prefix.kind === 'none' && PART_OF_REGION.test(rest.brand))))
      return undefined
    if ((rest.prefix.kind === 'none' && /^(?:等级|评审)/u.test(after)) || classWords.test(inner) || this.isTitle(head, rest))
      return undefined
    // 江州大学肿瘤医学科学中心 is a hospital, 世界级肿瘤医学科学中心 what one is to be.
    if (this.line.text.startsWith('医学科学', head.from) && rest.prefix.kind !== 'university') return undefined
    // 国家癌症区域医疗中心 is a plaque.
    if (/医[疗学]中心$/u.test(this.line.text.slice(head.from, head.to)) && /^国家|区域$/u.test(inner)) return undefined
    return this.name(head, from, rest)
  }

  /** 甲医院|技术协作医院, 甲大学|教学医院: what a hospital is to another, and no name. */
  private isTitle(head: Head, { prefix, stemFrom }: Parts): boolean {
    const { text } = this.line
    const to = prefix.kind === 'parent' ? prefix.parent.to : prefix.kind === 'university' ? stemFrom + prefix.surface.length : undefined
    // 甲镇中心卫生院|社区医院创建
    const isNext = prefix.kind === 'parent' && prefix.parent.sort === 'primary' && text.slice(to, head.from) === '社区'
    return to !== undefined && (isNext || TITLE.test(text.slice(to, head.from)))
  }

  /** 市三院, 宁波一院, 江大一院, 市*医. */
  readOrdinal(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const prefix = this.prefixBefore(head.from, floor)
    if (prefix !== undefined) return this.name(head, prefix.from, { prefix: prefix.prefix, stemFrom: this.stemStart(prefix, head.from) })
    if (this.line.text.charAt(head.to - 1) === '医') return undefined
    // 市一院、二院: the place is told once.
    const before = this.earlier.at(-1)
    if (before?.sort === 'ordinal' && /^[、和与及]$/u.test(this.line.text.slice(before.to, head.from)))
      return this.name(head, head.from, { prefix: before.prefix, stemFrom: head.from })
    const brand = brandBefore(this.line, head.from, floor)
    // 三校一院, 一城四院: a slogan counts.
    if (brand === undefined || brand.found.length > 3 || brand.found === '中心' || /^[一二两三四五六七八九十]/u.test(brand.found))
      return undefined
    return this.name(head, brand.from, { prefix: NO_PREFIX, stemFrom: brand.from, brand: brand.found })
  }
}
