/** Looks at a Cypher text without parsing it: what is code and what is string or comment, where a word stands, how deep it nests. */
import type { CypherFault } from './port.ts'

const MAX_LENGTH = 20_000
/** Neo4j's parser overflows its stack near 1,000 brackets and answers nothing at all (research: 500 pass). */
const MAX_DEPTH = 200
/** 2,000 pass; beyond, its planner takes many seconds (research: 20,000 get no answer). */
const MAX_WORDS = 2_000

/** The text with the insides of strings, backticks and comments replaced by spaces; same length, same line breaks. */
export function maskStrings(cypher: string): string {
  return cypher.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) => {
    const quoted = found[0] !== '/'
    const inner = quoted ? found.slice(1, -1) : found
    const blank = inner.replaceAll(/[^\n]/g, ' ')
    return quoted ? found[0] + blank + found[0] : blank
  })
}

/** The text with its comments alone replaced by spaces. */
export function maskComments(cypher: string): string {
  return cypher.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found[0] === '/' ? found.replaceAll(/[^\n]/g, ' ') : found,
  )
}

/** Place of an offset, 1-based. */
export function placeAt(cypher: string, offset: number): { line: number; column: number } {
  const before = cypher.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Place of the first whole word outside strings and comments, in any case; undefined where there is none. */
export function findWord(cypher: string, word: string): { line: number; column: number } | undefined {
  if (word === '') return undefined
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const found = new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_])`, 'iu').exec(maskStrings(cypher))
  return found === null ? undefined : placeAt(cypher, found.index)
}

/** The fault of a text that is too long or nests too deep to be given to a parser; undefined for all others. */
export function findExcess(cypher: string): CypherFault | undefined {
  if (cypher.trim() === '') return { code: 'cypher.syntax', message: '语句是空的。' }
  if (cypher.length > MAX_LENGTH) return { code: 'cypher.too-long', message: `语句太长：最多 ${MAX_LENGTH} 个字符，长的数据请用参数传入。` }
  const masked = maskStrings(cypher)
  let depth = 0
  for (let at = 0; at < masked.length; at++) {
    const character = masked[at] as string
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) depth -= 1
    if (depth > MAX_DEPTH) return { code: 'cypher.too-deep', message: `括号嵌套太深：最多 ${MAX_DEPTH} 层。`, ...placeAt(cypher, at) }
  }
  const words = masked.match(/\b(?:AND|OR|NOT|XOR)\b/gi)?.length ?? 0
  return words > MAX_WORDS ? { code: 'cypher.too-deep', message: `条件太多：最多 ${MAX_WORDS} 个 AND、OR、NOT。` } : undefined
}
