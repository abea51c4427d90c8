/** Reads the names of consortia leftwards from their heads. */
import type { Prefix, RawName } from '../context.ts'
import type { Head } from './heads.ts'
import { NO_PREFIX, type Reach } from './reach.ts'
import { areOfTwoPlaces, REGION_OF_ARMY } from './hospital-words.ts'
import {
  BECOMES,
  CLASS_OF_ALLIANCE,
  COUNTED_ALLIANCES,
  COUNTED_KIND,
  DEPARTMENT,
  JOINED_AFTER,
  JOINED_BEFORE,
  LED_AFTER,
  LED_APART,
  LED_BEHIND,
  MADE_BEFORE,
  MEMBERS_AFTER,
  NAME_AFTER,
  NO_NAME_WITHIN,
  OF_OTHER_TRADE,
  PARTS_TOLD,
  LONGEST_PARTS,
  SEAT_AFTER,
  TOLD_AFTER,
  TOLD_BEFORE,
  WORKED_ON,
} from './consortium-words.ts'
import { AllianceReader } from './read-alliance.ts'
import { HospitalReader } from './read-hospital.ts'
import { brandBefore, firstWordBefore } from './brand.ts'
import { modifiersBefore } from './modifiers.ts'
import { LONGEST_FIELD } from '../specialty-before.ts'
import { plainWords, stopWords } from '../words.ts'

/** 县人民医院牵头组建|青岚县医共体|，: the one of its county, of which the lead is told. */
const LED_JUST = /(?:牵头|领衔|负责)(?:组建|组成|成立|建立|构建)了?$/u
const ENDS_THERE = /^(?:[，。；、（]|$)/u
const JOINS = /(?:加入|退出|纳入|参加|参与)$/u
/** 第一城市医疗集团, 东部医疗集团: how a place tells its own apart. */
const OF_SEVERAL = /^(?:第[一二三四五六七八九十]|[东西南北]部|城[东西南北])/u
const ONE_OF_SEVERAL = /(?:第[一二三四五六七八九十]|[东西南北]部|城[东西南北])(?:城市|县域|紧密型|区域|城乡|中医|医疗|卫生|健康|服务)*$/u

/** 甲医院的|紧密联系型, 甲医院|牵头的城市: words for the kind between a lead and the head. */
const TIED =
  /(?:的半?(?:紧密|松散)(?:联系|合作|协作)?型)?(?:城市|县域|区域|半?(?:紧密|松散)(?:联系|合作|协作)?型|领办型?|主导型|托管型|[“”]|牵头的?|一体化)*$/u
