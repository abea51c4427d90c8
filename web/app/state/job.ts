/** What the server is reading, as its events tell it. Not part of the scene. */
import { create } from 'zustand'
import type { Job } from '../../contract/index.ts'

interface JobState {
  readonly job: Job | null
  /** Whether a job was seen running since the page was opened. */
  readonly sawRunning: boolean
}

export const useJob = create<JobState>(() => ({ job: null, sawRunning: false }))
