/** Reads a JSON array of records and tells at which line each of them begins. */
import { SeedError } from './seed-error.ts'

export interface PlacedRecord {
  readonly record: unknown
  readonly file: string
  readonly line: number
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Line of each element of the outermost array. The text must be valid JSON. */
function elementLines(text: string): number[] {
  const lines: number[] = []
  let depth = 0
  let line = 1
  let expecting = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\n') line++
    if (/\s/u.test(character)) continue
    if (expecting && character !== ']') {
      lines.push(line)
      expecting = false
    }
    if (character === '"') {
      do at += text[at] === '\\' ? 2 : 1
      while (text[at] !== '"')
    } else if (character === '[' || character === '{') {
      depth++
      expecting = depth === 1
    } else if (character === ']' || character === '}') depth--
    else if (character === ',' && depth === 1) expecting = true
  }
  return lines
}

/** Where V8 says that the JSON breaks: `position 12`, newer `line 3 column 5`; its end where it says nothing. */
function brokenLine(text: string, message: string): number {
  const line = /line (\d+) column/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return lineAt(text, position === undefined ? text.length : Number(position))
}

/** Parses the file's text. Throws a SeedError `seed.bad-json` with the line where it is no JSON array. */
export function parseRecords(text: string, file: string): PlacedRecord[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new SeedError('seed.bad-json', [{ file, line: brokenLine(text, message), message }], { cause })
  }
  if (!Array.isArray(parsed)) throw new SeedError('seed.bad-json', [{ file, line: 1, message: 'is not a JSON array of records' }])
  const lines = elementLines(text)
  return parsed.map((record: unknown, index) => ({ record, file, line: lines[index] ?? 1 }))
}
