/** Requests are checked by the contract before anything else looks at them. */
import type { Context } from 'hono'
import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { readBody } from './guard.ts'

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ApiError('api.bad-request', z.prettifyError(parsed.error).replaceAll('\n', '; '))
  return parsed.data
}

/** The query string by a schema. Throws ApiError `api.bad-request`, which names the parameter. */
export function queryOf<T>(context: Context, schema: z.ZodType<T>): T {
  return check(schema, context.req.query())
}

/** The JSON body by a schema. Throws ApiError `api.bad-request`, `api.too-large`. */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await readBody(context)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    throw new ApiError('api.bad-request', 'JSON', error)
  }
  return check(schema, body)
}

export const idSchema = z.string().min(1).max(2000)

/** A whole number in a query string, with its default and its bounds. */
export function countSchema(usual: number, most: number): z.ZodType<number> {
  return z.coerce.number().int().min(1).max(most).default(usual)
}

/** Names joined by commas; an absent or empty one is no names. */
export function namesSchema<T extends string>(names: readonly T[]): z.ZodType<T[]> {
  const one = z.enum(names as unknown as [T, ...T[]])
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((name) => name !== ''))
    .pipe(z.array(one)) as unknown as z.ZodType<T[]>
}
