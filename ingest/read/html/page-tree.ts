/** A page as a tree of nodes, with what is hidden or never text left out of the count. Nothing in it is executed or fetched. */
import { load } from 'cheerio/slim'

type Root = ReturnType<ReturnType<typeof load>['root']>[number]
export type PageNode = Root | Root['children'][number]
export type PageElement = Extract<PageNode, { readonly attribs: unknown }>

/** Parses HTML as browsers' sources have it: unclosed tags and unknown ones are fine. Linear in the text. */
export function parsePage(html: string): Root {
  return load(html).root().toArray()[0] as Root
}

export function isElement(node: PageNode): node is PageElement {
  return node.type === 'tag'
}

export function childrenOf(node: PageNode): readonly PageNode[] {
  return 'children' in node ? node.children : []
}

/** What is no text of the page: code, forms, media, and what stands around an article. */
const SKIPPED = new Set(
  'script style noscript template iframe frame object embed applet svg math canvas audio video map button select option input textarea nav footer aside dialog rt rp head title'.split(
    ' ',
  ),
)
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu

/** Whether a node gives no text: a comment, code, navigation, or something that is not shown. */
export function isSkipped(node: PageNode): boolean {
  if (node.type === 'text' || node.type === 'root' || node.type === 'cdata') return false
  if (!isElement(node)) return true
  const { attribs } = node
  return (
    SKIPPED.has(node.name) ||
    attribs['hidden'] !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    HIDDEN_STYLE.test(attribs['style'] ?? '')
  )
}

const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function isBlock(node: PageNode): boolean {
  return isElement(node) && BLOCKS.has(node.name)
}

/** Visits a tree in order of the text without recursion, for pages nest as deep as they like. `enter` returning false passes the children over. */
export function walk(root: PageNode, enter: (node: PageNode) => boolean, leave?: (node: PageNode) => void): void {
  const stack: { node: PageNode; isDone: boolean }[] = [{ node: root, isDone: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.isDone) {
      leave?.(top.node)
      continue
    }
    const goesDown = enter(top.node)
    stack.push({ node: top.node, isDone: true })
    if (!goesDown) continue
    const children = childrenOf(top.node)
    for (let index = children.length - 1; index >= 0; index--) stack.push({ node: children[index] as PageNode, isDone: false })
  }
}

/** What stands in a node and below it, in characters without blanks. */
export interface Measure {
  text: number
  /** Of it in links. */
  linked: number
  links: number
  tables: number
}

/** Measures every node that is shown. */
export function measurePage(root: PageNode): Map<PageNode, Measure> {
  const measures = new Map<PageNode, Measure>()
  walk(
    root,
    (node) => {
      if (isSkipped(node)) return false
      measures.set(node, { text: node.type === 'text' ? node.data.replace(/\s+/gu, '').length : 0, linked: 0, links: 0, tables: 0 })
      return true
    },
    (node) => {
      const own = measures.get(node)
      if (own === undefined || !isElement(node)) return sumInto(measures, node)
      if (node.name === 'a') {
        own.linked = own.text
        own.links = 1
      }
      sumInto(measures, node)
      if (node.name === 'table') addTo(measures, node.parent, { text: 0, linked: 0, links: 0, tables: 1 })
    },
  )
  return measures
}

function sumInto(measures: ReadonlyMap<PageNode, Measure>, node: PageNode): void {
  const own = measures.get(node)
  if (own !== undefined) addTo(measures, node.parent, own)
}

function addTo(measures: ReadonlyMap<PageNode, Measure>, parent: PageNode | null, part: Measure): void {
  const whole = parent === null ? undefined : measures.get(parent)
  if (whole === undefined) return
  whole.text += part.text
  whole.linked += part.linked
  whole.links += part.links
  whole.tables += part.tables
}
