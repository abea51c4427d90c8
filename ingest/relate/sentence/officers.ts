/** Persons whom a text tells to lead a hospital or a school, so that what they sign is its own: 甲医院院长李某…。李某与乙签约. */
import type { Reading } from '../../reading.ts'
import { officersAfter } from '../../recognise/naming/officers.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'

/** Before a person who is the subject of a clause. */
const HEAD = /[，；：。“]/u

/** Bodies by the names of their officers; nobody who is told to lead two. */
const officersOf = rememberLast(({ sentences, mentions }: Reading): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const shared = new Set<string>()
  for (const { index, text } of sentences)
    for (const { label, attrs, entity, to } of mentions[index] ?? []) {
      if (label !== 'Hospital' && attrs['kind'] !== 'university') continue
      for (const name of officersAfter(text, to)) {
        if (found.has(name) && found.get(name) !== entity) shared.add(name)
        found.set(name, entity)
      }
    }
  for (const name of shared) found.delete(name)
  return found
})

/** The body of the officer who is the last subject before a place of a sentence; undefined where none is. */
export function officerBefore(reading: Reading, sentence: number, before: number): string | undefined {
  const text = reading.sentences[sentence]?.text ?? ''
  let best: { at: number; entity: string } | undefined
  for (const [name, entity] of officersOf(reading)) {
    const at = text.lastIndexOf(name, before)
    if (at < 0 || at >= before || (at > 0 && !HEAD.test(text.charAt(at - 1)))) continue
    if (best === undefined || at > best.at) best = { at, entity }
  }
  return best?.entity
}
