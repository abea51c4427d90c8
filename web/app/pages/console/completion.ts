/** What the editor offers at the cursor, all of it from the model. Pure. */
import {
  labelDefinitions,
  labels,
  relationDefinitions,
  relationProperties,
  relationTypes,
  entityProperties,
  type Attribute,
  type Caption,
} from '../../../../cypher/model/index.ts'

export interface Offer {
  readonly label: string
  readonly type: 'class' | 'type' | 'property' | 'keyword' | 'function' | 'variable'
  readonly detail?: string
}

export interface Offers {
  /** Offset at which the word to replace begins. */
  readonly from: number
  readonly options: readonly Offer[]
}

const KEYWORDS =
  'MATCH, OPTIONAL MATCH, WHERE, RETURN, RETURN DISTINCT, WITH, ORDER BY, LIMIT, SKIP, UNWIND, UNION, UNION ALL, AS, AND, OR, NOT, IN, IS NULL, IS NOT NULL, CONTAINS, STARTS WITH, ENDS WITH, CASE, WHEN, THEN, ELSE, END, DESC, ASC, DISTINCT, EXISTS, COUNT, CALL, true, false, null'.split(
    ', ',
  )
const FUNCTIONS =
  'count, collect, sum, avg, min, max, size, length, labels, type, keys, properties, nodes, relationships, startNode, endNode, coalesce, head, last, range, toInteger, toFloat, toString, substring, split, replace, toLower, trim, abs, round, reduce, shortestPath, allShortestPaths'.split(
    ', ',
  )

function say(caption: Caption, locale: 'zh' | 'en'): string {
  return caption[locale]
}

function offerProperties(locale: 'zh' | 'en'): Offer[] {
  const captions = new Map<string, string>()
  const take = (attributes: Readonly<Record<string, Attribute>>): void => {
    for (const [key, { caption }] of Object.entries(attributes)) if (!captions.has(key)) captions.set(key, say(caption, locale))
  }
  for (const label of labels) take(labelDefinitions[label].attributes)
  for (const type of relationTypes) take(relationDefinitions[type].attributes)
  for (const key of [...entityProperties, ...relationProperties]) if (!captions.has(key)) captions.set(key, '')
  return [...captions].map(([label, detail]) => ({ label, type: 'property', ...(detail ? { detail } : {}) }))
}

function offerLabels(locale: 'zh' | 'en'): Offer[] {
  return labels.map((label) => ({ label, type: 'class', detail: say(labelDefinitions[label].caption, locale) }))
}

function offerTypes(locale: 'zh' | 'en'): Offer[] {
  return relationTypes.map((label) => ({ label, type: 'type', detail: say(relationDefinitions[label].caption, locale) }))
}

/** Names bound before the cursor, so that they can be used again. */
function offerVariables(text: string): Offer[] {
  const names = [
    ...text.matchAll(/[([]\s*([A-Za-z_][\w]*)|\bAS\s+([A-Za-z_]\w*)|\b([A-Za-z_]\w*)\s*=\s*(?:\(|shortest|allShortest)/gi),
  ].flatMap(([, bound, alias, path]) => bound ?? alias ?? path ?? [])
  return [...new Set(names)].map((label) => ({ label, type: 'variable' }))
}

function isInText(before: string): boolean {
  const quotes = before.replaceAll(/\\./g, '').match(/['"]/g) ?? []
  return quotes.length % 2 === 1 || /\/\/[^\n]*$/.test(before)
}

/** Offers for a text up to the cursor; nothing within a string or a comment. */
export function offerAt(before: string, locale: 'zh' | 'en', isAsked = false): Offers | null {
  if (isInText(before)) return null
  const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? ''
  const from = before.length - word.length
  const lead = before.slice(0, from)
  const bracket = Math.max(lead.lastIndexOf('['), lead.lastIndexOf('('))
  const isInRelation = bracket >= 0 && lead[bracket] === '[' && !lead.slice(bracket).includes(']')
  if (/[:|]\s*$/.test(lead)) return { from, options: isInRelation ? offerTypes(locale) : offerLabels(locale) }
  if (lead.endsWith('$')) return null
  if (/[\p{L}\p{N}_)\]]\.$/u.test(lead)) return { from, options: offerProperties(locale) }
  if (word === '' && !isAsked) return null
  return {
    from,
    options: [
      ...offerVariables(lead),
      ...KEYWORDS.map((label): Offer => ({ label, type: 'keyword' })),
      ...FUNCTIONS.map((label): Offer => ({ label, type: 'function' })),
    ],
  }
}
