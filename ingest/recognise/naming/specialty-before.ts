/** The field before the head of an alliance: 脑卒中|专科联盟, 神经疾病|专科联盟. */
import type { Lexicon } from '../../lexicon/lexicon.ts'

/** Of a field and of what stands between a hospital and its alliance. */
export const LONGEST_FIELD = 9
const fieldsByLexicon = new WeakMap<Lexicon, ReadonlySet<string>>()

function specialties(lexicon: Lexicon): ReadonlySet<string> {
  let fields = fieldsByLexicon.get(lexicon)
  if (fields === undefined) fieldsByLexicon.set(lexicon, (fields = new Set(lexicon.words('specialties'))))
  return fields
}

/** Where the field that ends at `at` begins; `at` where none does. */
export function specialtyBefore(lexicon: Lexicon, text: string, { at, floor }: { at: number; floor: number }): number {
  const fields = specialties(lexicon)
  const from =
    at -
    (/(?:疾?病|专业|专科|专病|学科|科|救治|防治|诊治|诊疗|急救|康复|筛查|防控|管理)$/u.exec(text.slice(Math.max(floor, at - 2), at))?.[0]
      .length ?? 0)
  for (let length = Math.min(LONGEST_FIELD, at - floor); length >= 2; length--) {
    if (fields.has(text.slice(at - length, at))) return at - length
    if (from - length >= floor && fields.has(text.slice(from - length, from))) return from - length
  }
  return at
}
