/** Actions that ask an algorithm for things and put them on the canvas: two steps around one, and what several share. */
import { claimedTypes, entityLabels } from '../../../cypher/model/index.ts'
import { api } from '../api.ts'
import type { AlgorithmAnswer } from '../../contract/index.ts'
import { selectNodes, useSelection } from '../state/selection.ts'
import { useView } from '../state/view.ts'
import { addToScene } from './actions.ts'
import { say } from './desk.ts'

/** More than these at once cannot be read; the person is told how many there are. */
const MOST_REACHED = 300
const HOPS = 2
const HIERARCHY = ['LOCATED_IN', 'PART_OF']

function idsOf({ rows }: AlgorithmAnswer): string[] {
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
}

/** Adds everything within two steps of a thing, over the relations and kinds that the legend shows. */
export async function addNeighbourhood(id: string): Promise<void> {
  const { hiddenTypes, hiddenKinds, members } = useView.getState()
  const types = claimedTypes.filter((type) => !HIERARCHY.includes(type) && !hiddenTypes.has(type))
  const kinds = entityLabels.filter((label) => !hiddenKinds.has(label))
  const answer = await api.algorithm('neighbourhood', { params: { id, hops: HOPS, types, kinds }, limit: MOST_REACHED })
  const found = idsOf(answer)
  if (answer.limitHit) say('reachMany', { count: answer.total ?? found.length })
  else if (found.every((one) => members.has(one))) say('reachNone')
  else {
    await addToScene([id, ...found])
    say('added', { count: found.filter((one) => !members.has(one)).length })
  }
}

/** Adds and selects what at least two of these things are connected with. */
export async function addCommonPartners(ids: readonly string[]): Promise<void> {
  const answer = await api.algorithm('common-partners', { params: { ids, least: 2 }, limit: MOST_REACHED })
  const found = idsOf(answer)
  if (found.length === 0) {
    say('commonNone')
    return
  }
  await addToScene(found)
  useSelection.setState(selectNodes([...ids, ...found]), true)
  say(answer.limitHit ? 'commonMany' : 'commonFound', { count: found.length })
}
