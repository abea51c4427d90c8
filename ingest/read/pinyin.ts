/** Pinyin in brackets behind a character, 医(yī)院, is left out of what is read; every other character stays where it is. */
import type { RawDocument } from './read-result.ts'

/** Stands for a unit that reading leaves out: no width, and white space to a line. */
export const LEFT_OUT = '\uFEFF'

const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ'
const INITIAL = '(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])?'
const FINAL = '(?:n[gɡ]?|r)?'
const VOWEL = 'aɑoeiuüv'
/** A syllable has one vowel with the mark of its tone, or none but that (ńg): how it begins and ends. */
const OPENS = `${INITIAL}[${VOWEL}]{0,2}`
const CLOSES = `[${VOWEL}]{0,2}${FINAL}`
/** What stands between two such vowels (yīyuàn) is looked at ahead, as one: where its first syllable ends does not matter. */
const NEXT = `(?=${CLOSES}[ '’]?${OPENS}[${TONED}])[^${TONED}]{0,10}[${TONED}]`
const WITH_TONE = new RegExp(`[（(](?<=[〇㐀-鿿].)${OPENS}[${TONED}](?:${NEXT})*${CLOSES}[）)]`, 'gu')
/** 们(men): without a tone, which counts only on a page that has others with theirs. */
const NEUTRAL = /[（(](?<=[〇㐀-鿿].)(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])[aɑoeiuü]{1,2}(?:n[gɡ]?)?[）)]/gu
const ENOUGH = 3
/** 丰(feng)区: a page without tones has many. */
const PLAIN = /[（(](?<=[〇㐀-鿿].)(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])?[aɑoeiuü]{1,3}(?:n[gɡ]?|r)?[）)]/gu
const ENOUGH_PLAIN = 8

function leaveOut(text: string, by: (length: number) => string): { text: string; count: number } {
  let count = 0
  const drop = (found: string): string => {
    count++
    return by(found.length)
  }
  const toned = text.replace(WITH_TONE, drop)
  if (count >= ENOUGH) return { text: toned.replace(NEUTRAL, drop), count }
  const plain = count === 0 ? (text.match(PLAIN)?.length ?? 0) : 0
  return plain < ENOUGH_PLAIN ? { text: toned, count } : { text: text.replace(PLAIN, drop), count }
}

/** The document as it is, or, where pinyin stands in brackets, with units in its place that reading leaves out. */
export function withoutPinyin(raw: RawDocument): RawDocument {
  const { text, count } = leaveOut(raw.text, (length) => LEFT_OUT.repeat(length))
  if (count === 0) return raw
  const { title, source } = raw.meta
  const cleaned = (wording: string): string => leaveOut(wording, () => '').text
  const told = { code: 'read.pinyin', message: '这份文件在字后的括号里注了拼音，读取时略去拼音' }
  return {
    ...raw,
    problems: [...raw.problems, told],
    text,
    meta: {
      ...raw.meta,
      ...(title === undefined ? {} : { title: cleaned(title) }),
      ...(source === undefined ? {} : { source: cleaned(source) }),
    },
  }
}
