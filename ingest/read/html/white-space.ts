/** White space of a page's source as a reader sees it. */

const WIDE = '\\p{Script=Han}，。、；：？！“”‘’（）《》【】…—'
const WRAP = new RegExp(`(?<=[${WIDE}])[ \\t\\f]*[\\r\\n][ \\t\\r\\n\\f]*(?=[${WIDE}])`, 'gu')

/** Runs of blanks are one blank, a line break between two Chinese characters is none; blanks that were meant (&nbsp;) stay. */
export function collapse(text: string): string {
  return text
    .replace(WRAP, '')
    .replace(/[ \t\r\n\f]+/gu, ' ')
    .replaceAll('\u00A0', ' ')
}