/** 中国罕见病联盟|福建协作组, 江州市医疗集团|第一组团: a part of one that is one of its own. */
const BRANCH_AFTER = /^(?:(?:(?![的与和及在由等将])[〇㐀-鿿]){0,6}?(?:协作组|分联盟|分盟|协作分网)|第[一二三四五六七八九十]组团)/u
const LONGEST_BRANCH = 10
/** What stands in quotes before the head: a field, and neither a place of its own nor a list. */
const QUOTED_FIELD = /^(?![〇㐀-鿿]{2,3}[省市区县])[〇㐀-鿿]{2,10}$/u
/** 甲医院作为|青岚县|医共体总医院: it is the seat. */
const IS_SEAT = /(?:作为|身为|担任|成为|任|是|为|系)[〇㐀-鿿]{2,8}$/u
const COMES_INTO = /(?:加入|加盟|并入|编入|划入|划归|归入|融入|纳入|进入)(?:了|到|进)?$/u
/** 我院与乙医院、丙医院|举行 */
const IS_HELD = /[与和同].{2,80}(?:医院|保健院|卫生院|中心|[家所]单位)(?:共同|联合|在[〇㐀-鿿]{2,12}|隆重|顺利)?(?:举行|举办|召开)了?“?$/u
const LONGEST_HELD = 110
const CEREMONY = /^签约(?:暨|和|及)?(?:授牌|揭牌|启动|挂牌)?(?:仪式|大会|会议|活动|会)/u
/** 甲医院|互联分级诊疗|协作网成员: whatever a network is for, where somebody is told to be in it. */
const NETWORK_FIELD = /^(?!.*(?:医院|中心|[的了为是在由将与和及]))[〇㐀-鿿]{2,10}$/u
const IN_NETWORK = /^(?:首批|基层)?(?:成员|理事|协作|会员|网点)(?:单位|医院|机构)?/u
/** 中国抗癌协会甲状腺肿瘤整合康复|联盟: a society of the country, and a field with nothing in it that tells more. */
const OF_SOCIETY =
  /(?:中国|中华|全国|(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省)(?:(?![的了由与和及])[〇㐀-鿿]){2,8}?(?:协会|学会|研究会|基金会|促进会)(?:(?!成立|发起|组建|牵头|主办|建立|加入|分会|[的了与和及在由将])[〇㐀-鿿]){2,12}$/u
/** 是|人民医院|医共体: a hospital of which no place is told. */
const BARE_LEAD = /(?:人民医院|中医医?院|妇幼保健院|第[一二三四五六]人民医院)$/u
/** 成立了|人民医院医共体, 分别是|中医院医共体 */
const OPENS_NAME = /(?:^|[^〇㐀-鿿]|[和与及是为即由了的将把入])$/u
const LONGEST_BARE = 9
const LONGEST_GLOSS = 20
const OTHER_COUNTY = /(?<![全我该本各][〇㐀-鿿]?)[〇㐀-鿿]{2}[县区旗市](?![域级内直管])/u
const BUILT_BY_PLACE = /共同?体$|健共体$|集团$/u
const MAKES = /(?:建成|组成|组建|另组|新组|合组|另建|成立|建立|建起|共建|打造|形成|结成|结为|构建|搭建|发起|牵头|创建|加入|签约)(?:了|起)?/u
const JOINTS = /[与同跟和及、—–－·•-]/u
export class ConsortiumReader extends AllianceReader {
  readConsortium(given: Head): RawName | undefined {
    const name = this.readWhole(given)
    const branch = name === undefined ? undefined : BRANCH_AFTER.exec(this.line.text.slice(name.to, name.to + LONGEST_BRANCH))?.[0]
    return name === undefined || branch === undefined || name.sort !== 'consortium'
      ? name
      : { ...name, to: name.to + branch.length, stem: name.stem + branch }
  }

  private readWhole(given: Head): RawName | undefined {
    // 甲县紧密型医共体|总院为县医院: whose head it is, and no part of the name.
    const seat = /^(?:医共体|[〇㐀-鿿]{2,6}集团)(总医?院)$/u.exec(this.line.text.slice(given.from, given.to))?.[1]?.length ?? 0
    const isSeat =
      seat > 0 && (/^(?:为|是|由|设|：)/u.test(this.line.text.slice(given.to)) || IS_SEAT.test(this.line.text.slice(0, given.from)))
    const head = isSeat ? { ...given, to: given.to - seat } : given
    const { text } = this.line
    const part = text.startsWith('组团', head.from) ? this.readNumberedPart(head) : (this.readQuotedPair(head) ?? this.readBracketed(head))
    if (part !== undefined || text.startsWith('组团', head.from)) return part
    const reach = this.floorOf(head)
    const floor = reach + (NAME_AFTER.exec(text.slice(reach, head.from))?.[0].length ?? 0)
    const kind = text.slice(head.from, head.to)
    const before = text.slice(floor, head.from)
    // 江州市肿瘤专科联盟|医联体签约仪式: the alliance has been read.
    if (kind === '医联体' && /专[科病]联盟$/u.test(before)) return undefined
    // 甲医院申请加入|联盟: a verb, and no name.
    if (JOINS.test(before) || (kind.endsWith('网') && text.startsWith('络', head.to))) return undefined
    // 省医院专科联盟单位 is a title that a hospital bears.
    const isUnit = text.startsWith('单位', head.to)
    const tied = head.from - (TIED.exec(before)?.[0].length ?? 0)
    const within = this.hospitalWithin(head)
    const parent = this.hospitalEndingAt(tied) ?? this.hospitalGlossed(tied) ?? within ?? this.schoolEndingAt(tied)
    const joined = parent === undefined && text.charAt(tied - 1) === '的' ? this.hospitalEndingAt(tied - 1) : undefined
    if (joined !== undefined && this.isJoined(joined, head))
      return this.name(head, joined.from, { prefix: { kind: 'parent', parent: joined }, stemFrom: tied })
    const bare = parent === undefined || parent.prefix.kind === 'none' ? this.readOfHome(head, tied, floor) : undefined
    if (bare !== undefined) return bare
    // 甲医院—乙医院联盟: the second is a party as well.
    if (within !== undefined && within === parent && this.isPartner(within)) return within
    if (parent !== undefined)
      return kind === '联盟' || isUnit || this.isSigned(head, parent) || this.isPartner(parent)
        ? undefined
        : this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: text.charAt(tied - 1) === '）' ? tied : parent.to })
    if (kind === '联盟' && OF_OTHER_TRADE.test(text.slice(Math.max(floor, head.from - 6), head.from))) return undefined
    if (kind === '总医院') return this.readGeneralHospital(head, floor)
    const field = this.specialtyBefore(head.from, floor)
    const quoted = this.parentOfQuoted(head, floor)
    if (quoted !== undefined) return this.ofParent(head, quoted)
    // 江州医院（江州市红十字医院）|消化内镜联盟
    const glossed = field < head.from ? this.hospitalGlossed(field) : undefined
    if (glossed !== undefined && !isUnit && !this.isPartner(glossed))
      return this.name(head, glossed.from, { prefix: { kind: 'parent', parent: glossed }, stemFrom: field })
    const listed = field < head.from && !isUnit ? this.listedBefore(field) : undefined
    if (listed !== undefined) return this.name(head, field, { prefix: listed.prefix, stemFrom: field })
    const near = this.parentNear({ field, end: head.from }, floor)
    // 省肿瘤医院胸外科专科联盟签约仪式: the hospital is a party, and the alliance no name.
    if (near !== undefined) return isUnit || this.isSigned(head, near) ? undefined : this.ofParent(head, near)
    const ordinal = ONE_OF_SEVERAL.exec(text.slice(floor, field))?.[0].length ?? 0
    const placed = this.freeBefore(field - ordinal, floor, 12)
    // 城关镇卫生院划入第二医共体: the township is of another name.
    const isOfBody = placed !== undefined && ordinal > 0 && /院|中心/u.test(text.slice(placed.at, field - ordinal))
    const society = OF_SOCIETY.exec(before)?.[0].length
    if (society !== undefined)
      return this.name(head, head.from - society, { prefix: NO_PREFIX, stemFrom: head.from - society, brand: before.slice(-society) })
    const free = (isOfBody ? undefined : placed) ?? this.regionBefore({ field, hasField: field < head.from }, floor)
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
    return (
      (ordinal > 0 ? this.readNumbered(head, field - ordinal) : undefined) ??
      this.readLedAlliance(head, reach) ??
      this.readBrandedAlliance(head, floor)
    )
  }

  /** 组成青岚县紧密型医共体, 青岚县城市医联体由…: the one of a place that is named, where its members or its making are told. */
  private isOneOfPlace(head: Head, inner: string, { from, prefix }: { from: number; prefix: Prefix }): boolean {
    if (prefix.kind !== 'place' || !prefix.isFull) return false
    const { text } = this.line
    // What the cell of a table holds alone is a name.
    if ((from === 0 || text.charAt(from - 1) === '\t') && text.startsWith('\t', head.to)) return true
    const before = text.slice(Math.max(0, from - 6), from)
    const after = text.slice(head.to, head.to + 40)
    if (LED_APART.test(after)) return false
    if (inner === '' && (TOLD_BEFORE.test(text.slice(Math.max(0, from - 8), from)) || LED_BEHIND.test(after))) return true
    if (SEAT_AFTER.test(after)) return true
    if (inner === '' && MADE_BEFORE.test(before) && PARTS_TOLD.test(text.slice(Math.max(0, from - LONGEST_PARTS), from))) return true
    if (inner === '' && LED_JUST.test(text.slice(Math.max(0, from - 10), from)) && ENDS_THERE.test(after)) return true
    if (inner === '') return LED_AFTER.test(after) || MEMBERS_AFTER.test(after) || (JOINED_BEFORE.test(before) && JOINED_AFTER.test(after))
    return MADE_BEFORE.test(before) || TOLD_AFTER.test(after.slice(0, 8))
  }

  /** 第一医疗健康集团由县人民医院牵头, 东部医疗集团: one of several, of the place that the first of them tells, or of the home. */
  private readNumbered(head: Head, from: number): RawName | undefined {
    const first = this.earlier.find(({ sort, stem, prefix }) => sort === 'consortium' && prefix.kind === 'place' && OF_SEVERAL.test(stem))
    if (first !== undefined) return this.name(head, from, { prefix: first.prefix, stemFrom: from })
    const place = this.context.home.at(-1)
    const isGroup = /集团|总院|共同?体|联合?体/u.test(this.line.text.slice(head.from, head.to)) || this.line.text.startsWith('第', from)
    // 西城区北部医联体: of a part of another place.
    const isOfOther = /[区县市州旗]/u.test(this.line.text.charAt(from - 1))
    if (!isGroup || isOfOther || place === undefined || place.level === 'township' || !this.line.isBoundary(from)) return undefined
    return this.name(head, from, { prefix: { kind: 'level', word: '', place }, stemFrom: from })
  }

  /** 人民医院医共体由…, 中医院医疗集团: of the hospital of the home, in a text that names no other place. */
  private readOfHome(head: Head, tied: number, floor: number): RawName | undefined {
    const { text } = this.line
    const place = this.context.home.at(-1)
    // 人民医院集团, whose head is 医院集团.
    const end = tied === head.from && text.startsWith('医院', head.from) ? head.from + 2 : tied
    const stem = BARE_LEAD.exec(text.slice(Math.max(floor, end - LONGEST_BARE), end))?.[0]
    if (stem === undefined || !BUILT_BY_PLACE.test(text.slice(head.from, head.to))) return undefined
    if (place?.level !== 'county' || place.masked === true) return undefined
    const from = end - stem.length
    const isOfOther =
      OTHER_COUNTY.test(text.slice(0, from).replaceAll(place.name, '')) ||
      this.earlier.some(({ prefix }) => prefix.kind === 'place' && prefix.place.id !== place.id)
    const opens = OPENS_NAME.test(text.slice(0, from)) || stopWords.has(this.line.wordBefore(from)?.word ?? '')
    return isOfOther || !opens || !this.line.isBoundary(from)
      ? undefined
      : this.name(head, from, { prefix: { kind: 'level', word: '', place }, stemFrom: from })
  }

  /** 加入|甲医院|的医联体|，: of whom the one is that somebody comes into. */
  private isJoined({ from }: RawName, { to }: Head): boolean {
    const { text } = this.line
    return COMES_INTO.test(text.slice(Math.max(0, from - 6), from)) && /^(?:$|[，。；、（]|后|以来|之后)/u.test(text.slice(to))
  }

  /** 甲医院医联体|签约仪式, whose hospital is a party; 加入|甲医院医联体|签约仪式 names it. */
  private isSigned({ to }: Head, { from }: RawName): boolean {
    const { text } = this.line
    if (!text.startsWith('签约', to) || COMES_INTO.test(text.slice(Math.max(0, from - 6), from))) return false
    // 我院与乙、丙|举行|甲医院医联体|签约仪式: both parties stand before.
    return !(IS_HELD.test(text.slice(Math.max(0, from - LONGEST_HELD), from)) && CEREMONY.test(text.slice(to)))
  }

  /** 江州市第二人民医院|集团, whose head is 医院集团. */
  private hospitalWithin(head: Head): RawName | undefined {
    if (!this.line.text.startsWith('医院', head.from)) return undefined
    const hospital = new HospitalReader(this.context, this.line, this.earlier)
    const inner: Head = { from: head.from, to: head.from + 2, sort: 'hospital' }
    const found = hospital.readAffiliated(inner) ?? hospital.readHospital(inner)
    return found === undefined || found.prefix.kind === 'none' ? undefined : found
  }

  /** 江苏省中医院|骨伤专科联盟: a hospital, and then nothing but the field. */
  private parentNear({ field, end }: { field: number; end: number }, floor: number): RawName | undefined {
    const { text } = this.line
    const parent = this.earlier.findLast(
      (name) => (name.label === 'Hospital' || this.isNationalCentre(name)) && name.to <= field && field - name.to <= LONGEST_FIELD,
    )
    if (parent === undefined || parent.from < floor || this.isPartner(parent)) return undefined
    // 甲医院、乙医院|三大|医共体: each has one of its own.
    if (COUNTED_ALLIANCES.test(text.slice(parent.to, end))) return undefined
    if (COUNTED_KIND.test(text.slice(parent.to, end)) || BECOMES.test(text.slice(parent.to, end))) return undefined
    if (field === parent.to || (field === parent.to + 1 && field < end && /[的“]/u.test(text.charAt(parent.to)))) return parent
    // 甲医院会同乙卫生院建成|中医专科联盟: what they make, and not the one of 乙.
    if (MAKES.test(text.slice(parent.to, end))) return undefined
    const isNetwork = text.startsWith('网', end + 2) && IN_NETWORK.test(text.slice(end + 3, end + 12))
    if (isNetwork && NETWORK_FIELD.test(text.slice(parent.to, end))) return parent
    // 县保健|院是|医联体成员: a verb cut together with the head.
    if (!/^(?:(?!是)[〇㐀-鿿])*$/u.test(text.slice(parent.to, field))) return undefined
    const isField =
      DEPARTMENT.test(text.slice(parent.to, end)) ||
      this.line.wordsOver(parent.to, field).every(({ word, tag }) => !stopWords.has(word) && !/^(?:v$|[pcurdmyo])/u.test(tag))
    return isField ? parent : undefined
  }

  /** 江州医院眼科专科联盟和|耳鼻喉科专科联盟: another one of the hospital that the one before names. */
  private listedBefore(field: number): RawName | undefined {
    if (!/[和及与、]/u.test(this.line.text.charAt(field - 1))) return undefined
    return this.earlier.findLast(({ sort, prefix, to }) => sort === 'consortium' && prefix.kind === 'parent' && to === field - 1)
  }

  /** 江州医院|“妇科肿瘤专科联盟”: a hospital, and then its alliance in quotes. */
  private parentOfQuoted(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const quote = text.lastIndexOf('“', head.from)
    if (quote < floor || head.from - quote > LONGEST_FIELD || !QUOTED_FIELD.test(text.slice(quote + 1, head.from))) return undefined
    return text.charAt(head.to) === '”' ? this.hospitalEndingAt(quote) : undefined
  }

  /** 国家心血管病中心|心肌病专科联盟: what the table knows leads alliances as a hospital does. */
  private isNationalCentre({ label, known, from, to }: RawName): boolean {
    const { text } = this.line
    return label === 'Institution' && known !== undefined && text.startsWith('国家', from) && text.endsWith('中心', to)
  }

  private hospitalEndingAt(at: number): RawName | undefined {
    const last = this.earlier.findLast((name) => name.to === at && name.label === 'Hospital')
    if (last?.bound === undefined) return last
    // 江州大学惠亚医院|医联体, where 惠亚医院 is bound: the whole name is meant.
    const isWhole = ({ known, prefix, to, from, label }: RawName): boolean =>
      to === at && from < last.from && label === 'Hospital' && (known !== undefined || prefix.kind !== 'none')
    return this.earlier.find(isWhole) ?? last
  }

  /** 江州市第三人民医院|（市妇幼保健院）|医疗集团 */
  private hospitalGlossed(at: number): RawName | undefined {
    if (this.line.text.charAt(at - 1) !== '）') return undefined
    const open = this.line.text.lastIndexOf('（', at)
    return open < 0 || at - open > LONGEST_GLOSS ? undefined : this.hospitalEndingAt(open)
  }

  /** 江州医科大学|医疗集团 */
  private schoolEndingAt(at: number): RawName | undefined {
    return this.earlier.findLast((name) => name.to === at && (name.sort === 'university' || name.known?.kind === 'university'))
  }

  /** 县医院与省医院医联体建设: the last of several partners lends the consortium no name. */
  private isPartner(last: RawName): boolean {
    const { text } = this.line
    for (let name: RawName | undefined = last; name !== undefined;) {
      // 甲省口腔医院乙县人民医院医联体: two names in a row.
      if (name.prefix.kind === 'place' && name.prefix.isFull && this.hospitalEndingAt(name.from) !== undefined) return true
      const joint = text.charAt(name.from - 1)
      // 甲医院——乙医院医联体
      const width: number = /[—–]{2}$/u.test(text.slice(0, name.from)) ? 2 : 1
      const ended: RawName | undefined = JOINTS.test(joint) ? this.hospitalEndingAt(name.from - width) : undefined
      // 县中医院和县人民医院医联体 may be two; 市中心医院和县人民医院医联体 is of both.
      const isJoined: boolean = !/[和及]/u.test(joint) || last.sort === 'primary' || (ended !== undefined && areOfTwoPlaces(ended, name))
      const before: RawName | undefined = isJoined ? ended : undefined
      // 县医院和城关镇卫生院医联体: a primary one leads no hospital.
      if (before !== undefined && (joint !== '、' || (last.sort === 'primary' && before.sort !== 'primary'))) return true
      name = before
    }
    return false
  }

  /** 青岚县总医院 is a consortium, unless the text has it as one hospital; 江州大学总医院 and 解放军总医院 are hospitals. */
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
    return isCounty && this.context.isGeneralOne !== true ? name : { ...name, sort: 'hospital', label: 'Hospital' }
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
}
