/** Whose words a quotation gives, where the text tells it behind them: “我们打算与乙共建…。”甲院长说. */
import type { Reading } from '../../reading.ts'
import { SAYS } from '../../recognise/naming/speech.ts'
import type { RuleMatch } from '../sentence/passage.ts'

/** Sentences that a quotation may still run on before the text tells who spoke. */
const SENTENCES_ON = 3
const OPENS = /[“「『][^”」』]*$/u
const SAID = new RegExp(`^[^，。；：“”]{0,24}?${SAYS}`, 'u')
const LEAD_IN = 8

/** “我们与乙结对。”一位患者说: 我们 is whoever speaks, and no hospital that the text told of. */
export function isOurselves({ sentence, tokens, match }: RuleMatch): boolean {
  const [from, to] = [tokens[match.first]?.from ?? 0, tokens[match.first]?.to]
  return sentence.text.slice(from, to).startsWith('我们') && OPENS.test(sentence.text.slice(0, from))
}

/** The hospital whose officer says the words that a match stands in; undefined where nothing is quoted, or somebody else speaks. */
export function quotedSpeakerOf(reading: Reading, { sentence, tokens, match }: RuleMatch): string | undefined {
  const at = tokens[match.first]?.from ?? 0
  if (!OPENS.test(sentence.text.slice(0, at))) return undefined
  for (let index = sentence.index; index <= sentence.index + SENTENCES_ON; index++) {
    const other = reading.sentences[index]
    if (other === undefined || other.paragraph !== sentence.paragraph) return undefined
    const from = index === sentence.index ? at : 0
    const close = other.text.slice(from).search(/[”」』]/u)
    const isClosed = close >= 0
    if (!isClosed && index > sentence.index && /^[”」』]/u.test(other.text)) return undefined
    if (!isClosed) continue
    const after = from + close + 1
    const told = after >= other.text.length ? reading.sentences[index + 1] : other
    if (told === undefined || told.paragraph !== sentence.paragraph) return undefined
    const start = told === other ? after : 0
    const speaker = (reading.mentions[told.index] ?? []).find(({ from: begins }) => begins >= start)
    if (speaker?.label !== 'Hospital' || speaker.from - start > LEAD_IN) return undefined
    return SAID.test(told.text.slice(speaker.to)) ? speaker.entity : undefined
  }
  return undefined
}
