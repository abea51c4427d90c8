/** Reads the names of companies, and of bodies abroad, leftwards from their heads. */
import type { RawName } from '../context.ts'
import type { Head } from './heads.ts'
import { abroadBefore, overBorder } from './abroad.ts'
import { NO_PREFIX, Reach } from './reach.ts'
import { stopWords } from '../words.ts'

/** A company's name has a word of its own beside its trade: not 医疗科技有限公司. */
const UNNAMED_COMPANY =
  /^(?:原|中药材|药材|药业|医疗|医药|科技|健康|管理|生物|技术|信息|投资|建设|发展|集团|服务|器械|股份|有限|责任|城市|工程)*$/u

/** 国有企业集团, 县域医疗集团, 组建医疗卫生集团: any group, or one of hospitals. */
const CLASS_OF_GROUP = /企业|医疗|医院|卫生|健康|县域|城市|产业$|[的等各个家]|组建|成立|加入|^(?:国有|大型|龙头|重点|民营)/u

/** 、华江|集团, where the list goes on, or 三方 and what they do follows. */
const LISTED_GROUP = /[、与和]([〇㐀-鿿]{2,4})$/u
const PARTIES = /^(?:[、与和][〇㐀-鿿、与和（）]{2,30})?(?:[三四]方|共同|携手|联合|合作|签[约署订]|共建)/u
const PARTY_BEFORE = /(?:政府|管委会|大学|学院|医院|委|局|院|集团|公司)[、与和]$/u

/** 江州某检验公司, 江州一家科技公司, 某|青岚医疗公司: which one is not told. */
const UNTOLD = /某|[一二两三四五六七八九几多数\d]家/u
const UNTOLD_BEFORE = /(?:某|一家)$/u

const TRADE = /^(?:管理|投资|建设|发展|服务|运营|规划|设计|改造|咨询|控股|股份|科技|技术|工程)*$/u

export class CompanyReader extends Reach {
  /** 美国休斯顿卫理公会医院, 香港青岚国际医疗集团 */
  readAbroad(head: Head): RawName | undefined {
    const isGroup = /^(?:医疗|健康|医院|医疗健康)集团$/u.test(this.line.text.slice(head.from, head.to))
    if (!isGroup && !/^(?:hospital|university|company|research)$/u.test(head.sort)) return undefined
    const floor = this.floorOf(head)
    const from = (isGroup ? overBorder : abroadBefore)(this.line, head, floor)
    if (from === undefined) return undefined
    const name = this.name(head, from, { prefix: { kind: 'abroad' }, stemFrom: from, brand: this.line.text.slice(from, head.from) })
    return isGroup ? { ...name, sort: 'company', label: 'Institution' } : name
  }

  readCompany(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const { text } = this.line
    const kind = text.slice(head.from, head.to)
    if (kind === '集团' || kind === '集团公司') return this.readGroup(head, floor)
    const carrier =
      kind === '公司' ? /中国(?:移动|联通|电信|人寿|人保|太平|平安)[〇㐀-鿿]{0,6}$/u.exec(text.slice(floor, head.from))?.[0] : undefined
    if (carrier !== undefined) {
      const from = head.from - carrier.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: carrier })
    }
    if (kind === '公司') {
      const free = this.freeBefore(head.from, floor, 8)
      return free === undefined ||
        free.at === head.from ||
        free.prefix.kind === 'mask' ||
        UNTOLD_BEFORE.test(text.slice(0, free.from)) ||
        UNTOLD.test(text.slice(free.from, head.from))
        ? undefined
        : this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
    }
    // 区卫生健康委|与华江…有限公司: another body stands before it.
    const joined = this.earlier.findLast(({ to }) => to < head.from && /[与和及同跟由]/u.test(text.charAt(to)))
    const edge = Math.max(floor, joined?.to ?? floor)
    let from = head.from
    while (from > edge) {
      const word = this.line.wordBefore(from)
      if (word === undefined || word.from < edge) break
      const piece = text.slice(word.from, from)
      // 华江资产|管理|有限公司: the trade of a company may be a verb elsewhere.
      // 国药|控股|重庆|有限公司: so it may be before the place.
      if (piece === '控股' || (TRADE.test(text.slice(from, head.from)) && TRADE.test(piece))) {
        from = word.from
        continue
      }
      if (
        stopWords.has(piece) ||
        /(?:公司|于|方|单位|企业|业主|股东)$/u.test(piece) ||
        /^(?:p|c|u|r|d|y)/u.test(word.tag) ||
        (word.tag.startsWith('m') && piece.length > 1)
      )
        break
      from = word.from
    }
    // 与华江|…: an unknown name that was cut together with the word before it.
    if (/^[与和及同由](?![〇㐀-鿿]{0,5}$)/u.test(text.slice(from, head.from))) from++
    const isUnnamed =
      /(?:某|一家|[一二两三几多数\d]家)$/u.test(text.slice(0, from)) ||
      /某/u.test(text.slice(from, head.from)) ||
      UNNAMED_COMPANY.test(text.slice(from, head.from))
    return isUnnamed || head.from - from < 3
      ? undefined
      : this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: text.slice(from, head.from) })
  }

  /** 甲市政府、华江集团、乙大学三方: a brand that is one of the parties of a list. */
  private isListed(from: number, to: number): boolean {
    const { text } = this.line
    return PARTIES.test(text.slice(to, to + 40)) && PARTY_BEFORE.test(text.slice(Math.max(0, from - 12), from))
  }

  /** 江州城投集团, 中国航天科工集团: a place or 中国, and a trade or a brand; a group without either is any group. */
  private readGroup(head: Head, floor: number): RawName | undefined {
    const { text } = this.line
    const national = /中国[〇㐀-鿿]{2,8}$/u.exec(text.slice(floor, head.from))?.[0]
    if (national !== undefined && !CLASS_OF_GROUP.test(national)) {
      const from = head.from - national.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: national })
    }
    const party = LISTED_GROUP.exec(text.slice(Math.max(0, head.from - 6), head.from))?.[1]
    if (party !== undefined && this.isListed(head.from - party.length, head.to) && !CLASS_OF_GROUP.test(party)) {
      const from = head.from - party.length
      return this.name(head, from, { prefix: NO_PREFIX, stemFrom: from, brand: party })
    }
    const free = this.freeBefore(head.from, floor, 8)
    if (free === undefined || free.prefix.kind !== 'place' || head.from - free.at < 2) return undefined
    if (CLASS_OF_GROUP.test(text.slice(free.at, head.from))) return undefined
    return this.name(head, free.from, { prefix: free.prefix, stemFrom: free.at })
  }
}
