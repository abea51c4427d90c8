/** The hospital or university whose name another name begins with: 省医院青岚医院, 省医院医联体. */
import type { Mention } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { findNames } from '../../recognise/names.ts'
import { namingContext, type NamingContext } from '../../recognise/naming/context.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'

/** A body as it is named, without a place in the text. */
type Body = Omit<Mention, 'start' | 'end'>

const HEAD = /医院|保健院|[一二三四五六七八九十]院|大学|学院|医学部/gu

const contextOf = rememberLast(({ document, lexicon, segment }: Reading): NamingContext => {
  const says = (wording: string): boolean => document.text.includes(wording)
  return namingContext({ lexicon, segment, document: document.id, home: document.home, says })
})

/** Hospitals and institutions but bureaus that a document names, each wording of each once. */
export const bodiesOf = rememberLast(({ mentions }: Reading): readonly SentenceMention[] => {
  const byWording = new Map<string, SentenceMention>()
  for (const list of mentions)
    for (const mention of list) {
      if (mention.label !== 'Hospital' && (mention.label !== 'Institution' || mention.attrs['kind'] === 'government')) continue
      const wording = `${mention.entity} ${mention.name} ${mention.aliases.join(' ')}`
      if (!byWording.has(wording)) byWording.set(wording, mention)
    }
  return [...byWording.values()]
})

/** The longest such body, by the name as the mention has it. Undefined where the name begins with none. */
export function bodyWithin(reading: Reading, { name }: Pick<SentenceMention, 'name'>): Body | undefined {
  const ends = matchesOf(HEAD, name)
    .map((match) => match.index + match[0].length)
    .filter((end) => end < name.length)
  for (const end of ends.toReversed()) {
    const [hit] = findNames(contextOf(reading), name.slice(0, end))
    const isBody = hit?.named.label === 'Hospital' || (hit?.named.label === 'Institution' && hit.named.attrs['kind'] !== 'government')
    if (hit?.from === 0 && hit.to === end && isBody) {
      const { entity, label, aliases, attrs } = hit.named
      return { entity, label, name: hit.named.name, aliases: [...aliases], attrs: { ...attrs } }
    }
  }
  return undefined
}

/** A mention of a body inside another name, where the text writes it out; without a place otherwise. */
export function mentionWithin(sentence: Sentence, outer: SentenceMention, { entity, label, name, aliases, attrs }: Body): Mention {
  const surface = sentence.text.slice(outer.from, outer.to)
  const written = [name, ...aliases].find((form) => surface.startsWith(form))
  const span = written === undefined ? { start: 0, end: 0 } : spanOf(sentence, outer.from, outer.from + written.length)
  return { entity, label, name, aliases: [...aliases], attrs: { ...attrs }, ...span }
}
