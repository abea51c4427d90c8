/** Splits a document into sentences in reading form, each with its paragraph, headings, section and table cells. */
import type { Span } from '../../cypher/model/index.ts'
import { HeadingStack, inlineHeading, numberedDepth } from './headings.ts'
import { findParagraphs, type Paragraph } from './paragraphs.ts'
import { toReadingForm, type ReadingForm } from './reading-form.ts'
import { depthInChronicle, isPlanLeadIn, sectionOfHeading, sectionOfTitle, turnsToPlan, yearOfYearbook } from './sections.ts'
import type { Section, Sentence } from './sentence.ts'
import { findFlatTables } from './flat-tables.ts'
import { findTables, type TableRow } from './tables.ts'
import { findTitle, type TitleLine } from './title.ts'

const END = /[。！？]+[”’）》」』]*/gu

/**
 * Characters of a sentence at most: ten times what a list of all members of a consortium takes. Rules look a sentence through from
 * each of its places, so that text without an end would cost the square of its length.
 */
const LONGEST = 3000
const HALT = /[；，、]/u

/** Half-open ranges of the sentences in a reading form. One without an end is parted at its marks. */
function sentenceRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  let from = 0
  const add = (to: number): void => {
    while (to - from > LONGEST) {
      const cut = haltBefore(text, from)
      ranges.push([from, cut])
      from = cut
    }
    if (from < to) ranges.push([from, to])
    from = to
  }
  END.lastIndex = 0
  while (END.test(text)) add(END.lastIndex)
  add(text.length)
  return ranges
}

/** Behind the last mark of the longest sentence that may begin here, or where that ends. */
function haltBefore(text: string, from: number): number {
  for (let at = from + LONGEST; at > from + LONGEST / 2; at--) if (HALT.test(text.charAt(at - 1))) return at
  return from + LONGEST
}

/**
 * Sentences of the readable text. Spans in `unread` give none; so do page furniture and blank lines.
 * `context.year` is the year that the document is about. Deterministic and linear in the text.
 */
export function splitSentences(text: string, unread: readonly Span[], context: { year: number | null }): Sentence[] {
  return new Splitter(text, unread, context.year).run()
}

class Splitter {
  private readonly text: string
  private readonly unread: readonly Span[]
  private readonly title: Section
  private readonly titleLine: TitleLine | undefined
  private readonly headings = new HeadingStack()
  /** Sections by depth of the heading that opened them. */
  private sections: { depth: number; section: Section }[]
  private readonly sentences: Sentence[] = []
  /** Whether a part of the document looked back. */
  private hasReviewed = false

  constructor(text: string, unread: readonly Span[], year: number | null) {
    this.text = text
    this.unread = unread
    this.titleLine = findTitle(text, unread)
    const recorded = yearOfYearbook(text)
    this.title = recorded === undefined ? sectionOfTitle(this.titleLine?.text, year) : { kind: 'review', year: recorded }
    this.sections = [{ depth: -1, section: this.title }]
  }

  run(): Sentence[] {
    const paragraphs = findParagraphs(this.text, this.unread, this.titleLine)
    const rows = findTables(this.text, paragraphs)
    const flat = findFlatTables(paragraphs, rows.size)
    for (const [index, paragraph] of paragraphs.entries()) {
      if (flat.inside.has(index)) continue
      const row = rows.get(index) ?? flat.rows.get(index)
      if (row !== undefined) this.addRow(index, row)
      else if (paragraph.heading || depthInChronicle(paragraph.text, this.title) !== undefined) this.addHeading(index, paragraph)
      else this.addParagraph(index, paragraph)
    }
    return this.sentences
  }

  private get section(): Section {
    return this.sections.at(-1)?.section ?? this.title
  }

  /** Goes on below a heading, which all deeper ones were left for. */
  private enter(heading: string, depth: number, section: Section): void {
    this.headings.push(heading, depth)
    this.sections.push({ depth, section })
  }

