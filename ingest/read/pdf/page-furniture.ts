/** Leaves out what stands at the edge of most pages: running heads, feet, page numbers. */
import type { Segment } from './segments.ts'

/** Share of the height of a page in which heads and feet stand. */
const EDGE = 0.12
/** — 3 — · 第 3 页 共 12 页 · 3/12 */
const PAGE_NUMBER = /^[-–—―·•\s]*(?:第\s*)?\d{1,4}\s*(?:页\s*)?(?:(?:[,，]\s*)?[/／共]\s*\d{1,4}\s*(?:页\s*)?)?(?:[-–—―·•][-–—―·•\s]*)?$/u
/** A piece must stand on so many pages, and on half of all, to be a running head. */
const LEAST_PAGES = 2

export interface DrawnPage {
  readonly height: number
  readonly segments: readonly Segment[]
}

/** The height down to which the head of a page reaches. */
export function headOf({ height }: { readonly height: number }): number {
  return height * EDGE
}

/** The pages without heads, feet and numbers. */
export function dropFurniture(pages: readonly DrawnPage[]): DrawnPage[] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map(({ text }) => keyOf(text)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(LEAST_PAGES, pages.length / 2)
  return pages.map((page) => {
    const furniture = new Set(edgesOf(page).filter(({ text }) => PAGE_NUMBER.test(text) || (counts.get(keyOf(text)) ?? 0) >= least))
    return { height: page.height, segments: page.segments.filter((segment) => !furniture.has(segment)) }
  })
}

/** Numbers differ from page to page. */
const keyOf = (text: string): string => text.replace(/\s+/gu, '').replace(/\d+/gu, '#')

function edgesOf(page: DrawnPage): Segment[] {
  return page.segments.filter(({ y }) => y < headOf(page) || y > page.height - headOf(page))
}
