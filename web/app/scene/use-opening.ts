/** Opens the scene on the first visit; coming back from another page finds it as it was left. */
import { useAnswer, type Answer } from '../components/use-answer.ts'
import { useGraph } from '../state/graph.ts'
import { openScene } from './actions.ts'

export function useOpening(): Answer<true> {
  return useAnswer('overview', async (signal) => {
    if (useGraph.getState().nodes.size === 0) await openScene(signal)
    return true as const
  })
}
