/** Search over everything: grouped by kind, Enter goes there, Ctrl+Enter adds it and leaves the view where it is. */
import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { ComboBox, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components'
import { entityLabels, labelDefinitions } from '../../../cypher/model/index.ts'
import type { SearchResponse } from '../../contract/index.ts'
import { api } from '../api.ts'
import { KindIcon } from '../components/KindIcon.tsx'
import { useCaption } from '../i18n/index.ts'
import { useDesk } from '../scene/desk.ts'
import { useGraphText } from '../scene/words.ts'
import './search.css'

const DELAY = 120
const LIMIT = 24

interface Found extends SearchResponse {
  readonly query: string
}

const nothing: Found = { query: '', hits: [], more: 0 }

/** Asks after a pause in typing; an answer to a former query is dropped. */
function useSearch(query: string): Found {
  const [found, setFound] = useState<Found>(nothing)
  const trimmed = query.trim()
  useEffect(() => {
    if (trimmed === '') return undefined
    const controller = new AbortController()
    const timer = window.setTimeout(() => {
      api.search(trimmed, LIMIT, controller.signal).then(
        (answer) => setFound({ ...answer, query: trimmed }),
        (fault: unknown) => {
          if (!controller.signal.aborted) useDesk.setState({ fault })
        },
      )
    }, DELAY)
    return () => {
      window.clearTimeout(timer)
      controller.abort()
    }
  }, [trimmed])
  return trimmed === '' ? nothing : found
}

type Hit = Found['hits'][number]

function HitRow({ hit }: { hit: Hit }) {
  const t = useGraphText()
  const alias = hit.matched && hit.matched !== hit.name && !/^[a-z0-9]+$/i.test(hit.matched) ? hit.matched : undefined
  return (
    <>
      <KindIcon label={hit.label} partner={!hit.local} />
      <span className="hit-name">{hit.name}</span>
      {alias ? <span className="caption">{t('matchedAs', { alias })}</span> : null}
      <span className="caption hit-degree">{t('relationCount', { count: hit.degree })}</span>
    </>
  )
}

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onChoose: (id: string, isAdding: boolean) => void
}

export function SearchBox({ input, onChoose }: SearchBoxProps) {
  const t = useGraphText()
  const say = useCaption()
  const [query, setQuery] = useState('')
  const found = useSearch(query)
  const isAdding = useRef(false)
  const isWaiting = useRef(false)
  const groups = entityLabels
    .map((label) => ({ label, hits: found.hits.filter((hit) => hit.label === label) }))
    .filter((group) => group.hits.length > 0)
    .sort((a, b) => found.hits.indexOf(a.hits[0] as Hit) - found.hits.indexOf(b.hits[0] as Hit))

  const choose = (id: string): void => {
    onChoose(id, isAdding.current)
    isAdding.current = false
    setQuery('')
  }
  const first = groups[0]?.hits[0]
  const isFresh = found.query === query.trim()
  const keep = (event: KeyboardEvent): void => {
    isAdding.current = event.ctrlKey || event.metaKey
    if (event.key === 'Escape' && query === '') input.current?.blur()
    // The key that leads here is no part of a name.
    if (event.key === '/' && query === '') event.preventDefault()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || query.trim() === '') return
    const isPointing = (input.current?.getAttribute('aria-activedescendant') ?? '') !== ''
    if (isPointing && isFresh) return
    event.preventDefault()
    event.stopPropagation()
    if (isFresh && first) choose(first.id)
    else isWaiting.current = !isFresh
  }
  // Enter pressed before the answer came takes its first hit when it does.
  useEffect(() => {
    if (!isFresh || !isWaiting.current) return
    isWaiting.current = false
    if (first) choose(first.id)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [found])
  return (
    <ComboBox
      className="search"
      aria-label={t('search')}
      inputValue={query}
      onInputChange={setQuery}
      value={null}
      onChange={(key) => {
        if (key !== null) choose(String(key))
      }}
      defaultFilter={() => true}
      allowsEmptyCollection={query.trim() !== ''}
      menuTrigger="input"
    >
      <Search size={16} aria-hidden className="search-icon" />
      <Input ref={input} className="field search-input" placeholder={t('searchPlaceholder')} onKeyDownCapture={keep} />
      <kbd className="search-key">/</kbd>
      <Popover className="popover search-list" offset={4} maxHeight={480}>
        <ListBox
          renderEmptyState={() => (
            <div className="search-empty">
              {isFresh ? null : <span className="caption">{t('searching')}</span>}
              <strong hidden={!isFresh}>{t('searchNothing', { query: found.query })}</strong>
              <span className="caption" hidden={!isFresh}>
                {t('searchNothingHint')}
              </span>
            </div>
          )}
        >
          {groups.map((group) => (
            <ListBoxSection key={group.label} id={group.label}>
              <Header className="search-group">{say(labelDefinitions[group.label].caption)}</Header>
              {group.hits.map((hit) => (
                <ListBoxItem key={hit.id} id={hit.id} textValue={hit.name} className="hit">
                  <HitRow hit={hit} />
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
        <div className="search-foot caption">
          {found.more > 0 ? <span>{t('searchMore', { count: found.more })}</span> : <span />}
          <span>{t('searchKeys')}</span>
        </div>
      </Popover>
    </ComboBox>
  )
}
