/** The consortium that a page is about: 甲联盟成立大会召开 … 乙、丙为副理事长单位, paragraphs later and without its name. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'

/** Sentences of a page, with its title, that say what it is about. */
const OPENING = 4
const SENTENCES_BACK = 2
/** A page that is about one may be so long. */
const SHORT_PAGE = 60
const SEAT =
  /(?:副?理事长|理事|副?盟主|副?主席|副?组长|副?会长|牵头|成员|会员|加盟|盟员)(?:单位|医院)|(?:授牌|获牌|领牌|入盟|入会|加入|加盟)的?[^，；。]{0,8}有/u
/** Seats in other bodies: 市肿瘤质控中心副主任委员单位. */
const OF_OTHERS = /学会|协会|分会|质控|研究会|专委会|委员会|专业组|课题|基地/u
const KINDS = /医共体|共同体|医联体|联合体|集团|联盟|协作网/gu

/** The one that a page has named in its opening, and no other before a place. */
export function groupOfPage(
  { mentions, sentences }: Reading,
  before: number,
  isOne: (mention: SentenceMention) => boolean = ({ label }) => label === 'Consortium',
): SentenceMention | undefined {
  if (sentences.length > SHORT_PAGE) return undefined
  const opening = mentions.slice(0, Math.min(before, OPENING)).flat().find(isOne)
  if (opening === undefined) return undefined
  const named = mentions.slice(0, before).flat().filter(isOne)
  return named.every(({ entity }) => entity === opening.entity) ? named.at(-1) : undefined
}

/** The same, or the one that the paragraph named last, for a sentence that tells who has which seat, and of none of another kind. */
export function groupOfSeats(reading: Reading, { text, index, paragraph }: Sentence): SentenceMention | undefined {
  if (!SEAT.test(text) || OF_OTHERS.test(text)) return undefined
  const near = reading.sentences.slice(Math.max(0, index - SENTENCES_BACK), index).filter((other) => other.paragraph === paragraph)
  const named = near.map((other) => (reading.mentions[other.index] ?? []).filter(({ label }) => label === 'Consortium'))
  const last = named.findLast(({ length }) => length > 0) ?? []
  const group = last.length > 0 ? last.find((one) => last.every(({ entity }) => entity === one.entity)) : groupOfPage(reading, index)
  return group !== undefined && [...text.matchAll(KINDS)].every(([kind]) => group.name.endsWith(kind)) ? group : undefined
}
