/** The hospital that a passage introduces, and tells of from there on: 甲医院创建于1907年…。近年来，医院不断拓展合作：——与乙签约; —— 加入丙联盟. */
import type { Reading, SentenceMention } from '../../reading.ts'

/** How a hospital is introduced, right behind its name. */
const INTRODUCED =
  /^(?:（[^（）]{2,24}）)?，?(?:始?创?建于|创办于|创立于|成立于|前身[是为]|(?:是|系|为)(?:一所|一家|[^，。；]{0,16}(?:级|综合|专科|公立|非营利)[^，。；]{0,12}医院)|位于)/u
/** The mark of an item of a list: ——, 1., （一）, ·. */
const ITEM = /^(?:[—－-]{1,2}|[·•●◆■▪]|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳])/u
/** What opens a list, whose first item may stand on the same line: 医院不断拓展合作：——与乙签约; */
const OPENS = /[：:](?:$|[—－-]{1,2}|[·•●◆■▪]|[①-⑳])/u
/** Sentences back to where the passage begins. */
const SENTENCES_BACK = 16

/**
 * The hospital that the paragraph of a sentence introduces at its head, or the paragraph of which that one is an item of the
 * list, as it stands there. Undefined where none is introduced so.
 */
export function introducedHere(reading: Reading, index: number): SentenceMention | undefined {
  let paragraph = reading.sentences[index]?.paragraph
  for (let at = index; at >= 0 && at > index - SENTENCES_BACK; at--) {
    const sentence = reading.sentences[at]
    if (sentence === undefined || sentence.heading || sentence.row !== undefined) return undefined
    if (sentence.paragraph !== paragraph) {
      // An item goes on with the item before it, or with the line that opens the list.
      const next = reading.sentences[at + 1]
      const isListed = next !== undefined && ITEM.test(next.text) && (OPENS.test(sentence.text) || startsItem(reading, at))
      if (!isListed) return undefined
      paragraph = sentence.paragraph
    }
    const [first] = reading.mentions[at] ?? []
    const isHead = reading.sentences[at - 1]?.paragraph !== paragraph
    if (isHead && first?.label === 'Hospital' && first.from === 0 && INTRODUCED.test(sentence.text.slice(first.to))) return first
  }
  return undefined
}

/** Whether the paragraph of a sentence is an item of a list. */
function startsItem({ sentences }: Reading, at: number): boolean {
  let first = at
  while (first > Math.max(0, at - SENTENCES_BACK) && sentences[first - 1]?.paragraph === sentences[at]?.paragraph) first--
  return ITEM.test(sentences[first]?.text ?? '')
}
