/** Leaves out what stands at the edge of most pages: running heads, feet, page numbers. */
import type { PageLine } from './table-columns.ts'

/** Share of the height of a page in which heads and feet stand. */
const EDGE = 0.12
/** — 3 — · 第 3 页 共 12 页 · 3/12 */
const PAGE_NUMBER = /^[-–—―·•\s]*(?:第\s*)?\d{1,4}\s*页?(?:\s*[,，]?\s*(?:[/／]\s*|共\s*)\d{1,4}\s*页?)?[-–—―·•\s]*$/u
/** A line must stand on so many pages, and on half of all, to be a running head. */
const LEAST_PAGES = 3

export interface LaidPage {
  readonly height: number
  readonly lines: readonly PageLine[]
}

/** The lines of every page without heads, feet and numbers. */
export function dropFurniture(pages: readonly LaidPage[]): string[][] {
  const counts = new Map<string, number>()
  for (const page of pages) for (const key of new Set(edgesOf(page).map(({ text }) => keyOf(text)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(LEAST_PAGES, pages.length / 2)
  return pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.lines.filter((line) => !edges.has(line) || !(PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line.text)) ?? 0) >= least)).map(({ text }) => text)
  })
}

/** Numbers differ from page to page. */
const keyOf = (text: string): string => text.replace(/\s+/gu, '').replace(/\d+/gu, '#')

function edgesOf({ height, lines }: LaidPage): PageLine[] {
  return lines.filter(({ y }) => y < height * EDGE || y > height * (1 - EDGE))
}
