/** Reads the names of schools and other bodies leftwards from their heads. */
import type { RawName } from '../context.ts'
import type { Head } from './heads.ts'
import { NO_PREFIX, Reach } from './reach.ts'
import { isSeat, SEAT, universityBefore } from './university.ts'

/** A centre of another trade (政务服务中心) is none of ours. */
const OF_HEALTH = /[医卫健康病疾血诊药护妇幼影像老养托]|急救|检验|心电|消毒|生殖|肿瘤|远程|流调/u

/** 国家心血管疾病临床医学|研究中心: a body that has branches in hospitals everywhere. */
const NATIONAL_CENTRE = /国家[〇㐀-鿿（）]{2,14}?临床医学$/u

/** 中国科学院|江州药物|研究所: an institute of a national academy. */
const ACADEMY = /中国(?:医学|中医|农业|林业)?科学院(?:(?![与和及同]|院士|医院|大学)[〇㐀-鿿]){2,14}$/u

const RESEARCH = /^研究/u
const LONGEST_FIELD = 24
/** What stands between a school and the head of its institute. */
const OF_SCHOOL = /(?<=大学|学院|医学部|）)(?:(?!医院|大学|[与和及同、的在将（）])[〇㐀-鿿]){2,16}$/u

/** Societies of any trade are named often, and seldom as who does something. */
const SOCIETY = /^(?:协会|学会|促进会|研究会|联合会)$/u
const PARTY = /签|协议|合作|共建|携手|联手|联合|牵头|发起|加入|挂牌/u

/** 全市敬老院: of homes for the old every place has some. */
const HOME_OF_OLD = /^(?:(?:社会|儿童)?福利[院中]|(?:中心)?敬老院|光荣院)/u

export class BodyReader extends Reach {
  readUniversity(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const { text } = this.line
    const from = universityBefore(this.context, this.line, head.to, floor)
    const close = text.charAt(head.to) === '（' ? text.indexOf('）', head.to) + 1 : 0
    const seat = close - head.to > 6 ? undefined : SEAT.exec(text.slice(head.to, close))?.[0]
    const to = seat !== undefined && isSeat(this.context, seat) ? close : head.to
    return from === undefined
      ? undefined
      : this.name({ ...head, to }, from, { prefix: { kind: 'university', surface: text.slice(from, to) }, stemFrom: from })
  }

  /** 江州大学|放射医学|研究所: an institute of a school. */
  private readOfSchool(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const field = OF_SCHOOL.exec(text.slice(Math.max(floor, head.from - LONGEST_FIELD), head.from))?.[0]
    if (field === undefined) return undefined
    const end = head.from - field.length
    if (this.line.wordsOver(end, head.from).some(({ from }) => from >= end && !this.isFree(from, head.from))) return undefined
    const from = universityBefore(this.context, this.line, end, floor)
    return from === undefined
      ? undefined
      : this.name(head, from, { prefix: { kind: 'university', surface: text.slice(from, end) }, stemFrom: from })
  }

  readBody(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const isFree = head.sort === 'centre' || head.sort === 'research'
    const { text } = this.line
    const national =
      head.sort === 'centre'
        ? NATIONAL_CENTRE.exec(text.slice(floor, head.from))?.[0]
        : head.sort === 'research'
          ? ACADEMY.exec(text.slice(0, head.from))?.[0]
          : undefined
    if (national !== undefined) {
      const from = head.from - national.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: national })
    }
    const ofSchool = isFree && RESEARCH.test(text.slice(head.from, head.to)) ? this.readOfSchool(head, floor) : undefined
    if (ofSchool !== undefined) return ofSchool
    if (SOCIETY.test(text.slice(head.from, head.to)) && !PARTY.test(text)) return undefined
    const isOfOld = HOME_OF_OLD.test(text.slice(head.from, head.to))
    const longest = isFree ? 14 : head.sort === 'body' && !isOfOld ? 10 : 0
    const free = this.freeBefore(head.from, floor, longest)
    if (free !== undefined && isOfOld && /^[全各每]/u.test(text.slice(free.from))) return undefined
    // 县中医院列入中国中医|科学院: the name of another body stands between.
    if (free !== undefined && head.sort === 'research' && /院/u.test(text.slice(free.at, head.from))) return undefined
    if (free !== undefined && head.sort === 'centre' && !OF_HEALTH.test(text.slice(free.at, head.to))) return undefined
    const isWhole = !isFree || /^(?:健康管理|公共卫生)/u.test(text.slice(head.from))
    if (free === undefined && head.sort === 'public-health') return this.readListed(head)
    if (free === undefined || (!isWhole && free.at === head.from)) return undefined
    return this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
  }

  /** 市中心血站和120急救指挥中心: the place is told once. */
  private readListed(head: Head): RawName | undefined {
    const before = this.earlier.at(-1)
    const isListed = before?.sort === 'public-health' && /^[、和与及]$/u.test(this.line.text.slice(before.to, head.from))
    return isListed ? this.name(head, head.from, { prefix: before.prefix, stemFrom: head.from }) : undefined
  }
}
