/**
 * The lead of a consortium that is told by a reference or in a note: 甲与乙签约，加入该院牵头的江州市肿瘤专科联盟 is led by 乙, and so
 * is 江州市肿瘤专科联盟（牵头单位：乙）.
 */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isMembership, membershipIn } from './membership.ts'

/** 加入|由该院牵头成立的|, 作为|其牵头的 */
const LED =
  /(?:加入|加盟|入盟|进入|成为|作为|是|为|纳入|融入)了?(?:由|以)?(?:该院|该医院|其|对方(?:医院)?|后者)(?:牵头|领衔|发起|主导|主办|为(?:龙头|牵头单位|理事长单位|盟主))(?:成立|组建|建立|创建|发起|建设)?的$/u
const NOTE = /^”?（(?:牵头|盟主|理事长|主任委员|主委|龙头|发起|总院)(?:单位|医院)?(?:：|为|是|系)?$/u
const LONGEST = 24
const RULE = 'consortium/lead-meant'

/** The memberships found, and those of such leads. */
export function withLeadsMeant(reading: Reading, { mentions, claims }: Found): Found {
  const members = claims.filter(isMembership)
  const led = new Set(members.flatMap(({ object, attrs }) => (attrs['role'] === 'lead' ? [object] : [])))
  const further: Claim[] = []
  for (const claim of members) {
    const sentence = led.has(claim.object) ? undefined : reading.sentences.find(({ start }) => start === claim.start)
    const named = sentence === undefined ? [] : (reading.mentions[sentence.index] ?? [])
    const consortium = named.find(({ entity }) => entity === claim.object)
    if (sentence === undefined || consortium === undefined) continue
    const subject = notedLead(sentence, named, consortium) ?? partnerMeant(reading, { sentence, named, consortium, claim })
    if (subject === undefined) continue
    led.add(claim.object)
    const attrs = { role: 'lead', status: 'in_effect' }
    further.push(membershipIn(sentence, { subject, object: claim.object, attrs, rule: RULE }))
  }
  return further.length === 0 ? { mentions, claims } : { mentions, claims: [...claims, ...further] }
}

/** 甲联盟（牵头单位：|乙|） */
function notedLead({ text }: Sentence, named: readonly SentenceMention[], { to }: SentenceMention): string | undefined {
  const lead = named.find(({ label, from }) => label === 'Hospital' && from > to)
  return lead !== undefined && NOTE.test(text.slice(to, lead.from)) && text.charAt(lead.to) === '）' ? lead.entity : undefined
}

interface Told {
  readonly sentence: Sentence
  readonly named: readonly SentenceMention[]
  readonly consortium: SentenceMention
  readonly claim: RelationClaim
}

/** The one hospital beside the member that the part of the sentence names before. */
function partnerMeant({ document }: Reading, { sentence, named, consortium, claim }: Told): string | undefined {
  const before = sentence.text.slice(0, consortium.from)
  if (!LED.test(before.slice(-LONGEST))) return undefined
  const opens = before.lastIndexOf('；') + 1
  const others = named.filter(({ label, entity, from, to }) => {
    const isOwn = entity === claim.subject || entity === document.speaker
    return label === 'Hospital' && from >= opens && to <= consortium.from && !isOwn
  })
  const [only, more] = new Set(others.map(({ entity }) => entity))
  return more === undefined ? only : undefined
}
