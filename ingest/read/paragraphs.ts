/** Joins the lines of a text into paragraphs: hard wraps inside a sentence or a word are undone, tables and headings kept apart. */
import type { Span } from '../../cypher/model/index.ts'
import { findFrontMatter } from './front-matter.ts'
import { endsText, isFurniture } from './furniture.ts'
import { isHeadingLine, numberedDepth } from './headings.ts'
import { looksLikeRow } from './tables.ts'
import { linesOf, type TitleLine } from './title.ts'

/** Consecutive lines that are one paragraph, or one row of a table. */
export interface Paragraph {
  readonly lines: readonly Span[]
  readonly text: string
  /** A heading or title stands alone on its line or lines. */
  readonly heading: boolean
}

const SENTENCE_END = '。！？；…!?;'
const CLOSING = '”’）》」』)'
/** A line that ends so is not finished, however short it is. */
const OPEN_END = /[，、：（《“‘,(-]$/u
const CONTINUES = /^[，。、；！？：）》”’%％)]/u
/** Text wrapped at a fixed width has no line longer than this. */
const WIDEST_WRAP = 60
/** In text of long lines a line of this length without an end was cut. */
const CUT_LENGTH = 40

interface Line extends TitleLine {
  readonly blankBefore: boolean
  /** White space before its first character. */
  readonly indent: string
}

/** How long lines are where they are wrapped, by their width on screen or by their number of characters. */
interface Wrap {
  readonly measure: (line: Line) => number
  readonly widest: number
}

const INDENT = /[ \t\u3000]*$/u
const MOST_INDENT = 8

/** A list of other pages within the first characters is the head of a page, not the end of its text. */
const TEXT_BEGUN = 100

/** 【相关链接】 · 江州市人民医院是一所…。: whether a head of links has text below it that tells the background, and no links. */
function opensBackground(head: string, below: readonly { readonly text: string }[]): boolean {
  const next = /相关链接|新闻链接|背景链接/u.test(head) ? below.find(({ text }) => text !== '')?.text : undefined
  return next !== undefined && next.length >= BACKGROUND && /。.*。/u.test(next)
}

/** Characters of a paragraph, and not of a title. */
const BACKGROUND = 60

/** The lines that are read: without furniture, unread spans, and what follows the text on a page. */
function readableLines(text: string, unread: readonly Span[]): Line[] {
  const front = findFrontMatter(text)?.span
  const hidden = front === undefined ? unread : [...unread, front]
  const lines: Line[] = []
  let blankBefore = false
  const all = [...linesOf(text)]
  for (const [index, line] of all.entries()) {
    if (line.text === '') {
      blankBefore = true
      continue
    }
    if (endsText(line.text) && lines.reduce((sum, { text: read }) => sum + read.length, 0) > TEXT_BEGUN) {
      if (!opensBackground(line.text, all.slice(index + 1))) break
      continue
    }
    if (hidden.some((span) => line.start < span.end && span.start < line.end) || isFurniture(line.text)) continue
    const indent = INDENT.exec(text.slice(Math.max(0, line.start - MOST_INDENT), line.start))?.[0] ?? ''
    lines.push({ text: line.text, start: line.start, end: line.end, blankBefore, indent })
    blankBefore = false
  }
  return lines
}

/** Width on screen: a Latin letter is half a Chinese character. */
function widthOf(text: string): number {
  let width = 0
  for (const unit of text) width += unit.charCodeAt(0) < 0x100 ? 0.5 : 1
  return width
}

const onScreen = (line: Line): number => widthOf(line.indent) + widthOf(line.text)
const inCharacters = (line: Line): number => line.indent.length + line.text.length

/** How the text is wrapped, if it is: by the measure by which more of its lines are full. */
function findWrap(lines: readonly Line[]): Wrap | undefined {
  const byWidth = wrapBy(lines, onScreen)
  const byCount = byWidth === undefined || byWidth.full === lines.length ? undefined : wrapBy(lines, inCharacters)
  return byCount !== undefined && byWidth !== undefined && byCount.full > byWidth.full ? byCount : byWidth
}

function wrapBy(lines: readonly Line[], measure: (line: Line) => number): (Wrap & { full: number }) | undefined {
  const lengths = lines.map(measure)
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (widest < 15 || widest > WIDEST_WRAP) return undefined
  const full = lengths.filter((length) => length >= widest - 3).length
  return full >= 3 && full * 4 >= lines.length ? { measure, widest, full } : undefined
}

