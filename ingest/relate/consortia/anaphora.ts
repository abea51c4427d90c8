/** A consortium that its head alone tells: 用好青岚县医疗集团这个平台。集团以甲为龙头. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { groupOfSeats } from './page.ts'

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
  /(?:^|[，；：。在是入的为]|(?<=退|移|调|划|撤)出|(?<=脱)离|(?=该|此|这))(?:该|本|此|这个|这一)?(?:医疗(?=集团)|健康(?=集团))?(集团|医共体|共同体|联合体|医联体|联盟|总医院)(?!公司|化|医院|办公室)/u

export interface GroupMeant {
  readonly consortium: SentenceMention
  /** The word that stands for it; '' where it stands unsaid before the sentence. */
  readonly word: string
}

/** The consortia that a sentence means and does not name. */
export function groupsMeant(reading: Reading, sentence: Sentence): readonly GroupMeant[] {
  if (FORMER.test(sentence.text)) return pairMeant(reading, sentence.index - 1)
  const one = groupMeant(reading, sentence)
  if (one !== undefined) return [one]
  const own = groupOfSeats(reading, sentence)
  const word = own === undefined ? undefined : HEAD.exec(sentence.text)?.[1]
  if (own === undefined) return []
  return [{ consortium: own, word: word !== undefined && own.name.endsWith(word) ? word : '' }]
}

/** 成立甲医疗集团、乙医疗集团。前者辖丙，后者辖丁: the two that the sentence before names. */
function pairMeant(reading: Reading, index: number): readonly GroupMeant[] {
  const named = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Consortium')
  const [first, second] = [named.at(0), named.findLast(({ entity }) => entity !== named.at(0)?.entity)]
  if (first === undefined || second === undefined || new Set(named.map(({ entity }) => entity)).size > 2) return []
  return [
    { consortium: first, word: '前者' },
    { consortium: second, word: '后者' },
  ]
}

const FORMER = /^[^，。；]{0,4}前者.*后者/u

/** The one of its head that the paragraph has named before. */
function groupMeant(reading: Reading, { text, index, paragraph }: Sentence): GroupMeant | undefined {
  const word = HEAD.exec(text)?.[1]
  if (word === undefined && FOR_MEMBERS.test(text)) return groupTold(reading, { index, paragraph })
  if (word === undefined) return WITHOUT_SUBJECT.test(text) ? groupAlone(reading, index - 1) : undefined
  const only = onlyNamedLast(reading, { index, paragraph })
  return only !== undefined && (only.name.endsWith(word) || ALSO_MEANT[word]?.test(only.name) === true)
    ? { consortium: only, word }
    : undefined
}

/** 甲院长作为成员单位代表发言, 乙卫生院已于年初退出, 丙医院昨日正式加盟: of the one that the text around has named last. */
const FOR_MEMBERS =
  /(?:成员|盟员|理事|加盟|联盟|合作|协作)(?:单位|医院)代表(?!团)|代表[〇㐀-鿿]{0,6}(?:成员|盟员|理事|加盟|联盟)(?:单位|医院)|[院心][^，。；]{0,16}(?:获授牌|获得授牌|接牌|领牌|受牌|接受授牌|接受牌匾|接过[^，。；]{0,6}牌)|[院心][^，。；]{0,12}(?:退出|脱离)(?=[，。；]|$|，?现?已)|[院心][^，。；、]{0,8}(?:正式|成功|顺利|同时|先后|相继)(?:加盟|入盟)(?=[，。；]|$)/u

function groupTold(reading: Reading, { index, paragraph }: Pick<Sentence, 'index' | 'paragraph'>): GroupMeant | undefined {
  const only = onlyNamedLast(reading, { index, paragraph })
  return only === undefined ? undefined : { consortium: only, word: '' }
}

/** The consortium that the nearest sentence before names which names any; undefined where it names several, or stands too far back. */
function onlyNamedLast(reading: Reading, { index, paragraph }: Pick<Sentence, 'index' | 'paragraph'>): SentenceMention | undefined {
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const named = (reading.mentions[back] ?? []).filter(({ label }) => label === 'Consortium')
    if (paragraph - (reading.sentences[back]?.paragraph ?? 0) > PARAGRAPHS_BACK) return undefined
    const [only] = named
    if (only !== undefined) return named.every(({ entity }) => entity === only.entity) ? only : undefined
  }
  return undefined
}

/** （一）甲医院医共体。由甲、乙组成; 牵头单位甲，成员单位乙 */
const WITHOUT_SUBJECT = /^(?:由(?!于)|以(?=[〇㐀-鿿]{2,16}(?:院|中心)为)|下辖|下设|包括|成员|牵头|龙头|总院)/u
const NUMBER = /^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．])?$/u

/** The consortium that a sentence names and says nothing of. */
function groupAlone(reading: Reading, index: number): GroupMeant | undefined {
  const [only, other] = reading.mentions[index] ?? []
  const text = reading.sentences[index]?.text ?? ''
  if (only?.label !== 'Consortium' || other !== undefined || !/^[。：]?$/u.test(text.slice(only.to))) return undefined
  return NUMBER.test(text.slice(0, only.from)) ? { consortium: only, word: '' } : undefined
}
