/** All matches of an expression in a text. */

const NONE: readonly never[] = []

/**
 * All matches of an expression with flag `g`, left to right. No matchAll, which copies the expression: that costs more than most
 * tries. All are found before the first is given, so that the caller may use the expression again.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  let matches: RegExpExecArray[] | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    ;(matches ??= []).push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches ?? NONE
}
