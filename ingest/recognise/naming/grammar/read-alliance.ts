/** Reads the names of alliances that no hospital and no place of the table leads: of a field, a region, a part of the home, a brand. */
import type { Prefix, RawName } from '../context.ts'
import {
  bynameBefore,
  CLASS_OF_ALLIANCE,
  COUNTED_ALLIANCES,
  FIELD_AT_END,
  FIELD_ENDS,
  FIELD_FROM_START,
  FIELD_OPENS,
  FOUNDED_AFTER,
  FOUNDED_BEFORE,
  KIND_IN_QUOTES,
  KIND_OF_PART,
  LED_BEFORE,
  LONGEST_LEAD,
  MEMBER_AFTER,
  NUMBERED_PART,
  OF_OTHER_TRADE,
  OF_SENTENCE,
  PAIR_WITH_KIND,
  PART,
  PART_IN_BRACKETS,
  PART_OF_HOME,
  PART_OF_TOWN,
  PART_OF_PROVINCE,
  QUARTER,
  QUOTED_ALLIANCE,
  QUOTED_MEMBERSHIP,
  QUOTED_PAIR,
  REGION,
  TELLS_OF_IT,
  TOWN,
} from './consortium-words.ts'
import type { Head } from './heads.ts'
import { NO_PREFIX, Reach } from './reach.ts'
import { LONGEST_FIELD, specialtyBefore } from '../specialty-before.ts'

/** Characters before 联盟 in which its name and the verb before it stand. */
const LONGEST_FOUNDED = 28
const LEAST_FOUNDED = 5
/** Of “江南—青岚”紧密型城市 before a head. */
const LONGEST_PAIR = 28

const TITLE_AFTER = /^(?:首批)?(?:成员|理事|副理事长|常务理事|会员|核心成员)(?:单位|医院)/u
const TITLE_BEFORE = /(?:单位|医院|中心|基地)[、，]$/u
/** 其骨伤专科联盟, 该院骨伤专科联盟 */
const OF_PARTNER = /^(?:其|该院|对方(?:医院)?)/u
export abstract class AllianceReader extends Reach {
  /** Where the field of an alliance begins: 脑卒中|专科联盟. */
  protected specialtyBefore(at: number, floor: number): number {
    return specialtyBefore(this.context.lexicon, this.line.text, { at, floor })
  }

  /** 甲医院牵头成立了|胸外科专科联盟: an alliance that only its field tells is its lead's. */
  protected readLedAlliance(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    if (!text.slice(head.from, head.to).endsWith('联盟')) return undefined
    const lead = this.earlier.findLast(({ label }) => label === 'Hospital')
    if (lead === undefined || lead.to < floor - 1 || head.from - lead.to > LONGEST_LEAD) return undefined
    const said = LED_BEFORE.exec(text.slice(lead.to, head.from))?.[0]
    if (said === undefined) return undefined
    const from = lead.to + said.length
    const field = this.specialtyBefore(head.from, from)
    const isField = field < head.from ? FIELD_OPENS.test(text.slice(from, field)) : FIELD_ENDS.test(text.slice(from, head.from))
    return isField ? this.name(head, from, { prefix: { kind: 'parent', parent: lead }, stemFrom: from }) : undefined
  }

