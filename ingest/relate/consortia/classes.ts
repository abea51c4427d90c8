/** Consortia of a kind that are told by class, each with its own hospital: 建成医联体3个。一是综合类，…；二是中医类，由甲会同乙、丙共建；三是妇幼类，由丁…. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { KIND_WORD, kindOfWord, ownedBy, type ConsortiumKind } from './kind.ts'
import { isMembership, membershipIn } from './membership.ts'
import { ownersIn } from './owners.ts'
import { GROUP, LIST, slotLine, type SlotLine } from './slots.ts'
import { foundedWhen, segmentsOf, type Segment } from './told-when.ts'

/** 中医类，| */
const CLASS = /^(?:[一二三四五六]是|（?[一二三四五六\d]{1,2}[）、.．]|其[一二三四]，)?[〇㐀-鿿]{2,5}类(?:医联体|医共体|联盟)?[，：]/u
/** 由甲会同乙、丙|共建: the one that takes the others along, and what they do. */
const MADE =
  /^(?:由|以)?Ｌ(?:(?:等)?(?:牵头|领衔|主导)?，?(?:会同|联合|携手|联手|带领|带动|统领|与|和|同)[^，；：。ＣＬ]{0,2}Ｌ)?[^，；：。ＣＬ]{0,10}(?:组成|组建|共建|建成|成立|构成|建立|结成|联建)/u
const KIND = new RegExp(`${KIND_WORD}|专科联盟|医疗联盟|联盟`, 'u')
const SENTENCES_BACK = 2
const RULE = 'consortium/class'

/** Memberships of such parts that name no consortium; `found` are the claims so far. */
export function relateClasses(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || !sentence.text.includes('类')) continue
    const kind = kindTold(reading, sentence)
    const status = foundedWhen(sentence)
    if (kind === undefined || status === undefined) continue
    const line = slotLine(reading, sentence)
    for (const segment of segmentsOf(line.text)) {
      const told = madeIn(line, segment)
      if (told === undefined) continue
      const [lead, members] = told
      const isKnown = [...found, ...claims].some((claim) => isMembership(claim) && claim.start === sentence.start && claim.subject === lead)
      const body = reading.mentions[sentence.index]?.find(({ entity }) => entity === lead)
      if (isKnown || body === undefined) continue
      const { start, end } = sentence
      const { entity, name } = ownedBy(body, { kind, start, end })
      const written = ownersIn(reading).called(name, lead, kind)?.entity
      if (written === undefined) mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, start, end })
      for (const subject of [lead, ...members]) {
        const attrs = { role: subject === lead ? 'lead' : 'member', status }
        claims.push(membershipIn(sentence, { subject, object: written ?? entity, attrs, rule: RULE }))
      }
    }
  }
  return { mentions, claims }
}

/** Who takes whom along in a part that opens with its class; undefined where it names a consortium, or tells it otherwise. */
function madeIn({ text, slots }: SlotLine, { from, to }: Segment): readonly [string, readonly string[]] | undefined {
  const part = text.slice(from, to)
  // 建成医联体3个：一是综合类
  const lead = part.search(/(?<=^|[：。])[^：。，]{0,8}类[，：]/u)
  const label = lead < 0 ? null : CLASS.exec(part.slice(lead))
  if (label === null || part.includes(GROUP)) return undefined
  const at = lead + label[0].length
  const match = MADE.exec(part.slice(at))
  if (match === null) return undefined
  const places = [...match[0].matchAll(/Ｌ/gu)].map(({ index }) => from + at + index)
  const [head, below] = places.map((place) => slots.get(place))
  if (head?.slot !== LIST) return undefined
  const [first, ...rest] = head.entities
  // 由甲与乙、丙组成: one list, which 与 parts.
  if (below === undefined) return head.pairedAt === 1 && first !== undefined ? [first, rest] : undefined
  return below.slot === LIST && rest.length === 0 && first !== undefined ? [first, below.entities] : undefined
}

/** The kind that the sentence, or those before it, have announced. */
function kindTold(reading: Reading, { index, paragraph }: Sentence): ConsortiumKind | undefined {
  const near = reading.sentences.slice(Math.max(0, index - SENTENCES_BACK), index).filter((other) => other.paragraph === paragraph)
  // What a part is called in its own words is not the kind of all.
  const own = reading.sentences[index]?.text ?? ''
  const texts = [own.slice(0, Math.max(0, own.indexOf('类，'))), ...near.map(({ text }) => text).toReversed(), own]
  for (const text of texts) {
    const word = KIND.exec(text)?.[0]
    if (word !== undefined) return word.endsWith('盟') ? '专科联盟' : kindOfWord(word)
  }
  return undefined
}
