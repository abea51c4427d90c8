/** Word lists as parts of regular expressions. */

/** What `~` in a word may span: some characters of the same clause, and one blanked name. */
const WITHIN = '[^，。；：！？（□|\\t]{0,10}?(?:□+[^，。；：！？□|\\t]{0,4}?)?'

function escape(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}

/** An alternation of words, longest first, so that a longer word wins. */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const sorted = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return `(?:${sorted.map((word) => escape(word).replaceAll('~', WITHIN)).join('|')})`
}
