/** The consortium that a sentence means and does not name: 甲、乙成为首批成员单位, 成员：甲、乙. */
import type { Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'

/** 甲联盟成立。乙任副理事长单位。丙等9家医院为成员单位: sentences over which the members of one consortium may be told. */
const SENTENCES_BACK = 3
/** 名称：甲医共体, 牵头医院：乙, 成员：丙、丁: lines of one entry. */
const LABELLED = /^(?:\d{1,2}[.．、])?\p{Script=Han}{2,7}[：:]/u
/** Characters of a line that is no more than the name of a consortium. */
const NAME_LINE = 30

/** The one consortium that the sentence, up to `end`, or one shortly before it names; several are none. */
export function consortiumBefore(reading: Reading, sentence: Sentence, end: number): readonly SentenceMention[] {
  let isEntry = LABELLED.test(sentence.text)
  for (let index = sentence.index; index >= sentence.index - SENTENCES_BACK; index--) {
    const other = reading.sentences[index]
    if (other === undefined) break
    const named = (reading.mentions[index] ?? []).filter(
      (mention) => mention.label === 'Consortium' && (index < sentence.index || mention.to <= end),
    )
    isEntry &&= LABELLED.test(other.text) || (named.length > 0 && other.text.length <= NAME_LINE)
    if (other.paragraph !== sentence.paragraph && !isEntry) break
    const ids = new Set(named.map((mention) => mention.entity))
    if (ids.size > 0) return ids.size === 1 ? named.slice(0, 1) : []
  }
  return []
}
