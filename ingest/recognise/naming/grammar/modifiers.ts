/** The modifiers between a name's place and its head: 第一|人民, 中西医结合. */
import { modifiers } from '../words.ts'

/** A name does not begin inside 第三; a level word may. */
const ORDINAL = /第[一二三四五六七八九十百零〇\d]{1,3}$/u

/** Modifiers and ordinals before `at`, as far as they reach. */
export function modifiersBefore(text: string, at: number, floor: number): number {
  for (let from = at; ;) {
    const next = modifierBefore(text, from, floor)
    if (next === from) return from
    from = next
  }
}

function modifierBefore(text: string, at: number, floor: number): number {
  const length = modifiers.endingAt(text, at, floor)
  if (length > 0) return at - length
  const ordinal = ORDINAL.exec(text.slice(Math.max(floor, at - 4), at))
  return ordinal === null ? at : at - ordinal[0].length
}
