/** Consortia that are named after their leads, where the leads are counted: 两家牵头医院各管一片：乙归入甲医院医共体…. */
import type { Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { ledByOwner, ownersIn } from './owners.ts'
import { numberOf } from '../sentence/dates.ts'

const COUNTED =
  /([两二三四五六七八九2-9])[家所个](?:县级|区级|市级|公立|综合)?(?:牵头|龙头|核心|领衔|领头|带头|总院|主)(?:的)?(?:医院|单位|总院|机构)/u
/** Sentences behind the count in which the consortia may be named. */
const SENTENCES_ON = 1

interface Owned {
  readonly mentions: Mention[]
  readonly claims: RelationClaim[]
}

/** The leads of such consortia, where a sentence names as many of them as are counted. */
export function ownedBySeveral(reading: Reading): Owned {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  if (!reading.mentions.some((list) => list.some(({ label }) => label === 'Consortium'))) return { mentions, claims }
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    const count = numberOf(COUNTED.exec(sentence.text)?.[1])
    if (count === undefined) continue
    for (const other of reading.sentences.slice(sentence.index, sentence.index + SENTENCES_ON + 1)) {
      if (other.paragraph !== sentence.paragraph && !sentence.heading) break
      const owned = ownedIn(reading, other)
      if (owned.claims.length !== count) continue
      mentions.push(...owned.mentions)
      claims.push(...owned.claims)
      break
    }
  }
  return { mentions, claims }
}

/** The consortia of a sentence that are named after a hospital, each led by it. */
function ownedIn(reading: Reading, sentence: Sentence): Owned {
  const mentions: Mention[] = []
  const claims = new Map<string, RelationClaim>()
  for (const consortium of reading.mentions[sentence.index] ?? []) {
    if (consortium.label !== 'Consortium') continue
    const owner = ownersIn(reading).of(consortium)
    if (owner === undefined) continue
    const led = ledByOwner({ sentence, consortium, owner }, 'consortium/own-leads')
    mentions.push(...led.mentions)
    claims.set(owner.entity, led.claim)
  }
  return { mentions, claims: [...claims.values()] }
}
