/** Members that are told to go to the hospital which leads: 组建两大医共体，甲、乙卫生院归县医院，丙卫生院划归县中医院管理; 县医院牵头管理甲、乙卫生院. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isMembership, membershipIn } from './membership.ts'
import { LIST, slotLine } from './slots.ts'
import { segmentsOf, toldModality } from './told-when.ts'

const BELONGS =
  /Ｌ(?:则|统一|整体|全部|分别|均|都|一并)*(?:划归|归属于?|归入|归口|归|划入|并入|隶属于?|编入|纳入)Ｌ(?:医共体|集团|总院|统一|一体化?|紧密型|归口|管理|托管|统管|领导|管辖|医院|旗下|麾下){0,4}(?=[，；。]|$)/gu
/** 县医院牵头管理甲、乙卫生院 */
const RUNS =
  /(?<=^|[，；：。]|其中)Ｌ(?:则|统一|整体|分别|也)*(?:牵头管理|负责管理|负责牵头|统一管理|一体化管理|统管|牵头|下辖|管辖|辖|管着|管)(?:了|着)?Ｌ(?=[，；。]|$)/gu
const MAY_TELL = /[归属入管辖牵]/u
const KINDS = /(?:医共体|医疗集团|医联体)$/u
const SENTENCES_BACK = 3
const RULE = 'consortium/belongs'

/** Such memberships; `found` are the claims so far, among them the leads. */
export function relateBelonging(reading: Reading, found: readonly Claim[]): { mentions: []; claims: RelationClaim[] } {
  const leads = found.filter((claim): claim is RelationClaim => isMembership(claim) && claim.attrs['role'] === 'lead')
  if (leads.length === 0) return { mentions: [], claims: [] }
  const members = found.filter(isMembership)
  const claims = reading.sentences.flatMap((sentence) =>
    sentence.row !== undefined || sentence.heading || !MAY_TELL.test(sentence.text)
      ? []
      : goingTo(reading, sentence, (entity) => ledNear(reading, sentence, entity, leads)),
  )
  return {
    mentions: [],
    claims: claims.filter((claim) => !members.some(({ subject, object }) => subject === claim.subject && object === claim.object)),
  }
}

function goingTo(reading: Reading, sentence: Sentence, ledBy: (entity: string) => RelationClaim | undefined): RelationClaim[] {
  const line = slotLine(reading, sentence)
  const told = [
    ...matchesOf(BELONGS, line.text).map((match) => ({ match, isHeadFirst: false })),
    ...matchesOf(RUNS, line.text).map((match) => ({ match, isHeadFirst: true })),
  ]
  return told.flatMap(({ match, isHeadFirst }) => {
    const end = match.index + match[0].length
    const ends = [line.slots.get(match.index), line.slots.get(match.index + match[0].lastIndexOf(LIST))]
    const [list, head] = isHeadFirst ? ends.toReversed() : ends
    if (list?.slot !== LIST || head?.slot !== LIST || head.entities.length > 1) return []
    const led = ledBy(head.entities[0] ?? '')
    if (led === undefined || list.entities.includes(led.subject)) return []
    const cue = { role: 'member', side: 'either', pattern: BELONGS, stands: isHeadFirst } as const
    const segment = segmentsOf(line.text).find(({ from, to }) => from <= match.index && to >= end) ?? { from: 0, to: line.text.length }
    const modality = toldModality(reading, sentence, line, { hit: { cue, list, from: match.index, to: end, listAt: match.index }, segment })
    if (modality === undefined || modality.status === 'ended') return []
    const attrs = { role: 'member', status: led.attrs['status'] === 'planned' ? 'planned' : modality.status }
    return list.entities.map((subject) => membershipIn(sentence, { subject, object: led.object, attrs, rule: RULE }))
  })
}

/** The one consortium that the text has told near by to be led by a hospital. */
function ledNear({ sentences }: Reading, { index }: Sentence, entity: string, leads: readonly RelationClaim[]): RelationClaim | undefined {
  const from = sentences[Math.max(0, index - SENTENCES_BACK)]?.start ?? 0
  const to = sentences[index]?.start ?? 0
  const near = leads.filter(({ subject, object, start }) => subject === entity && KINDS.test(object) && start >= from && start <= to)
  const [only] = near
  return near.every(({ object }) => object === only?.object) ? only : undefined
}
