/** Where in a run of characters a word begins, and where only a part of a name does. */
import type { Line, NamingContext } from '../context.ts'
import { isVerbAndLevel } from '../county-called.ts'
import { divisionTrie } from '../place-index.ts'
import { stopWords } from '../words.ts'

/** Whether a new word may begin at `at`: the text, the segmenter or a word of the genre says so. */
export function beginsWord(line: Line, at: number): boolean {
  const before = line.text.slice(Math.max(0, at - 2), at)
  // The segmenter is asked last, for it costs the most.
  return stopWords.has(before) || stopWords.has(before.slice(-1)) || HOLDS.test(before) || line.isBoundary(at)
}

/** 县医院医共体辖|仁里、大演5家卫生院: a verb of one character behind a consortium. */
const HOLDS = /[体团盟院][辖含管带]$/u

const LONGEST_LED = 3
const OF_CITY = /^市[中南北]区/u

/** 与市中|区医院, 赴南沙|区医院, 到市|中区医院: in a name that several districts bear, of which none is told here. */
export function isWithinName(context: NamingContext, line: Line, { from, at }: { from: number; at: number }): boolean {
  const { text } = line
  if (OF_CITY.test(text.slice(from, from + 3))) return true
  const places = divisionTrie(context.lexicon)
  for (let length = 2; length <= LONGEST_LED && length <= from; length++) {
    const start = from - length
    const surface = places.between(text, start, at)
    if (surface !== undefined && !isVerbAndLevel(context, surface) && beginsWord(line, start)) return true
  }
  return false
}
