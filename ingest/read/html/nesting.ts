/** How deep a page nests, before it is parsed: the parser's time grows with tags times depth. */

/** Tags that stand alone, and tags that the next of their kind closes. */
const FLAT = new Set(
  'area base br col embed hr img input link meta source track wbr param p li td th tr dt dd option optgroup tbody thead tfoot colgroup'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][^\s/>]{0,30})/giu

/** The greatest number of open tags; unclosed ones count as open to the end. Linear in the text. */
export function nestingOf(html: string): number {
  let depth = 0
  let most = 0
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (FLAT.has(name.toLowerCase())) continue
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > most) most = depth
  }
  return most
}
