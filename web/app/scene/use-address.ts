/** Keeps the address bar and the stores in step: a link opens a view, a view can be copied as a link. */
import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { selectEdge, useSelection } from '../state/selection.ts'
import { useGraph } from '../state/graph.ts'
import { useView } from '../state/view.ts'
import { readAddress, writeAddress } from './address.ts'
import { attempt, goTo } from './actions.ts'

function selectedId(): string | null {
  const { nodes, edge } = useSelection.getState()
  return edge ?? (nodes.length === 1 ? (nodes[0] ?? null) : null)
}

function follow(id: string | null): void {
  if (id === null || id === selectedId()) return
  if (useGraph.getState().edges.has(id)) useSelection.setState(selectEdge(id), true)
  else attempt(goTo(id))
}

/** Starts once the scene is open; `isOpen` tells when. */
export function useAddress(isOpen: boolean): void {
  const search = useSearch()
  const written = useRef<string | null>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const { id: _, ...shown } = readAddress(window.location.search)
    if (window.location.search !== '') useView.setState(shown)
    const write = (): void => {
      const next = writeAddress(selectedId(), useView.getState())
      if (next === (written.current ?? window.location.search)) return
      written.current = next
      navigate(`/${next}`, { replace: true })
    }
    const stops = [useSelection.subscribe(write), useView.subscribe(write)]
    return () => stops.forEach((stop) => stop())
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) return
    const here = search === '' ? '' : `?${search.replace(/^\?/, '')}`
    if (written.current !== null && here === written.current) return
    written.current = here
    follow(readAddress(here).id)
  }, [isOpen, search])
}
