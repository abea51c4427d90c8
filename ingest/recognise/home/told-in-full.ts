/** The home of a text that calls a hospital 市人民医院 or 县中医院, and tells it in full once: 江州市人民医院; and the host of who comes to 我院. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { matchesOf } from '../../grammar/matches.ts'
import { isFullName } from '../naming/place-index.ts'
import { placeAtHead } from './home-place.ts'
import { placeOfHospital } from './last-clues.ts'

const STEM =
  '(?:第[一二三四五六七八九十]{1,2}(?:人民)?医院|人民医院|中心医院|中医医院|中医院|中西医结合医院|妇幼保健院|妇女儿童医院|[一二三四五六七八九]院|(?:妇幼|妇保|人医)(?=[：:与和同携联牵，]))'
const BARE = new RegExp(`(?:(?<![〇㐀-鿿])|(?<=[我本]))([县区旗市州盟])(${STEM})`, 'gu')
/** 州卫健委牵手…: the bureau that opens a title. */
const BUREAU = /^([县区旗市州盟])(卫生健康委员会|卫生健康[委局]|卫健[委局])/u
/** Whom one turns to, or whom another follows: 继江州市人民医院之后. */
const TURNED = /(?:[与和同赴到向对继像从由随]|支援|帮扶|来自|前往|携手|牵手|联手|学习|对标)$/u
const LONGEST_NAME = 12

/** The one county or city whose hospital the text tells in full, where it calls one by that wording without its place. */
export function placeToldInFull(lexicon: Lexicon, title: string, text: string): Division | undefined {
  return toldInFull(lexicon, `${title}\n${text}`, text).own
}

/** The same where the text tells it in full as whom others turn to alone: 专家到青岚县人民医院驻点…县人民医院新建…. */
export function placeTurnedTo(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const { own, turnedTo } = toldInFull(lexicon, `${title}\n${text}`, text)
  return own ?? turnedTo
}

/** The same of a hospital that the title calls so; not in a text of 我县, to which the city's hospital comes. */
export function placeOfTitleInFull(lexicon: Lexicon, title: string, text: string): Division | undefined {
  if (/[我全][县区旗]/u.test(title + text) && title.includes('市')) return undefined
  const { own, turnedTo } = toldInFull(lexicon, title, text, true)
  return own ?? (OPENS.test(title) ? turnedTo : undefined)
}

const SHORT: Readonly<Record<string, string>> = { 妇幼: '妇幼保健院', 妇保: '妇幼保健院', 人医: '人民医院' }

/** 一院 is told in full as 第一人民医院 or 第一医院, 市妇幼：… as 妇幼保健院. */
function inFull(stem: string): readonly string[] {
  const whole = SHORT[stem]
  if (whole !== undefined) return [whole]
  const ordinal = /^([一二三四五六七八九])院$/u.exec(stem)?.[1]
  return ordinal === undefined ? [stem] : [`第${ordinal}人民医院`, `第${ordinal}医院`]
}

/** What a text tells in full of the hospitals that it calls by their level word. */
interface ToldInFull {
  readonly own: Division | undefined
  /** The only one to whom somebody turns, as in 市妇幼：…, whose text has 甲与江州市妇幼保健院; none where two are told. */
  readonly turnedTo: Division | undefined
}

/** `withBureau`: a bureau that opens the title is asked for as well. */
function toldInFull(lexicon: Lexicon, calling: string, text: string, withBureau = false): ToldInFull {
  const called = new Set(matchesOf(BARE, calling).flatMap(([, level = '', stem = '']) => inFull(stem).map((full) => level + full)))
  const bureau = withBureau ? BUREAU.exec(calling)?.[0] : undefined
  if (bureau !== undefined) called.add(bureau)
  let own: Division | undefined
  const turnedTo = new Set<Division>()
  for (const wording of called) {
    for (let at = text.indexOf(wording, 1); at > 0; at = text.indexOf(wording, at + wording.length)) {
      const full = fullBefore(lexicon, text, at)
      if (full === undefined) continue
      const before = text.slice(Math.max(0, full.from - 2), full.from)
      if (own === undefined) {
        if (TURNED.test(before) && !COMES.test(before)) turnedTo.add(full.division)
        else own = full.division
      } else if (own.code !== full.division.code && !TURNED.test(before)) return { own: undefined, turnedTo: undefined }
    }
  }
  const [only, other] = turnedTo
  return { own, turnedTo: other === undefined ? only : undefined }
}

const OPENS = /^[县区旗市州盟](?:妇幼|妇保|人医|人民医院|中医|中心医院|[一二三四五]院)[：:]/u

/** 专家来到|青岚县人民医院: of a text that calls it 县人民医院 as well, whoever comes. */
const COMES = /来到$|走到$/u

/** The place in full that ends with the level word at `at`. */
function fullBefore(lexicon: Lexicon, text: string, at: number): { division: Division; from: number } | undefined {
  for (let from = Math.max(0, at - LONGEST_NAME); from < at; from++) {
    const name = text.slice(from, at + 1)
    const division = placeAtHead(lexicon, name, text)
    // 江南州 is short for a longer name.
    const isFull = division !== undefined && (isFullName(division, name) || (name.length > 2 && division.short.includes(name)))
    if (isFull && division.level !== 'township') return { division, from }
  }
  return undefined
}

const HOST = /(?:来到?|到|赴|莅临|走进|抵达|前往|深入)([〇㐀-鿿]{2,18}?(?:医院|保健院|卫生院|卫生服务中心))/gu

/** 甲医院专家来我院指导, and the text has 甲医院王教授来青岚县人民医院: where they come to. */
export function placeOfHost(lexicon: Lexicon, title: string, text: string): Division | undefined {
  if (!/(?:来|到|赴|莅临|走进|至)[我本]院/u.test(title)) return undefined
  for (const [, wording = ''] of matchesOf(HOST, text)) {
    if (/[我本]院/u.test(wording) || title.includes(wording)) continue
    const division = placeOfHospital(lexicon, wording, text)
    if (division?.level === 'county' || division?.level === 'city') return division
  }
  return undefined
}
