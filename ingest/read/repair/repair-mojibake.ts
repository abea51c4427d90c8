/**
 * Turns GBK or UTF-8 text that was read as cp1252 (“½¡¿µ” for 健康) back into Chinese, also where the soft hyphens
 * (byte 0xAD) were lost on the way and every byte after one would pair wrongly. Changes nothing that it cannot read.
 */
import { loadCharacterModel, type CharacterModel } from './character-model.ts'
import { highByteOf, isAmbiguous } from './cp1252.ts'

/** Costs in the units of the character model, measured on the seed reports. */
const LOST_HYPHEN = 7
const LOST_BYTE = 40
const REAL_MARK = 1
const BEAM = 6
/** Real text costs about 6 a character, random Chinese characters 11 and more. */
const DEAREST = 8.5
const LEAST_CHINESE = 0.8

interface Path {
  readonly cost: number
  readonly unit: string
  readonly before: Path | undefined
}

/** The Chinese text, or undefined where the run does not read as Chinese. */
export function repairMojibake(run: string): string | undefined {
  const repaired = repairUtf8(run) ?? repairGbk(run, loadCharacterModel())
  return repaired === undefined ? undefined : joinShattered(repaired)
}

/** UTF-8 that was read as cp1252 is either whole or not UTF-8 at all. */
function repairUtf8(run: string): string | undefined {
  const bytes: number[] = []
  for (const unit of run) {
    const byte = unit < '\u0080' ? unit.charCodeAt(0) : highByteOf(unit)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const pairDecoder = new TextDecoder('gb18030')
const decodedPairs = new Map<number, string>()

/** The character of two bytes, or '' where they are none. */
function decodePair(lead: number, trail: number): string {
  const key = lead * 256 + trail
  let unit = decodedPairs.get(key)
  if (unit === undefined) {
    const text = pairDecoder.decode(Uint8Array.of(lead, trail))
    const isCharacter = text.length === 1 && text !== '\uFFFD' && !(text >= '\uE000' && text <= '\uF8FF')
    decodedPairs.set(key, (unit = isCharacter ? text : ''))
  }
  return unit
}

function repairGbk(run: string, model: CharacterModel): string | undefined {
  const pieces: string[] = []
  let cost = 0
  let last = ''
  for (const piece of run.split(/([\n\r]+)/u)) {
    if (/^[\n\r]*$/u.test(piece)) {
      pieces.push(piece)
      continue
    }
    const path = readPiece(piece, last, model)
    const text = textOf(path)
    cost += path.cost
    last = text.at(-1) ?? last
    pieces.push(text)
  }
  const text = pieces.join('')
  const wide = text.replace(/[\p{ASCII}\s]/gu, '')
  const chinese = wide.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…·]/gu)?.length ?? 0
  const counted = text.replace(/[\r\n]/gu, '').length
  return chinese < wide.length * LEAST_CHINESE || cost > DEAREST * counted ? undefined : text
}

/** The cheapest reading of one line: at every place the best few readings up to there are kept. */
function readPiece(piece: string, before: string, model: CharacterModel): Path {
  const beams: Path[][] = Array.from({ length: piece.length + 1 }, () => [])
  const start: Path = { cost: 0, unit: before, before: undefined }
  beams[0] = [start]
  for (let at = 0; at < piece.length; at++) {
    const beam = best(beams[at] ?? [])
    beams[at] = []
    for (const { unit, length, penalty } of readingsAt(piece, at)) {
      for (const path of beam) {
        const cost = path.cost + penalty + (penalty >= LOST_BYTE ? 0 : model.cost(path.unit, unit))
        beams[at + length]?.push({ cost, unit, before: path })
      }
    }
  }
  return best(beams[piece.length] ?? [])[0] ?? start
}

interface UnitReading {
  readonly unit: string
  /** Characters of the run that it takes. */
  readonly length: number
  readonly penalty: number
}

/** What may stand at a place: a pair of bytes, a lead byte whose 0xAD is lost, the character itself. */
function readingsAt(piece: string, at: number): UnitReading[] {
  const here = piece.charAt(at)
  const lead = highByteOf(here)
  if (lead === undefined) return [{ unit: here, length: 1, penalty: 0 }]
  const readings: UnitReading[] = [{ unit: here, length: 1, penalty: isAmbiguous(here) || here === '\u00A0' ? REAL_MARK : LOST_BYTE }]
  if (lead < 0x81 || lead > 0xfe) return readings
  const next = piece.charAt(at + 1)
  const trail = next > '\u003F' && next < '\u007F' ? next.charCodeAt(0) : highByteOf(next)
  const pair = trail === undefined ? '' : decodePair(lead, trail)
  if (pair !== '') readings.push({ unit: pair, length: 2, penalty: 0 })
  const hyphened = decodePair(lead, 0xad)
  if (hyphened !== '') readings.push({ unit: hyphened, length: 1, penalty: LOST_HYPHEN })
  return readings
}

/** The cheapest paths; of those that end in the same character only one. */
function best(paths: Path[]): Path[] {
  const byUnit = new Map<string, Path>()
  for (const path of paths) {
    const other = byUnit.get(path.unit)
    if (other === undefined || path.cost < other.cost) byUnit.set(path.unit, path)
  }
  return [...byUnit.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM)
}

function textOf(path: Path): string {
  const units: string[] = []
  for (let at: Path = path; at.before !== undefined; at = at.before) units.push(at.unit)
  return units.reverse().join('')
}

/** No line of Chinese text begins so, or is an opening quote alone. */
const CUT_LINE = /^(?:[，。、；：！？”’）》％]|“$)/u
/** Share of such lines from which on the line breaks mean nothing. */
const LEAST_CUT = 0.1

/** Text that was broken into pieces at every figure and mark becomes paragraphs again; a line of blanks parts them. */
function joinShattered(text: string): string {
  const lines = text.split(/\r?\n/u)
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (filled.filter((line) => CUT_LINE.test(line)).length <= filled.length * LEAST_CUT) return text
  const paragraphs = ['']
  for (const line of lines) {
    if (line !== '' && line.trim() === '') paragraphs.push('')
    else paragraphs[paragraphs.length - 1] += line.trim()
  }
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n')
}
