/** The consortium that a hospital makes with others of which the text counts most: 甲与14家乡镇卫生院结成县域医联体; 甲与9家县级医院以及乙签订医联体协议. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { ownedBy } from './kind.ts'
import { ownersIn } from './owners.ts'
import { KIND, LIST, slotLine, type ListSlot, type SlotLine } from './slots.ts'
import { segmentsOf, toldModality, type Segment } from './told-when.ts'
import { statusIn } from './when.ts'
import { isMembership, membershipIn } from './membership.ts'

const PLAIN = '[^，；：。（）ＣＬＫ]'
/** 14家|乡镇卫生院, 贵阳市9家|县级医院 */
const MANY = `${PLAIN}{0,8}?(?:\\d{1,3}|[二三四五六七八九十]{1,3})余?[家所个]${PLAIN}{2,12}?`
const MAKES = '(?:组建|组成|结成|成立|建立|构建|建成|结为|形成|搭建|共建|签订|签署|签约|签下|缔结)(?:成立|组建|建立|共建)?(?:了|起|为|成)?'
const WITH_MANY = new RegExp(`Ｌ${PLAIN}{0,6}[与同和跟]${MANY}(?:(?:以?及|和|、)Ｌ)?${PLAIN}{0,6}${MAKES}${PLAIN}{0,8}Ｋ`, 'gu')
const COUNTS = /\d|[二三四五六七八九十]/u
const CUE = { role: 'member', side: 'either', pattern: WITH_MANY } as const
const RULE = 'consortium/with-many'

/** Such consortia, in sentences where no membership is found yet. */
export function relateWithMany(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const into: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  const told = new Set(found.flatMap((claim) => (isMembership(claim) ? [`${claim.start} ${claim.subject}`] : [])))
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || !COUNTS.test(sentence.text) || !MAY_TELL.test(sentence.text)) continue
    const named = reading.mentions[sentence.index] ?? []
    if (!named.some(({ label }) => label === 'Hospital') || named.some(({ label }) => label === 'Consortium')) continue
    const line = slotLine(reading, sentence)
    for (const segment of segmentsOf(line.text))
      for (const match of matchesOf(WITH_MANY, line.text.slice(segment.from, segment.to))) {
        const at = segment.from + match.index
        const lead = line.slots.get(at)
        if (lead?.slot !== LIST || lead.entities.length !== 1 || told.has(`${sentence.start} ${lead.entities[0] ?? ''}`)) continue
        add(reading, sentence, { line, segment, lead, from: at, to: at + match[0].length }, into)
      }
  }
  return into
}

const MAY_TELL = /医联体|联合体|医共体|共同体|联盟/u

interface Told {
  readonly line: SlotLine
  readonly segment: Segment
  readonly lead: ListSlot
  readonly from: number
  readonly to: number
}

function add(
  reading: Reading,
  sentence: Sentence,
  { line, segment, lead, from, to }: Told,
  into: { mentions: Mention[]; claims: RelationClaim[] },
): void {
  const kind = line.slots.get(to - 1)
  const head = reading.mentions[sentence.index]?.find(({ entity }) => entity === lead.entities[0])
  const owner = head ?? reading.mentions.flat().find(({ entity }) => entity === lead.entities[0])
  if (kind?.slot !== KIND || kind.kind === '专科联盟' || owner?.label !== 'Hospital' || owner.attrs['kind'] === 'primary') return
  const modality = toldModality(reading, sentence, line, { hit: { cue: CUE, list: lead, from, to, listAt: from }, segment })
  if (modality === undefined) return
  const named = ownedBy(owner, { kind: kind.kind, start: 0, end: 0 })
  const written = ownersIn(reading).ownOf(owner.entity, kind.kind)
  const object = written?.entity ?? named.entity
  const span = spanOf(sentence, line.at[from] ?? 0, line.at[to - 1] ?? 0)
  if (written === undefined)
    into.mentions.push({ entity: object, label: 'Consortium', name: named.name, aliases: [], attrs: { kind: kind.kind }, ...span })
  const { year } = dateIn(reading, sentence, modality)
  const attrs = { status: statusIn(reading, modality.status, year), ...(year === undefined ? {} : { year }) }
  const others = [...line.slots].flatMap(([at, slot]) => (at > from && at < to && slot.slot === LIST ? slot.entities : []))
  for (const subject of new Set([owner.entity, ...others])) into.claims.push(membershipIn(sentence, { subject, object, attrs, rule: RULE }))
}