  private addHeading(paragraph: number, { lines }: Paragraph): void {
    const form = toReadingForm(this.text, lines)
    const range = [0, form.text.length] as const
    if (lines[0]?.start === this.titleLine?.start) {
      this.leaveTo(-1)
      this.sections = [{ depth: -1, section: this.title }]
      this.push(form, range, { paragraph, heading: true, section: this.title })
      this.headings.push(form.text, -1)
      return
    }
    const depth = depthInChronicle(form.text, this.title) ?? numberedDepth(form.text) ?? 0
    this.leaveTo(depth)
    const section = sectionOfHeading(form.text, this.section, this.title, this.hasReviewed)
    this.hasReviewed ||= section.kind === 'review'
    this.push(form, range, { paragraph, heading: true, section })
    this.enter(form.text, depth, section)
  }

  /** Headings of the same or a lower depth are not above the next heading. */
  private leaveTo(depth: number): void {
    this.headings.leave(depth)
    this.sections = this.sections.filter((entry) => entry.depth < depth)
  }

  private addParagraph(paragraph: number, { lines }: Paragraph): void {
    const form = toReadingForm(this.text, lines)
    const heading = inlineHeading(form.text)
    const depth = numberedDepth(form.text)
    if (depth !== undefined) this.leaveTo(depth)
    const opened = heading === undefined ? this.section : sectionOfHeading(heading, this.section, this.title, this.hasReviewed)
    let section = opened
    for (const [index, range] of sentenceRanges(form.text).entries()) {
      section = turnsToPlan(form.text.slice(...range), section, this.title) ?? section
      this.push(form, range, { paragraph, heading: false, section })
      if (index === 0 && heading !== undefined && depth !== undefined) this.enter(heading, depth, opened)
    }
    if (isPlanLeadIn(form.text, this.title)) this.enterList(section)
  }

  /** What a lead-in opens holds for the items below it, up to the next heading that is not below those above it. */
  private enterList(section: Section): void {
    const above = Math.max(0, ...this.sections.map(({ depth }) => depth))
    this.sections.push({ depth: above + 0.5, section: section.kind === 'plan' ? section : { kind: 'plan' } })
  }

  private addRow(paragraph: number, { table, cells, header }: TableRow): void {
    if (cells.reduce((sum, { start, end }) => sum + end - start, 0) > LONGEST) return this.addCells(paragraph, cells)
    let text = ''
    const offsets: number[] = []
    const places: { from: number; to: number }[] = []
    for (const [index, cell] of cells.entries()) {
      const form = toReadingForm(this.text, [cell])
      if (index > 0) {
        text += '\t'
        offsets.push(Math.max(cell.start - 1, (offsets.at(-1) ?? -1) + 1))
      }
      places.push({ from: text.length, to: text.length + form.text.length })
      text += form.text
      offsets.push(...form.offsets.slice(0, -1))
    }
    offsets.push(cells.at(-1)?.end ?? 0)
    this.push({ text, offsets }, [0, text.length], {
      paragraph,
      heading: false,
      section: this.section,
      row: { table, cells: places, header },
    })
  }

  /** What a row of a page's frame holds is text, each cell for itself. */
  private addCells(paragraph: number, cells: TableRow['cells']): void {
    for (const cell of cells) {
      const form = toReadingForm(this.text, [cell])
      for (const range of sentenceRanges(form.text)) this.push(form, range, { paragraph, heading: false, section: this.section })
    }
  }

  private push(
    form: ReadingForm,
    [from, to]: readonly [number, number],
    rest: Pick<Sentence, 'paragraph' | 'heading' | 'section' | 'row'>,
  ): void {
    const text = form.text.slice(from, to)
    if (text.trim() === '') return
    const start = form.offsets[from] ?? 0
    const end = (form.offsets[to - 1] ?? start) + 1
    const offsets = form.offsets.slice(from, to + 1)
    offsets[to - from] = end
    this.sentences.push({
      index: this.sentences.length,
      start,
      end,
      text,
      offsets,
      headings: this.headings.list(),
      ...rest,
    })
  }
}
