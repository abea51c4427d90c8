/** Persons whom a text tells to lead a hospital or a school, so that what they sign is its own: 甲医院院长李某…。李某与乙签约. */
import type { Reading } from '../reading.ts'
import { rememberLast } from '../recognise/naming/remember.ts'

const OFFICE = '(?:党委|党组|党总支|党工委)?(?:常务|执行|总)?副?(?:书记|院长|校长|董事长|总经理|总裁|理事长|所长)'
const OFFICER = new RegExp(
  `(?:${OFFICE})(?:[、兼]${OFFICE})*([\\p{Script=Han}]{2,3}?)(?=[、，。；和与及同等（]|代表|分别|共同|一行|率|先生|女士|教授|介绍|表示|指出|出席|致辞|主持|参加|带领|在|对|向|就|$)`,
  'uy',
)
/** What follows an office and is no name. */
const NO_NAME = /^(?:代表|会议|办公|助理|候选|负责|联席|同志|工作|信箱|接待|班子|分别|共同|出席|介绍|表示)/u
/** Before a person who is the subject of a clause. */
const HEAD = /[，；：。“]/u

/** Bodies by the names of their officers; nobody who is told to lead two. */
const officersOf = rememberLast(({ sentences, mentions }: Reading): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const shared = new Set<string>()
  for (const { index, text } of sentences)
    for (const { label, attrs, entity, to } of mentions[index] ?? []) {
      if (label !== 'Hospital' && attrs['kind'] !== 'university') continue
      OFFICER.lastIndex = to
      const name = OFFICER.exec(text)?.[1]
      if (name === undefined || NO_NAME.test(name)) continue
      if (found.has(name) && found.get(name) !== entity) shared.add(name)
      found.set(name, entity)
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
