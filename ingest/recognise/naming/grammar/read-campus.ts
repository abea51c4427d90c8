/** Reads the names of campuses: with the hospital before them, or alone with a place or a brand. */
import type { Prefix, RawName } from '../context.ts'
import { countyCalled } from '../county-called.ts'
import type { Head } from './heads.ts'
import { brandBefore } from './brand.ts'
import { placeBefore } from './left.ts'
import { NO_PREFIX, Reach } from './reach.ts'
import { generics, plainWords, stopWords } from '../words.ts'

const LONGEST_CAMPUS = 5
const LONGEST_IN_BRACKETS = 10
/** What says of a hospital that campuses are its own: 现有甲院区、乙院区, 由甲院区、乙院区组成. */
const HAS =
  /(?:^|[，。；]|目前|现在|医院|全院|集团)(?:共|现|已|目前|下|同时|形成|构成|划?分)*(?:拥有|设有|建有|形成|包括|包含|含|由|有|辖|设|为)(?:了|以)?[^，。；]{0,40}$/u
/** 中医医院新院区, where nothing tells whose 中医医院 it is. */
const isBare = ({ prefix, brand, known, bound }: RawName): boolean =>
  prefix.kind === 'none' && brand === '' && known === undefined && bound === undefined
const OWN = /(?<![两该各法])[我本]院((?![与和及在的为将])[〇㐀-鿿]{0,4})$/u
/** 漳州市医院…在该院朝阳分院揭牌: of the hospital that was named last in the sentence. */
const THAT = /[该其]院((?![与和及在的为将是])[〇㐀-鿿]{0,4})$/u
/** 你院西院区, 贵院: the hospital that a letter is written to. */
const YOURS = /[你贵]院[〇㐀-鿿]{0,4}$/u
const UNNAMED = /^(?:新|老|旧|分|总|本部|各|两|三|多|主|医共体|医联体|医疗集团|集团|联盟|紧密型)?(?:院区|院|分院|分部)$/u
/** Words between a hospital and 院区 that make no name of a campus: 市医院推进各院区…, 市医院多院区… */
const NO_CAMPUS =
  /[和与及在的为将等对到向把多各两本该个家所来赴]|[办设]$|法人|独立|[挂揭授]牌|成立|设立|建设|推进|加快|启动|实现|完成|新建|旧|原|搬|迁[入至往到]|乔迁|入驻/u

/** 到我县设|分院, 来本区办|分院: a deed, and no name. */
const FOUNDED = /(?<!建)设$|办$/u

const BEHIND_GLOSS = /（[〇㐀-鿿]{3,20}(?:医院|保健院|附院)）([〇㐀-鿿]{0,4})$/u
const LONGEST_GLOSS = 32

const FOUNDING = /(?:开办|创办|兴办|合办|筹办|筹设|新设|增设|加设|开设|拟建|拟设)(?:了)?$/u
const OTHER_BODY = /(?:研究院|科学院|学院|大学|法院|检察院|设计院|公司|集团|银行|协会|学会|商会|研究所|研究中心)$/u

/** 、城西|院区 */
const OWN_IN_LIST = /[、和及与]((?![两三各等原])[〇㐀-鿿]{0,4})$/u

/** 江州市中医院|新区|分院: a zone that needs no name. */
const ZONE = /^(?:新区|高新区|开发区|经开区|园区|城区)$/u

/** 现由三香路院区…组成: what says that a hospital has campuses is no part of the first one's name. */
function withoutVerb({ from, found }: { from: number; found: string }): { from: number; found: string } | undefined {
  const verb = /^(?:现?由|现?有|设有?|下设|含|包括)/u.exec(found)?.[0].length ?? 0
  return found.length - verb < 2 ? undefined : { from: from + verb, found: found.slice(verb) }
}

export class CampusReader extends Reach {
  /** 浙医二院|长兴|院区: the name of the campus between a hospital and the head, however the words are cut. */
  private parentNear(head: Head): RawName | undefined {
    const parent = this.earlier.findLast(
      (name) => name.label === 'Hospital' && !isBare(name) && name.to < head.from && head.from - name.to <= LONGEST_CAMPUS,
    )
    const between = parent === undefined ? '' : this.line.text.slice(parent.to, head.from)
    const isName =
      /^[〇㐀-鿿]{2,}$/u.test(between) &&
      !NO_CAMPUS.test(between) &&
      !stopWords.has(between.slice(0, 2)) &&
      (!generics.has(between) || ZONE.test(between))
    return isName || countyCalled(this.context, between) !== undefined ? parent : undefined
  }