  /** 甲医院胸外科联盟, 甲医院的胸外科联盟 */
  protected ofParent(head: Head, parent: RawName): RawName {
    const stemFrom = parent.to + (this.line.text.charAt(parent.to) === '的' ? 1 : 0)
    return this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom })
  }

  /** 由X牵头的老年医学联盟, 加入湾区创面修复专科联盟: an alliance without a place counts where somebody leads or joins it. */
  protected readBrandedAlliance(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const member = MEMBER_AFTER.test(text.slice(head.to, head.to + 5))
      ? QUOTED_MEMBERSHIP.exec(text.slice(floor, head.from))?.[1]
      : undefined
    if (member !== undefined)
      return this.name(head, head.from - member.length, { prefix: NO_PREFIX, stemFrom: head.from - member.length, brand: member })
    const kind = text.slice(head.from, head.to)
    const quoted = text.charAt(head.to) === '”' ? QUOTED_ALLIANCE.exec(text.slice(floor, head.from))?.[1] : undefined
    const whole = quoted !== undefined && kind === '联盟' ? (FIELD_AT_END.test(quoted) ? '专科联盟' : quoted.slice(-2) + kind) : kind
    if (quoted !== undefined && KIND_IN_QUOTES.test(whole)) {
      const from = head.from - quoted.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: quoted })
    }
    const clause = text.slice(floor, head.from)
    const part = this.partBefore(head, clause) ?? this.foundedAlliance(head)
    if (part !== undefined) return part
    const match =
      /(?:牵头|领衔|主导|发起|组建|成立|龙头)的([〇㐀-鿿]{2,10})$/u.exec(clause) ??
      /(?:加入|加盟|入盟)了?((?:(?![的了由在与并及和])[〇㐀-鿿]){2,18})$/u.exec(clause) ??
      this.afterAlliance(clause, floor) ??
      this.nextTitle(head, clause)
    const words = match?.[1]
    const isClass =
      words === undefined ||
      /^(?:紧密|城市|县域|区域|该(?!院)|本|各|多个|\d)/u.test(words) ||
      COUNTED_ALLIANCES.test(words) ||
      OF_SENTENCE.test(words) ||
      CLASS_OF_ALLIANCE.test(words)
    if (isClass || !/联盟/u.test(text.slice(head.from, head.to))) return undefined
    // 与江州市中医院签约，加入其骨伤专科联盟, 加入该院骨伤专科联盟
    const whose = OF_PARTNER.exec(words)?.[0].length ?? 0
    if (whose > 0) {
      const partner = this.earlier.findLast((name) => name.label === 'Hospital' && /[与和同跟]/u.test(text.charAt(name.from - 1)))
      return partner === undefined
        ? undefined
        : this.name(head, head.from - words.length, {
            prefix: { kind: 'parent', parent: partner },
            stemFrom: head.from - words.length + whose,
          })
    }
    const from = head.from - words.length
    // 江州市呼吸专科联盟、卒中联盟: the place is told once.
    const listed =
      text.charAt(from - 1) === '、' ? this.earlier.findLast((name) => name.sort === 'consortium' && name.to === from - 1) : undefined
    if (listed?.prefix.kind === 'place' && listed.prefix.isFull)
      return this.name(head, from, { prefix: listed.prefix, stemFrom: from, brand: words })
    // 加入长三角|城市群医院|协同发展战略联盟: what only looks like a hospital leads nothing.
    const parent = this.earlier.findLast(
      (name) => name.label === 'Hospital' && name.prefix.kind !== 'none' && name.to > from && name.to <= head.from,
    )
    if (parent !== undefined) return this.ofParent(head, parent)
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  /** 国家神经医学中心脑心病学联盟正式成立, 组成的“肿瘤治疗联盟”: an alliance that nothing but its field names, where it is told to be made. */
  private foundedAlliance(head: Head): RawName | undefined {
    const { text } = this.line
    if (!text.slice(head.from, head.to).endsWith('联盟')) return undefined
    const before = text.slice(Math.max(0, head.from - LONGEST_FOUNDED), head.from)
    const words = FIELD_FROM_START.exec(before)?.[1]
    if (words === undefined || CLASS_OF_ALLIANCE.test(words) || OF_SENTENCE.test(words) || COUNTED_ALLIANCES.test(words)) return undefined
    const from = head.from - words.length
    const isFounded = FOUNDED_AFTER.test(text.slice(head.to, head.to + 40)) || FOUNDED_BEFORE.test(text.slice(Math.max(0, from - 4), from))
    // 组建了多学科诊疗联盟: of any kind, of which nothing more is told.
    if (!TELLS_OF_IT.test(text) || words.length < LEAST_FOUNDED) return undefined
    if (!isFounded || OF_OTHER_TRADE.test(words) || this.earlier.some((name) => name.to > from)) return undefined
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  /** 加入江北（西部）微创外科联盟 */
  protected readBracketed(head: Head): RawName | undefined {
    const { text } = this.line
    if (!text.slice(Math.max(0, head.from - LONGEST_FIELD - 1), head.from).includes('）')) return undefined
    const words = PART_IN_BRACKETS.exec(text.slice(Math.max(0, head.from - LONGEST_PAIR), head.from))?.[1]
    if (words === undefined || this.earlier.some(({ label, to }) => label === 'Hospital' && to > head.from - words.length)) return undefined
    const from = head.from - words.length
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  /** “江南—青岚”区域医疗联合体 */
  protected readQuotedPair(head: Head): RawName | undefined {
    const { text } = this.line
    const before = text.slice(Math.max(0, head.from - LONGEST_PAIR), head.from)
    const quoted = /[”域市型乡化]/u.test(text.charAt(head.from - 1)) ? QUOTED_PAIR.exec(before) : null
    const match =
      quoted ?? (/[—–-]/u.test(before) && KIND_OF_PART.test(text.slice(head.from, head.to)) ? PAIR_WITH_KIND.exec(before) : null)
    if (
      match === null ||
      this.earlier.some(({ from, to, label }) => label === 'Hospital' && to > head.from - match[0].length && from < head.from)
    )
      return undefined
    const from = head.from - match[0].length
    const name = this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: match[1] ?? '' })
    return { ...name, stem: name.stem.replace(/[“”]/gu, '') }
  }

  /** 甲市城市医疗集团第一组团…；乙领衔|第二组团: of the group whose other part stands before. */
  protected readNumberedPart(head: Head): RawName | undefined {
    const from = head.from - 2
    const first = this.earlier.findLast(({ sort, stem, to }) => sort === 'consortium' && to <= from && NUMBERED_PART.test(stem))
    if (first === undefined) return undefined
    const name = this.name(head, from, { prefix: first.prefix, stemFrom: from, brand: first.brand })
    return { ...name, stem: first.stem.replace(NUMBERED_PART, name.stem) }
  }

  /** 组建青岚片区医共体, 牵头的福棠儿科医联体, and what the text has in quotes elsewhere: of a part of the home, or of a brand. */
  private partBefore(head: Head, clause: string): RawName | undefined {
    const { text } = this.line
    // 东部片区医共体、清溪片医共体: the verb is told once.
    const isListed =
      PART.test(clause) &&
      clause.length <= 8 &&
      this.earlier.some(({ sort, to }) => sort === 'consortium' && to === head.from - clause.length - 1)
    const isTown = TOWN.test(clause) && this.saysTown(clause)
    const words = isListed || isTown || this.isPartTold(clause) ? clause : PART_OF_HOME.exec(clause)?.[1]
    const kind = text.slice(head.from, head.to)
    if (words === undefined || CLASS_OF_ALLIANCE.test(words) || !KIND_OF_PART.test(kind)) return undefined
    const field = this.specialtyBefore(head.from, head.from - words.length)
    const isBrand = field < head.from && head.from - field < words.length && /(?:的|牵头|领衔)$/u.test(clause.slice(0, -words.length))
    // 武康医疗集团, in a text that tells of 武康街道.
    const isOfTown = TOWN.test(words) && this.saysTown(words)
    if (!PART.test(words) && !isBrand && !isOfTown && !this.context.says(`“${words}${kind}”`)) return undefined
    const from = head.from - words.length
    return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: words })
  }

  /** 青岚片区|医共体揭牌: a part that is called after a township of which the text tells. */
  private isPartTold(clause: string): boolean {
    const town = PART_OF_TOWN.exec(clause)?.[1]
    return town !== undefined && (this.saysTown(town) || ['中心卫生院', '卫生院'].some((unit) => this.context.says(town + unit)))
  }

  private saysTown(town: string): boolean {
    return ['镇', '乡', '街道'].some((unit) => this.context.says(town + unit))
  }

  /** 川渝毗邻地区|儿科专科联盟, 长三角|胸痛联盟, 川北|康复医联体: an alliance of a region that is no division. */
  protected regionBefore(
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

  /** 国家胸痛中心联盟成员单位、|长三角城市群医院协同发展战略|联盟成员单位: one more title of a list. */
  private nextTitle(head: Head, clause: string): RegExpExecArray | null {
    const { text } = this.line
    if (!TITLE_AFTER.test(text.slice(head.to, head.to + 8))) return null
    const match = /^((?:(?!联盟|等|单位|[的为是])[〇㐀-鿿]){4,24})$/u.exec(clause)
    const from = head.from - clause.length
    return match !== null && TITLE_BEFORE.test(text.slice(Math.max(0, from - 12), from)) ? match : null
  }

  private afterAlliance(clause: string, floor: number): RegExpExecArray | null {
    const list = this.line.text.charAt(floor - 1) === '、' ? /^((?:(?!联盟|等)[〇㐀-鿿]){2,8})$/u.exec(clause) : null
    if (list !== null && this.earlier.some((name) => name.sort === 'consortium' && name.to === floor - 1)) return list
    const match = /[和与及]([〇㐀-鿿]{2,10})$/u.exec(clause)
    if (match === null) return null
    const before = floor + match.index
    return this.earlier.some((name) => name.sort === 'consortium' && name.to === before) ? match : null
  }
}