const isFull = (line: Line, wrap: Wrap): boolean => wrap.measure(line) >= wrap.widest - 3

function endsSentence(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && CLOSING.includes(text.charAt(last))) last--
  return last >= 0 && SENTENCE_END.includes(text.charAt(last))
}

/** …为医院揭牌, …在县人民医院举行: how a paragraph of news ends. */
const ENDS_NEWS = /(?:揭牌|授牌|举行|召开|成立|启动|开业|开诊|仪式|签约|协议|讲话|致辞|参加|出席|主持|陪同)$/u

/** Whether blank lines part the paragraphs of a text: most of its lines stand alone. */
function isSpaced(lines: readonly Line[]): boolean {
  return lines.length > 3 && lines.filter(({ blankBefore }) => blankBefore).length * 4 >= lines.length * 3
}

/** A full line that a wrap ends behind ；, and the next begins no item of a list. */
function isCutBehind(line: Line, next: Line, wrap: Wrap | undefined): boolean {
  if (wrap === undefined || !line.text.endsWith('；') || next.blankBefore || next.indent !== '') return false
  return isFull(line, wrap) && numberedDepth(next.text) === undefined && !BULLET.test(next.text)
}

/** A line that is wrapped a little short, as its words or figures took it, and has the marks of a sentence but no end. */
function isMidSentence(line: Line, next: Line, wrap: Wrap): boolean {
  if (next.blankBefore || next.indent !== '' || BULLET.test(next.text) || !/[，；]/u.test(line.text)) return false
  return wrap.measure(line) >= wrap.widest * NEARLY && numberedDepth(next.text) === undefined
}

const NEARLY = 0.7

/** 协作单位：甲、乙, 教学医院：丙: a line with a label of its own goes on with none. */
const LABELLED = /^[〇㐀-鿿]{2,8}(?:单位|医院|院校|高校)[：:]/u

const BULLET = /^[—\-–•·*●○◆◇■□▪▲△▶►★☆√①-⑳]/u

/** 甲医共体（13家）：乙、丙 under 丁医共体（12家）：戊、己: lines of one list, each with a label. */
const LIST_LINE = /^[^，。；：]{2,30}[：:][^。；]{0,200}、/u

/** Whether `next` goes on with the sentence of `line`; `wrap` is how lines are wrapped. */
function goesOn(line: Line, next: Line, { wrap, spaced }: { wrap: Wrap | undefined; spaced: boolean }): boolean {
  if ((endsSentence(line.text) && !isCutBehind(line, next, wrap)) || looksLikeRow(line.text) || looksLikeRow(next.text)) return false
  if (CONTINUES.test(next.text)) return true
  if (numberedDepth(next.text) !== undefined) return false
  if (OPEN_END.test(line.text)) return !line.text.endsWith('：') || widthOf(line.text) > CUT_LENGTH
  if (LABELLED.test(next.text) || (LIST_LINE.test(line.text) && LIST_LINE.test(next.text))) return false
  if (BULLET.test(next.text) && !/^[—\-–·]/u.test(next.text)) return false
  if (next.indent.length > Math.max(1, line.indent.length) || (wrap === undefined && next.indent.length > 1)) return false
  if (wrap !== undefined) return isFull(line, wrap) || isMidSentence(line, next, wrap)
  const width = widthOf(line.text)
  // A paragraph whose last mark was left out.
  if (spaced && next.blankBefore && ENDS_NEWS.test(line.text)) return false
  return width >= CUT_LENGTH && !(isHeadingLine(line.text) && numberedDepth(line.text) !== undefined)
}

/** Paragraphs of the readable text, in order. */
export function findParagraphs(text: string, unread: readonly Span[], title: TitleLine | undefined): Paragraph[] {
  const lines = readableLines(text, unread)
  const layout = { wrap: findWrap(lines), spaced: isSpaced(lines) }
  const paragraphs: Paragraph[] = []
  for (let index = 0; index < lines.length;) {
    const group: Line[] = []
    let line = lines[index]
    while (line !== undefined) {
      group.push(line)
      index++
      const next = lines[index]
      const isTitle = title !== undefined && (line.start === title.start || next?.start === title.start)
      line = next !== undefined && !isTitle && goesOn(line, next, layout) ? next : undefined
    }
    const joined = group.map((part) => part.text).join('')
    paragraphs.push({
      lines: group.map(({ start, end }) => ({ start, end })),
      text: joined,
      heading: group[0]?.start === title?.start || isHeadingLine(joined),
    })
  }
  return paragraphs
}
