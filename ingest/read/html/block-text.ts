/** The text of a part of a page: one line a block, one line a table row, nothing that is hidden. Word documents come this way too. */
import { isBlock, isElement, isSkipped, walk, type Measure, type PageNode } from './page-tree.ts'
import { tableLines } from './table-text.ts'
import { collapse } from './white-space.ts'

export interface BlockOptions {
  readonly measures: ReadonlyMap<PageNode, Measure>
  /** Blocks to pass over. */
  readonly isLeftOut?: (node: PageNode) => boolean
}

/** The lines of a node, none empty, in order. */
export function blockLines(root: PageNode, { measures, isLeftOut }: BlockOptions): string[] {
  const lines: string[] = []
  let parts: string[] = []
  let preformatted = 0
  const flush = (): void => {
    const text = collapse(parts.join('')).trim()
    if (text !== '') lines.push(text)
    parts = []
  }
  walk(
    root,
    (node) => {
      if (isSkipped(node) || isLeftOut?.(node) === true) return false
      if (node.type === 'text') {
        const pieces = preformatted > 0 ? node.data.split(/\r?\n/u) : [node.data]
        for (const [index, piece] of pieces.entries()) {
          if (index > 0) flush()
          parts.push(piece)
        }
        return false
      }
      if (!isElement(node)) return true
      if (node.name === 'br' || isBlock(node)) flush()
      if (node.name === 'pre') preformatted++
      const rows = node.name === 'table' ? tableLines(node, measures) : undefined
      if (rows === undefined) return true
      lines.push(...rows)
      return false
    },
    (node) => {
      if (isBlock(node)) flush()
      if (isElement(node) && node.name === 'pre') preformatted--
    },
  )
  flush()
  return lines
}
