/** Attribute descriptors: one record says what a value is, how it is checked, and what people see. */
import { z } from 'zod'

export interface Caption {
  readonly zh: string
  readonly en: string
}

export type AttributeKind = 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'date'

/** What one attribute of a node or relation holds. `unit` is the unit of the stored number. */
export interface Attribute {
  readonly kind: AttributeKind
  readonly caption: Caption
  readonly unit?: '万元' | 'm²' | '张'
  readonly choices?: Readonly<Record<string, Caption>>
}

export type Attributes = Readonly<Record<string, Attribute>>

/** A folded or claimed value. Absent means that no sentence says it; never 0 or "". */
export type AttributeValue = string | number | boolean | string[]
export type AttributeValues = Record<string, AttributeValue>

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

function valueSchema(attribute: Attribute): z.ZodType<AttributeValue> {
  switch (attribute.kind) {
    case 'text':
      return z.string().min(1)
    case 'number':
      return z.number()
    case 'boolean':
      return z.boolean()
    case 'choice':
      return z.enum(Object.keys(attribute.choices ?? {}) as [string, ...string[]])
    case 'list':
      return z.array(z.string().min(1)).min(1)
    case 'date':
      return z.string().regex(DATE, 'YYYY, YYYY-MM or YYYY-MM-DD')
  }
}

/** A strict zod object over the descriptors: unknown keys are errors, every key is optional. */
export function attributesSchema(attributes: Attributes): z.ZodType<AttributeValues> {
  const shape: Record<string, z.ZodType<AttributeValue | undefined>> = {}
  for (const [key, attribute] of Object.entries(attributes)) shape[key] = valueSchema(attribute).optional()
  return z.strictObject(shape) as unknown as z.ZodType<AttributeValues>
}
