/** Masked places before the head of a name: XX市, *市, **路. */
import type { Line, NamingContext, Prefix } from '../context.ts'
import type { Left } from './left.ts'

const MASK = /(?:[XxＸ×*＊]{1,4}|某某?)(省|市|县|区|州|旗|镇|乡|街道|路)?$/u
/** XXXX街道 */
const LONGEST_MASK = 6

/** XX市, *市, **路 before `at`. */
export function maskBefore(
  context: NamingContext,
  line: Line,
  at: number,
  floor: number,
): Left<Extract<Prefix, { kind: 'mask' }>> | undefined {
  const found = MASK.exec(line.text.slice(Math.max(floor, at - LONGEST_MASK), at))
  if (found === null) return undefined
  const surface = found[0]
  const from = at - surface.length
  if (/\d$/.test(line.text.slice(0, from)) && surface === '*') return undefined
  // 某医院 is some hospital, and 李某 a person.
  if (surface.startsWith('某') && found[1] === undefined) return undefined
  const last = context.home.at(-1)
  const isHome = last?.masked === true && found[1] !== undefined && last.name.endsWith(found[1])
  return { from, found: { kind: 'mask', surface, place: isHome ? last : undefined } }
}
