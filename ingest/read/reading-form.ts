/** The reading form of a piece of text: widths and punctuation normalised, white space dropped, every unit mapped back. */
import type { Span } from '../../cypher/model/index.ts'
import { matchesOf } from '../grammar/matches.ts'
import { digitYears } from './written-years.ts'

export interface ReadingForm {
  readonly text: string
  /** `offsets[i]` is where `text[i]` stands in the document; one more entry for the end. */
  readonly offsets: readonly number[]
}

/** ASCII punctuation that Chinese text has in full width. */
const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）', '!': '！', '?': '？' }
const CHINESE = /[〇㐀-鿿，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—％]/u
/** The common block is told without the expression, which has many ranges. */
const isChinese = (unit: string): boolean => (unit >= '一' && unit <= '\u9fff') || CHINESE.test(unit)
const WORD = /[A-Za-z0-9]/
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/u

/** One unit: full-width ASCII and compatibility ideographs and radicals have a plain form of the same length. */
function plainUnit(unit: string): string {
  if (unit >= '！' && unit <= '～') {
    const keeps = '（），：；！？'.includes(unit)
    return keeps ? unit : String.fromCharCode(unit.charCodeAt(0) - 0xfee0)
  }
  if ((unit >= '\u2E80' && unit <= '\u2FDF') || (unit >= '\uF900' && unit <= '\uFAFF')) {
    const plain = unit.normalize('NFKC')
    return plain.length === 1 ? plain : unit
  }
  return unit === '•' || unit === '・' || unit === '‧' ? '·' : unit
}

/** Whether white space between two units parts two words of a Latin text, and so must stay as one blank. */
function partsWords(before: string, after: string, gap: string): boolean {
  if (WORD.test(before) && WORD.test(after)) return !(/[\r\n]/.test(gap) && /\d/.test(before) && /\d/.test(after))
  // Two wide blanks in one line part two things (甲医院, then two blanks, then 乙医院); a single blank is letter spacing.
  return (
    !/[\r\n]/.test(gap) && /\S/u.test(before) && (gap.includes('\u3000') || gap.length > 1) && CHINESE.test(before) && CHINESE.test(after)
  )
}

/** Units that stay as they are wherever no blank stands before them: most of a text. */
function isPlain(unit: number): boolean {
  if (unit < 0x80) return unit > 0x20 && unit < 0x7f
  if (unit >= 0x4e00) return unit <= 0x9fff || unit === 0xff0c || unit === 0xff08 || unit === 0xff09 || unit === 0xff1a || unit === 0xff1b
  // 、。〈〉《》「」『』【】, dashes, and what stands in pairs: “”.
  return (unit >= 0x3001 && unit <= 0x301f) || unit === 0x2014 || unit === 0x201c || unit === 0x201d
}

/** Normalises the given spans of the document as one piece; a tab between cells stays a tab. */
export function toReadingForm(document: string, spans: readonly Span[]): ReadingForm {
  const offsets: number[] = []
  let text = ''
  let gap = ''
  for (const { start, end } of spans) {
    if (text !== '') gap += '\n'
    for (let at = start; at < end; at++) {
      const first = at
      if (gap === '') while (at < end && isPlain(document.charCodeAt(at))) offsets.push(at++)
      if (at > first) text += document.slice(first, at)
      if (at === end) break
      const raw = document.charAt(at)
      if (raw !== '\t' && (/\s/u.test(raw) || INVISIBLE.test(raw))) {
        if (!INVISIBLE.test(raw) || raw === '\n' || raw === '\r') gap += raw
        continue
      }
      const unit = plainUnit(raw)
      const last = text.at(-1)
      if (gap !== '' && raw !== '\t' && last !== undefined && last !== '\t' && partsWords(last, unit, gap)) {
        text += ' '
        offsets.push(at - 1)
      }
      gap = ''
      text += unit
      offsets.push(at)
    }
  }
  offsets.push((offsets.at(-1) ?? spans[0]?.start ?? -1) + 1)
  return { text: digitYears(widenPunctuation(text)), offsets }
}

const ASCII_MARK = /[,:;()!?]/g

/** Gives ASCII punctuation beside Chinese its full width; a bracket follows its partner. */
function widenPunctuation(text: string): string {
  if (text.search(ASCII_MARK) < 0) return text
  const widened = new Map<number, string>()
  const unitAt = (index: number): string => widened.get(index) ?? text.charAt(index)
  const open: number[] = []
  for (const { 0: unit, index } of matchesOf(ASCII_MARK, text)) {
    const full = FULL[unit] ?? unit
    const before = unitAt(index - 1)
    const after = text.charAt(index + 1)
    const isBeside = isChinese(before) || isChinese(after)
    if (unit === '(') {
      open.push(index)
      if (isBeside) widened.set(index, full)
    } else if (unit === ')') {
      const partner = open.pop() ?? -1
      if (isBeside || unitAt(partner) === '（') widened.set(index, full)
      if (isBeside && unitAt(partner) === '(') widened.set(partner, '（')
    } else if (isBeside && !(/\d/.test(before) && /\d/.test(after))) widened.set(index, full)
  }
  let wide = ''
  let from = 0
  for (const [index, unit] of [...widened].sort(([a], [b]) => a - b)) {
    wide += text.slice(from, index) + unit
    from = index + 1
  }
  return wide + text.slice(from)
}
