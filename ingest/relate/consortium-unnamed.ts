/** Members and leads of consortia that only their kind tells: 甲作为总医院，与乙、丙组建医共体. */
import type { Claim, Mention, RelationClaim } from '../../cypher/model/index.ts'
import type { Reading } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { ownersIn } from './consortium-owners.ts'
import { GROUP, LIST, slotLine, UNNAMED, type SlotLine } from './consortium-slots.ts'
import { membersTold } from './consortium-told.ts'

const KIND = /医联体|医疗联合体|医共体|共同体|健共体|医疗集团|健康集团|医院集团/u
const BODY_LABELS: ReadonlySet<string> = new Set(['Hospital', 'Institution'])
/** 甲牵手乙、丙结成另一个医共体: the one that takes the others along. */
const CENTRE =
  /Ｌ[^，；：。ＣＬＫ]{0,6}(?:牵手|携手|联手|联合|会同|携同?|联动|连着|牵着|带着|领着|拉上|带上|带领)[^，；：。ＣＬＫ]{0,4}Ｌ[^；：。ＣＬＫ]{0,8}(?:组成|组建|结成|成立|建成|建立|构建|结为|抱团)[^，；：。ＣＬＫ]{0,6}Ｃ/u

interface Found {
  readonly mentions: Mention[]
  readonly claims: RelationClaim[]
  /** Leads, by the place of their sentence, of memberships that a rule has found without a role. */
  readonly leads: Map<number, ReadonlySet<string>>
}

/** Memberships of consortia without a name, in sentences where no rule has found any; the lead gives the name. */
export function relateUnnamed(reading: Reading, found: readonly Claim[]): Found {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  const leads: Found['leads'] = new Map()
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading || !KIND.test(sentence.text)) continue
    const named = reading.mentions[sentence.index] ?? []
    const bodies = named.filter(({ label }) => BODY_LABELS.has(label))
    if (bodies.length < 2 || named.some(({ label }) => label === 'Consortium')) continue
    const read = found.filter(
      (claim): claim is RelationClaim => claim.kind === 'relation' && claim.type === 'MEMBER_OF' && claim.start === sentence.start,
    )
    if (read.length === 0) addGroups(reading, sentence, { mentions, claims })
    else if (read.some(({ attrs }) => attrs['role'] === undefined)) leads.set(sentence.start, leadsOf(membersOf(reading, sentence).told))
  }
  return { mentions, claims, leads }
}

function membersOf(reading: Reading, sentence: Sentence): { line: SlotLine; told: RelationClaim[] } {
  const line = slotLine(reading, sentence, { unnamed: true })
  return { line, told: membersTold(reading, sentence, line).filter(({ object }) => object.startsWith(UNNAMED)) }
}

const leadsOf = (told: readonly RelationClaim[]): Set<string> =>
  new Set(told.filter(({ attrs }) => attrs['role'] === 'lead').map(({ subject }) => subject))

function addGroups(reading: Reading, sentence: Sentence, { mentions, claims }: Pick<Found, 'mentions' | 'claims'>): void {
  const { line, told } = membersOf(reading, sentence)
  for (const object of new Set(told.map((claim) => claim.object))) {
    const own = told.filter((claim) => claim.object === object)
    const leads = leadsOf(own)
    const [lead] = leads.size === 0 ? centreOf(line) : leads
    const others = own.filter(({ subject }) => subject !== lead)
    const [first] = others
    if (lead === undefined || leads.size > 1 || first === undefined) continue
    const kind = object.slice(object.lastIndexOf('/') + 1)
    const name = `${nameOf(reading, lead)}${kind}`
    const entity = ownersIn(reading).named(name)?.entity ?? lead.replace(/^\w+/, 'consortium') + kind
    const slot = [...line.slots.values()].find((other) => other.slot === GROUP && other.consortium.entity === object)
    if (slot?.slot !== GROUP) continue
    const span = spanOf(sentence, slot.consortium.from, slot.consortium.to)
    mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, ...span })
    const { role: _, ...plain } = first.attrs
    const leading = own.find(({ subject }) => subject === lead) ?? { ...first, subject: lead, attrs: plain }
    claims.push({ ...leading, object: entity })
    for (const claim of others) claims.push({ ...claim, object: entity, attrs: leads.size === 0 ? plain : claim.attrs })
  }
}

/** The first list of a line that takes a second along, where it is one body. */
function centreOf({ text, slots }: SlotLine): readonly string[] {
  const match = CENTRE.exec(text)
  const list = match === null ? undefined : slots.get(match.index)
  return list?.slot === LIST && list.entities.length === 1 ? list.entities : []
}

function nameOf(reading: Reading, entity: string): string {
  return reading.mentions.flat().find((mention) => mention.entity === entity)?.name ?? ''
}
