/** Memberships that neither the rules nor the readers of lists have found, each kind by a reader of its own. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { relateAgain } from './again.ts'
import { relateAnyOrder } from './any-order.ts'
import { relateBranches } from './branches.ts'
import { relateBelonging } from './belongs.ts'
import { relateBlocks } from './blocks.ts'
import { relateClasses } from './classes.ts'
import { relateCounted } from './counted.ts'
import { headsAlone } from './heads.ts'
import { relateListed } from './listed.ts'
import { ledByNamesakes } from './namesakes.ts'
import { ownedBySeveral } from './own-leads.ts'
import { relatePartsLed } from './parts-led.ts'
import { relateSignedInto } from './signed-into.ts'
import { relateTogether } from './together.ts'
import { relateUnits } from './units.ts'
import { relateWithMany } from './with-many.ts'

type Reader = (
  reading: Reading,
  found: readonly Claim[],
) => { readonly mentions: readonly Mention[]; readonly claims: readonly RelationClaim[] }

/** In order, from what is surest to what is told by the least. */
const READERS: readonly Reader[] = [
  ownedBySeveral,
  headsAlone,
  (reading, found) => ({ mentions: [], claims: relateAgain(reading, found) }),
  relateAnyOrder,
  relateUnits,
  relateClasses,
  relateCounted,
  relateBlocks,
  relateListed,
  relatePartsLed,
  relateSignedInto,
  relateTogether,
  relateWithMany,
  relateBranches,
  ledByNamesakes,
  relateBelonging,
]

/** What the further readers find; each is given `found`, the claims so far, and what those before it have found. */
export function relateFurther(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const read of READERS) {
    const more = read(reading, [...found, ...claims])
    mentions.push(...more.mentions)
    claims.push(...more.claims)
  }
  return { mentions, claims }
}
