/** The queries that were run, newest first, in this browser alone. A browser may refuse to keep them. */

export interface PastQuery {
  readonly query: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const KEY = 'yilian.console-history'
const MOST = 50

function isPast(value: unknown): value is PastQuery {
  return (
    typeof value === 'object' &&
    value !== null &&
    'query' in value &&
    typeof value.query === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  )
}

/** What is kept; nothing where the browser refuses or what it holds is not ours. */
export function readHistory(): PastQuery[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPast) : []
  } catch {
    // Private windows refuse storage, and other pages of this address may write nonsense: the console works without.
    return []
  }
}

/** The history with one more; a query that is run again moves to the top. */
export function addToHistory(history: readonly PastQuery[], query: string, at: number): PastQuery[] {
  const text = query.trim()
  return [{ query: text, at }, ...history.filter((past) => past.query !== text)].slice(0, MOST)
}

/** Whether the browser keeps it. */
export function keepHistory(history: readonly PastQuery[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(history))
    return true
  } catch {
    // Told in the page: the history then lives as long as the page.
    return false
  }
}
