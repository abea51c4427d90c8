/** Reads the header of a `.cypher` file: purpose, parameters, columns, limit. */
import { z } from 'zod'
import type { Caption } from '../model/index.ts'

export const parameterTypes = {
  text: z.string().min(1),
  texts: z.array(z.string()),
  number: z.number(),
  boolean: z.boolean(),
} as const
export type ParameterType = keyof typeof parameterTypes

export const columnTypes = ['text', 'texts', 'number', 'boolean', 'node', 'relation', 'path', 'list'] as const
export type ColumnType = (typeof columnTypes)[number]

const name = z.string().regex(/^[a-z][A-Za-z]*$/, 'a name in camelCase')
const captionSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const headerSchema = z.strictObject({
  title: captionSchema,
  /** Numbers of the product's questions that it answers. */
  asks: z.array(z.number().int().min(1).max(9)),
  /** Whether people are offered it; the others serve the app alone. */
  offered: z.boolean(),
  params: z.array(
    z.strictObject({
      name,
      type: z.enum(Object.keys(parameterTypes) as [ParameterType, ...ParameterType[]]),
      required: z.boolean(),
      default: z.unknown(),
      caption: captionSchema,
    }),
  ),
  columns: z.array(z.strictObject({ name, type: z.enum(columnTypes) })).min(1),
  /** Rows, unless the caller asks for another. */
  limit: z.number().int().positive(),
})
export type QueryHeader = z.infer<typeof headerSchema>
export type QueryParameter = QueryHeader['params'][number]

/** Splits a file into header and Cypher. Throws an Error that names the line where the header is not as it should be. */
export function parseQueryFile(text: string): QueryHeader & { readonly cypher: string } {
  const parts = /^\/\*\n([\s\S]*?)\n\*\/\n([\s\S]*)$/.exec(text)
  if (parts === null) throw new Error('no header comment at the top')
  const [, head = '', cypher = ''] = parts
  const title: Partial<Record<keyof Caption, string>> = {}
  const header = { title, asks: [] as number[], offered: true, params: [] as unknown[], columns: [] as unknown[], limit: 0 }
  for (const line of head.split('\n')) readLine(line, header)
  return { ...headerSchema.parse(header), cypher: cypher.trim() }
}

interface RawHeader {
  readonly title: Partial<Record<keyof Caption, string>>
  asks: number[]
  offered: boolean
  readonly params: unknown[]
  readonly columns: unknown[]
  limit: number
}

function readLine(line: string, header: RawHeader): void {
  const at = line.indexOf(':')
  const [key = '', subject] = line.slice(0, at).split(' ')
  const value = line.slice(at + 1).trim()
  if (key === 'zh' || key === 'en') header.title[key] = value
  else if (key === 'asks') header.asks = value.split(',').map(Number)
  else if (key === 'offered') header.offered = value !== 'no'
  else if (key === 'limit') header.limit = Number(value)
  else if (key === 'column') header.columns.push({ name: subject, type: value })
  else if (key === 'param') header.params.push(readParameter(subject, value))
  else throw new Error(`not a line of a header: ${line}`)
}

/** `text required | 编号 | Id` or `number = 6 | 最多几步 | Most steps`. */
function readParameter(name: string | undefined, value: string): unknown {
  const [declared = '', zh, en] = value.split('|').map((part) => part.trim())
  const [type, preset] = declared.split(/\s*=\s*|\s+(?=required$)/)
  const required = preset === 'required'
  return { name, type, required, default: required || preset === undefined ? null : JSON.parse(preset), caption: { zh, en } }
}
