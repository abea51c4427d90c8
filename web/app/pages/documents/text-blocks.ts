/** Cuts a text into blocks of paragraphs and each block into pieces, so that long texts stay fast. Pure; offsets are those of the text. */
import type { DocumentText } from '../../../contract/index.ts'

export type DocumentClaim = DocumentText['claims'][number]

export interface TextPiece {
  readonly start: number
  readonly text: string
  /** Claims whose span covers this piece, widest first. */
  readonly claims: readonly DocumentClaim[]
  /** Within a span that reading had a problem with. */
  readonly isProblem: boolean
  /** Within the span that is emphasised. */
  readonly isSelected: boolean
}

export interface TextBlock {
  readonly start: number
  readonly end: number
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** Characters of a block, about two screens; a single longer paragraph is a block of its own. */
const BLOCK = 2400

/** Blocks that end at line breaks and join to the whole text. */
export function cutBlocks(text: string, size = BLOCK): TextBlock[] {
  const blocks: TextBlock[] = []
  let start = 0
  while (start < text.length) {
    const at = start + size >= text.length ? -1 : text.indexOf('\n', start + size)
    const end = at < 0 ? text.length : at + 1
    blocks.push({ start, end })
    start = end
  }
  return blocks
}

function overlaps(range: Range, block: Range): boolean {
  return range.start < block.end && range.end > block.start
}

/** What lies over the text. */
export interface Spans {
  readonly claims: readonly DocumentClaim[]
  readonly problems: readonly Range[]
  readonly selected: Range | null
}

/** Pieces of one block; they join to the block, and each lies wholly inside or outside of every span. */
export function cutPieces(text: string, block: TextBlock, { claims, problems, selected }: Spans): TextPiece[] {
  const here = claims.filter((claim) => overlaps(claim, block)).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const unread = problems.filter((problem) => overlaps(problem, block))
  const spans = [...here, ...unread, ...(selected ? [selected] : [])]
  const inner = spans.flatMap(({ start, end }) => [start, end]).filter((at) => at > block.start && at < block.end)
  const cuts = [...new Set([block.start, ...inner, block.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end
    const covers = (range: Range): boolean => range.start <= start && range.end >= end
    return {
      start,
      text: text.slice(start, end),
      claims: here.filter(covers),
      isProblem: unread.some(covers),
      isSelected: selected !== null && covers(selected),
    }
  })
}

/** The distinct spans that say something, in order of the text: what "next" and "previous" step through. */
export function listSpans(claims: readonly DocumentClaim[]): Range[] {
  const byKey = new Map(claims.map(({ start, end }) => [`${start}-${end}`, { start, end }]))
  return [...byKey.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
