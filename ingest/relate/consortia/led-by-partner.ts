/** The lead of a consortium that is told by a reference: 甲与乙签约，加入该院牵头的江州市肿瘤专科联盟 is led by 乙. */
import type { Found, Reading } from '../../reading.ts'
import { isMembership, membershipIn } from './membership.ts'

/** 加入|由该院牵头成立的|, 作为|其牵头的 */
const LED =
  /(?:加入|加盟|入盟|进入|成为|作为|是|为|纳入|融入)了?(?:由|以)?(?:该院|该医院|其|对方(?:医院)?|后者)(?:牵头|领衔|发起|主导|主办|为(?:龙头|牵头单位|理事长单位|盟主))(?:成立|组建|建立|创建|发起|建设)?的$/u
const LONGEST = 24
const RULE = 'consortium/led-by-partner'

/** The memberships found, and those of such leads: of the one hospital beside the member that the part of its sentence names before. */
export function withLeadsMeant(reading: Reading, { mentions, claims }: Found): Found {
  const members = claims.filter(isMembership)
  const led = new Set(members.flatMap(({ object, attrs }) => (attrs['role'] === 'lead' ? [object] : [])))
  const further = members.flatMap((claim) => {
    const sentence = led.has(claim.object) ? undefined : reading.sentences.find(({ start }) => start === claim.start)
    const named = sentence === undefined ? [] : (reading.mentions[sentence.index] ?? [])
    const consortium = named.find(({ entity }) => entity === claim.object)
    if (sentence === undefined || consortium === undefined) return []
    const { text } = sentence
    const before = text.slice(0, consortium.from)
    if (!LED.test(before.slice(-LONGEST))) return []
    const opens = before.lastIndexOf('；') + 1
    const others = named.filter(({ label, entity, from, to }) => {
      const isOwn = entity === claim.subject || entity === reading.document.speaker
      return label === 'Hospital' && from >= opens && to <= consortium.from && !isOwn
    })
    const [only, more] = new Set(others.map(({ entity }) => entity))
    if (only === undefined || more !== undefined) return []
    led.add(claim.object)
    const attrs = { role: 'lead', status: 'in_effect' }
    return [membershipIn(sentence, { subject: only, object: claim.object, attrs, rule: RULE })]
  })
  return further.length === 0 ? { mentions, claims } : { mentions, claims: [...claims, ...further] }
}
