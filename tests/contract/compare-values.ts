/** Values of two stores made comparable. */

/** Keys in order, engines' ids and the stamp of a push left out. */
export function withoutElementIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutElementIds)
  if (typeof value !== 'object' || value === null) return value
  const hidden = 'elementId' in value ? ['elementId', 'start', 'end'] : ['stamp']
  const entries = Object.entries(value).filter(([key]) => !hidden.includes(key))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, withoutElementIds(inner)]))
}