  /** 甲医院（市第四医院）城北院区: the other name of the hospital stands between it and its campus. */
  private behindGloss(head: Head): RawName | undefined {
    const { text } = this.line
    const [said, side = ''] = BEHIND_GLOSS.exec(text.slice(Math.max(0, head.from - LONGEST_GLOSS), head.from)) ?? []
    if (said === undefined || UNNAMED.test(side + text.slice(head.from, head.to)) || NO_CAMPUS.test(side) || generics.has(side))
      return undefined
    const parent = this.parentAt(head.from - said.length)
    if (parent === undefined || isBare(parent)) return undefined
    return this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: head.from - side.length })
  }

  /** 我院城北院区; 我院新院区 has no name, and what stands is the hospital that speaks. */
  private readOwn(head: Head, [said, side = '']: RegExpExecArray): RawName | undefined {
    const { speaker } = this.context
    const { text } = this.line
    const stem = side + text.slice(head.from, head.to)
    if (speaker === undefined || UNNAMED.test(stem) || /集团|联体|共体/u.test(side)) return undefined
    const from = head.from - said.length
    return {
      ...this.name(head, from, { prefix: NO_PREFIX, stemFrom: head.from - side.length }),
      prefix: { kind: 'speaker', parent: speaker },
    }
  }

  /** 东院区 at the head of a clause: the campus of the hospital that speaks. */
  private readSide(head: Head): RawName | undefined {
    const { speaker } = this.context
    const { text } = this.line
    if (speaker === undefined || !/^[东西南北]院区$/u.test(text.slice(head.from, head.to))) return undefined
    if (head.from > 0 && !/[，。；：（]/u.test(text.charAt(head.from - 1))) return undefined
    return { ...this.name(head, head.from, { prefix: NO_PREFIX, stemFrom: head.from }), prefix: { kind: 'speaker', parent: speaker } }
  }

  /** 解放|南路院区: the word before the kind of a road is its name. */
  private roadFrom(from: number, floor: number): number {
    const word = /^[东南西北中]?(?:路|街|大道|大街)/u.test(this.line.text.slice(from)) ? this.line.wordBefore(from) : undefined
    if (word === undefined || word.to !== from || word.from < floor || !/^[〇㐀-鿿]{2,3}$/u.test(word.word)) return from
    return stopWords.has(word.word) || generics.has(word.word) ? from : word.from
  }

  /** 甲医院城东院区、城西院区: the hospital is told once. */
  private listedCampus(head: Head): RawName | undefined {
    const { text } = this.line
    const said = OWN_IN_LIST.exec(text.slice(Math.max(0, head.from - 8), head.from))?.[1]
    if (said === undefined) return undefined
    const from = head.from - said.length
    const before = this.earlier.findLast(({ label }) => label === 'Hospital')
    if (before === undefined || before.to !== from - 1 || !/^(?:campus|wing)$/u.test(before.sort)) return undefined
    return before.prefix.kind === 'parent' ? this.name(head, from, { prefix: before.prefix, stemFrom: from }) : undefined
  }

  /** 甲医院（南区）, 甲医院（云溪院区）; not 甲医院（江州二院云溪院区）, which is a campus of another one. */
  private inBrackets(head: Head): RawName | undefined {
    const { text } = this.line
    const open = text.charAt(head.to) === '）' ? text.lastIndexOf('（', head.from) : -1
    const said = text.slice(open + 1, head.to)
    const parent = open < 0 || said.length > LONGEST_IN_BRACKETS ? undefined : this.parentAt(open)
    if (
      parent === undefined ||
      isBare(parent) ||
      UNNAMED.test(said) ||
      !/^[〇㐀-鿿]+$/u.test(said) ||
      /^[含原现即拟由]|医院|卫生院|[共联]体|集团/u.test(said) ||
      NO_CAMPUS.test(said) ||
      // 县医院（江大二院云溪院区）: a second name, and no campus of the first.
      this.earlier.some(({ from, label }) => from > open && label === 'Hospital')
    )
      return undefined
    const name = this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: open + 1 })
    return { ...name, to: head.to + 1 }
  }

  /** 江州医院是…医院。现有城北院区、云溪院区: those of the hospital of which the sentence, or the one before it, speaks. */
  private ownerTold(from: number): Prefix | undefined {
    const { text } = this.line
    const open = text.lastIndexOf('（', from - 1)
    // 甲医院（含城北院区、云溪院区）
    if (open >= 0 && /^(?:现?(?:下设|设有|[含设有由])|包括|包含)[^）]*$/u.test(text.slice(open + 1, from))) {
      const parent = this.parentAt(open)
      if (parent !== undefined && !isBare(parent)) return { kind: 'parent', parent }
    }
    if (!HAS.test(text.slice(Math.max(0, from - 60), from))) return undefined
    const first = this.earlier.find(({ label, sort }) => label === 'Hospital' && sort !== 'campus')
    if (first !== undefined)
      return first.from === 0 && !isBare(first) && this.isOnly(first, from) ? { kind: 'parent', parent: first } : undefined
    const owner = this.context.told?.subject
    return owner === undefined ? undefined : { kind: 'speaker', parent: owner }
  }

  /** Whether no other hospital stands between one and a place of the text. */
  private isOnly(one: RawName, to: number): boolean {
    return !this.earlier.some(({ label, sort, from }) => label === 'Hospital' && sort !== 'campus' && from >= one.to && from < to)
  }

  /** 甲医院开办|云溪分院, 省公共卫生研究院|云溪分院: what is yet to be, and what belongs to a body that is no hospital. */
  private isOfAnother(from: number): boolean {
    const before = this.line.text.slice(Math.max(0, from - 6), from)
    const verb = FOUNDING.exec(before)?.[0]
    return OTHER_BODY.test(before) || (verb !== undefined && this.parentAt(from - verb.length) !== undefined)
  }

  /** A campus with its parent before it, or alone with a place or brand: 方桥院区. */
  readCampus(head: Head): RawName | undefined {
    const floor = this.floorOf(head)
    const { text } = this.line
    const whole = (parent: RawName): RawName => this.name(head, parent.from, { prefix: { kind: 'parent', parent }, stemFrom: parent.to })
    const own = OWN.exec(text.slice(floor, head.from))
    if (own !== null) return this.readOwn(head, own)
    const ofThat = THAT.exec(text.slice(floor, head.from))?.[1]
    const meant = ofThat === undefined ? undefined : this.earlier.findLast(({ label, sort }) => label === 'Hospital' && sort !== 'campus')
    if (ofThat !== undefined && meant !== undefined && !UNNAMED.test(ofThat + text.slice(head.from, head.to))) {
      const from = head.from - ofThat.length
      return this.name(head, from, { prefix: { kind: 'parent', parent: meant }, stemFrom: from })
    }
    if (YOURS.test(text.slice(floor, head.from))) return undefined
    const listed = this.listedCampus(head)
    if (listed !== undefined) return listed
    const bracketed = this.inBrackets(head)
    if (bracketed !== undefined) return bracketed
    const before = this.parentAt(head.from)
    // 协和医院, which the table knows in this city, and the grammar does not
    const adjacent =
      before !== undefined && isBare(before)
        ? (this.earlier.find(({ to, known }) => to === head.from && known !== undefined) ?? before)
        : before
    if (adjacent !== undefined)
      return /^(?:分院|院区)$/u.test(text.slice(head.from, head.to)) || isBare(adjacent) ? undefined : whole(adjacent)
    if (head.sort === 'wing') return undefined
    // 县人民医院|城|西院区
    const short = /(?:[东西南北新老中本总](?:部)?|[城江河湖山海港桥门关])$/u.exec(text.slice(floor, head.from))?.[0]
    const sided = short === undefined ? undefined : this.parentAt(head.from - short.length)
    if (sided !== undefined) return whole(sided)
    const near = this.parentNear(head)
    if (near !== undefined) return whole(near)
    const glossed = this.behindGloss(head)
    if (glossed !== undefined) return glossed
    const place = placeBefore(this.context, this.line, head.from, floor)
    const said = place === undefined ? brandBefore(this.line, head.from, floor) : undefined
    // 医院东院区: the word for the speaker is no name of a campus.
    const brand =
      said === undefined || said.found.endsWith('医院') || plainWords.has(said.found) || FOUNDED.test(said.found)
        ? undefined
        : withoutVerb(said)
    const from = place?.from ?? (brand === undefined ? undefined : this.roadFrom(brand.from, floor))
    if (from === undefined) return this.readSide(head)
    const parent = this.parentAt(from)
    if (parent !== undefined) return whole(parent)
    if (this.isOfAnother(from)) return undefined
    // 江州医院揭牌，云溪院区开诊, and elsewhere 江州医院云溪院区.
    const campus = text.slice(from, head.to)
    const told = this.earlier.findLast((name) => name.label === 'Hospital' && this.context.says(text.slice(name.from, name.to) + campus))
    if (told !== undefined) return this.name(head, from, { prefix: { kind: 'parent', parent: told }, stemFrom: from })
    const owner = this.ownerTold(from)
    if (owner !== undefined) return this.name(head, from, { prefix: owner, stemFrom: from })
    if (this.context.speaker !== undefined)
      return { ...this.name(head, from, { prefix: NO_PREFIX, stemFrom: from }), prefix: { kind: 'speaker', parent: this.context.speaker } }
    return this.name(head, from, {
      prefix: place?.found ?? NO_PREFIX,
      stemFrom: place === undefined ? from : head.from,
      brand: brand?.found ?? '',
    })
  }
}
