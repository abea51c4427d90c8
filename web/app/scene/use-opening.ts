/** Opens the scene on the first visit; coming back from another page finds it as it was left. */
import { useEffect, useRef, useState } from 'react'
import { useAnswer, type Answer } from '../components/use-answer.ts'
import { useGraph } from '../state/graph.ts'
import { useJob } from '../state/job.ts'
import { addToScene, openScene } from './actions.ts'
import { useDesk } from './desk.ts'

/** Counts up when reading has ended while the map was still empty, so that a first visit fills by itself. */
function useRefill(): number {
  const state = useJob(({ job }) => job?.state)
  const before = useRef(state)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (before.current === 'running' && state === 'done' && useGraph.getState().nodes.size === 0) setTimes((count) => count + 1)
    before.current = state
  }, [state])
  return times
}

export function useOpening(): Answer<true> {
  const times = useRefill()
  return useAnswer(`overview ${times}`, async (signal) => {
    if (useGraph.getState().nodes.size === 0) await openScene(signal)
    const { wanted } = useDesk.getState()
    if (wanted.length > 0) {
      useDesk.setState({ wanted: [] })
      await addToScene(wanted)
    }
    return true as const
  })
}
