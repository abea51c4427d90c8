/** A consortium without a name that is meant again: 县域医共体以甲为总院…。乙也将加入医共体. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { SPEAKS_OF_KIND } from './kind.ts'
import { slotLine, UNNAMED } from './slots.ts'
import { membersTold } from './told.ts'
import { isMembership } from './membership.ts'

/** A body that joins or leaves the one that there is: not 加入省级医共体, 加入另一个医共体, 参加医共体培训. */
const JOINS =
  /Ｌ[^，；：。ＣＬＫ]{0,16}(?:加入|加盟|纳入|划入|并入|编入|融入|进入|退出|脱离|(?:吸收|吸纳|收|拉|并|编|划|招)(?:进|到|入))(?:了|到|进)?(?:该|本|我|全|其)?(?:[县区市州旗]|师市)?Ｃ(?=[，；。]|$|统一|一体|(?:统筹|托管|集中)?管理(?=[，；。]|$))/u

/** Memberships of the one consortium of its kind that the document has told of before. */
export function relateAgain(reading: Reading, found: readonly Claim[]): RelationClaim[] {
  const known = found.filter(isMembership)
  if (known.length === 0) return []
  return reading.sentences.flatMap((sentence) => {
    if (sentence.row !== undefined || sentence.heading || !SPEAKS_OF_KIND.test(sentence.text)) return []
    const named = reading.mentions[sentence.index] ?? []
    if (named.length === 0 || named.some(({ label }) => label === 'Consortium')) return []
    if (known.some(({ start }) => start === sentence.start)) return []
    const line = slotLine(reading, sentence, { unnamed: true })
    if (!JOINS.test(line.text)) return []
    return membersTold(reading, sentence, line).flatMap((claim) => {
      if (!claim.object.startsWith(UNNAMED) || claim.attrs['role'] !== 'member') return []
      const kind = claim.object.slice(claim.object.lastIndexOf('/') + 1)
      const all = [...known.map(({ object }) => object), ...reading.mentions.flat().map(({ entity }) => entity)]
      const ofKind = new Set(all.filter((id) => id.startsWith('consortium/') && id.endsWith(kind)))
      // 我院计划把甲吸收进医共体: its own, whatever others are told of.
      const own = reading.document.speaker === null ? undefined : `${reading.document.speaker.replace(/^\w+/, 'consortium')}${kind}`
      const [only, more] = own !== undefined && ofKind.has(own) ? [own] : ofKind
      const isBefore = known.some(({ object, start }) => object === only && start < sentence.start)
      return only === undefined || more !== undefined || !isBefore ? [] : [{ ...claim, object: only }]
    })
  })
}
