/** One copy of each text and each set of values, for digests of thousands of documents repeat the same few. */
import type { AttributeValues } from '../../cypher/model/index.ts'

const texts = new Map<string, string>()
const valuesByText = new Map<string, AttributeValues>()

export function intern(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}

/** Equal values give the same object, which nobody may change. */
export function internValues(values: AttributeValues): AttributeValues {
  const text = JSON.stringify(values)
  const known = valuesByText.get(text)
  if (known !== undefined) return known
  valuesByText.set(text, values)
  return values
}
