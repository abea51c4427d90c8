/** The reading form of a piece of text: widths and punctuation normalised, white space dropped, every unit mapped back. */
import type { Span } from '../../cypher/model/index.ts'

export interface ReadingForm {
  readonly text: string
  /** `offsets[i]` is where `text[i]` stands in the document; one more entry for the end. */
  readonly offsets: readonly number[]
}

/** ASCII punctuation that Chinese text has in full width. */
const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）', '!': '！', '?': '？' }
const CHINESE = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—％]/u
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

/** Chinese characters and the marks 、。〈〉《》「」『』【】: most of a text, and neither blank nor of another width. */
function isPlain(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x301f)
}

interface Unit {
  text: string
  readonly at: number
}

/** Normalises the given spans of the document as one piece; a tab between cells stays a tab. */
export function toReadingForm(document: string, spans: readonly Span[]): ReadingForm {
  const units: Unit[] = []
  let gap = ''
  for (const { start, end } of spans) {
    if (units.length > 0) gap += '\n'
    for (let at = start; at < end; at++) {
      const raw = document.charAt(at)
      if (gap === '' && isPlain(document.charCodeAt(at))) {
        units.push({ text: raw, at })
        continue
      }
      if (raw === '\t') {
        units.push({ text: '\t', at })
        gap = ''
        continue
      }
      if (/\s/u.test(raw) || INVISIBLE.test(raw)) {
        if (!INVISIBLE.test(raw) || raw === '\n' || raw === '\r') gap += raw
        continue
      }
      const unit = plainUnit(raw)
      const last = units.at(-1)
      if (gap !== '' && last !== undefined && last.text !== '\t' && partsWords(last.text, unit, gap)) units.push({ text: ' ', at: at - 1 })
      gap = ''
      units.push({ text: unit, at })
    }
  }
  widenPunctuation(units)
  const last = units.at(-1)
  return {
    text: units.map((unit) => unit.text).join(''),
    offsets: [...units.map((unit) => unit.at), (last?.at ?? spans[0]?.start ?? -1) + 1],
  }
}

/** Gives ASCII punctuation beside Chinese its full width; a bracket follows its partner. */
function widenPunctuation(units: Unit[]): void {
  const open: number[] = []
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]
    if (unit === undefined || unit.text.charCodeAt(0) > 0x7f) continue
    const full = FULL[unit.text]
    if (full === undefined) continue
    const before = units[index - 1]?.text ?? ''
    const after = units[index + 1]?.text ?? ''
    const isBeside = CHINESE.test(before) || CHINESE.test(after)
    if (unit.text === '(') {
      open.push(index)
      if (isBeside) unit.text = full
    } else if (unit.text === ')') {
      const partner = units[open.pop() ?? -1]
      if (isBeside || partner?.text === '（') unit.text = full
      if (isBeside && partner?.text === '(') partner.text = '（'
    } else if (isBeside && !(/\d/.test(before) && /\d/.test(after))) unit.text = full
  }
}
