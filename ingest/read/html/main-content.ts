/** Finds the article of a page: the part that holds most of the text outside links, without lists of links. */
import { isBlock, isElement, walk, type Measure, type PageNode } from './page-tree.ts'

/** A child with this share of the text is where the article is. */
const GOES_DOWN = 0.6
/** What a wider part adds may hold this share of links and still belong to the article (title, date, attachments). */
const MOST_LINKED = 0.34
/** From so many links on a block of links is a list of other pages. */
const LEAST_LINKS = 3
const LIST_SHARE = 0.6
/** A block that is a larger part of the article is its text, however many links it has. */
const LARGEST_LIST = 0.4

type Measures = ReadonlyMap<PageNode, Measure>

const plainOf = (measures: Measures, node: PageNode): number => {
  const measure = measures.get(node)
  return measure === undefined ? 0 : measure.text - measure.linked
}

/** The node of the article; the whole tree where there is none. */
export function findMainContent(root: PageNode, measures: Measures): PageNode {
  let main = root
  for (;;) {
    const enough = GOES_DOWN * plainOf(measures, main)
    const next = 'children' in main ? main.children.find((child) => isElement(child) && plainOf(measures, child) > enough) : undefined
    if (next === undefined) break
    main = next
  }
  for (let parent = main.parent; parent !== null && adds(measures, main, parent); parent = main.parent) main = parent
  return main
}

/** Whether the parent adds text of the article rather than navigation. */
function adds(measures: Measures, main: PageNode, parent: PageNode): boolean {
  const [inner, outer] = [measures.get(main), measures.get(parent)]
  if (inner === undefined || outer === undefined) return false
  return outer.linked - inner.linked <= MOST_LINKED * (outer.text - inner.text)
}

/** The blocks in an article that are lists of links to other pages. */
export function findLinkLists(main: PageNode, measures: Measures): ReadonlySet<PageNode> {
  const lists = new Set<PageNode>()
  const whole = measures.get(main)?.text ?? 0
  walk(main, (node) => {
    const measure = measures.get(node)
    if (measure === undefined) return false
    const isList =
      isBlock(node) &&
      node !== main &&
      measure.links >= LEAST_LINKS &&
      measure.linked >= LIST_SHARE * measure.text &&
      measure.text < LARGEST_LIST * whole
    if (isList) lists.add(node)
    return !isList
  })
  return lists
}
