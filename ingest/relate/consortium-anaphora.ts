/** A consortium that its head alone tells: 用好青岚县医疗集团这个平台。集团以甲为龙头. */
import type { Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'

const SENTENCES_BACK = 3
/** 甲医疗集团挂牌。 Its own paragraph, and then: 集团由乙任总院. */
const PARAGRAPHS_BACK = 1
/** The heads by which a consortium of another head may be meant: 组建甲总医院。集团由乙牵头. */
const ALSO_MEANT: Readonly<Record<string, RegExp>> = {
  集团: /总医院$|总院$/u,
  总医院: /总院$|集团$/u,
  医共体: /总医院$|共同体$/u,
  共同体: /医共体$/u,
  医联体: /联合体$/u,
  联合体: /医联体$/u,
}
/** A head that opens a clause or stands behind a word that wants a noun; not 集团公司, 集团化. */
const HEAD =
  /(?:^|[，；：。在是入的]|(?=该|此|这))(?:该|本|此|这个|这一)?(集团|医共体|共同体|联合体|医联体|联盟|总医院)(?!公司|化|医院|办公室)/u

export interface GroupMeant {
  readonly consortium: SentenceMention
  /** The word that stands for it. */
  readonly word: string
}

/** The consortium that a sentence means and does not name: the one of its head that the paragraph has named before. */
export function groupMeant(reading: Reading, { text, index, paragraph }: Sentence): GroupMeant | undefined {
  const word = HEAD.exec(text)?.[1]
  if (word === undefined) return undefined
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const named = (reading.mentions[back] ?? []).filter(({ label }) => label === 'Consortium')
    if (paragraph - (reading.sentences[back]?.paragraph ?? 0) > PARAGRAPHS_BACK) return undefined
    const [only] = named
    if (only === undefined) continue
    const isOne = named.every(({ entity }) => entity === only.entity)
    return isOne && (only.name.endsWith(word) || ALSO_MEANT[word]?.test(only.name) === true) ? { consortium: only, word } : undefined
  }
  return undefined
}
