/** Parameters of a text: which it names, and how what people type becomes a value. Pure. */
import type { NamedQuery } from '../../../contract/index.ts'

/** Names after `$`, in order, outside of strings and comments. */
export function parametersIn(query: string): string[] {
  const bare = query.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ')
  return [...new Set([...bare.matchAll(/\$([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? []))]
}

/** A value typed by a person: JSON where it is JSON, text otherwise, null where nothing was typed. */
export function parseValue(text: string, type?: string): unknown {
  const typed = text.trim()
  if (typed === '') return type === 'texts' ? [] : null
  if (type === 'text') return typed.replace(/^"(.*)"$/s, '$1')
  if (type === 'texts' && !typed.startsWith('[')) return typed.split(/[,，、\s]+/).filter((item) => item !== '')
  try {
    return JSON.parse(typed)
  } catch (error) {
    if (error instanceof SyntaxError) return typed
    throw error
  }
}

/** What stands in the field before anything is typed. */
export function showDefault(param: NamedQuery['params'][number]): string {
  const { default: value } = param
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
