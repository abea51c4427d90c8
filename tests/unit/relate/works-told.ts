/** What relateWorks tells of a reading, folded by project as cases write it. */
import type { AttributeValue } from '../../../cypher/model/attributes.ts'
import type { Reading } from '../../../ingest/reading.ts'
import { relateWorks } from '../../../ingest/relate/works.ts'

export interface ToldProject {
  readonly name: string
  readonly owners: readonly string[]
  readonly [key: string]: AttributeValue | readonly string[]
}

const LAST_SAID = new Set(['status', 'year'])

/** Projects in order of first telling; the first value of each key, but of status and year the last. */
export function tellWorks(reading: Reading): ToldProject[] {
  const { mentions, claims } = relateWorks(reading)
  const nameById = new Map(mentions.filter((mention) => mention.label === 'Project').map((mention) => [mention.entity, mention.name]))
  const toldById = new Map<string, { name: string; owners: string[]; values: Record<string, AttributeValue> }>()
  const at = (id: string): { name: string; owners: string[]; values: Record<string, AttributeValue> } => {
    let told = toldById.get(id)
    if (told === undefined) toldById.set(id, (told = { name: nameById.get(id) ?? id, owners: [], values: {} }))
    return told
  }
  for (const claim of claims) {
    if (claim.kind === 'relation' && claim.type === 'CONSTRUCTS') {
      const owner = claim.subject.slice(claim.subject.indexOf('/') + 1).replace(/^330182\/?/u, '')
      const { owners } = at(claim.object)
      if (!owners.includes(owner)) owners.push(owner)
    }
    if (claim.kind !== 'statement') continue
    const { values } = at(claim.subject)
    if (values[claim.key] === undefined || LAST_SAID.has(claim.key)) values[claim.key] = claim.value
    if (claim.approx === true) values[`${claim.key}Approx`] = true
    if (claim.upper !== undefined) values[`${claim.key}Upper`] = claim.upper
  }
  return [...toldById.values()].map(({ name, owners, values }) => ({ name, owners, ...values }))
}
