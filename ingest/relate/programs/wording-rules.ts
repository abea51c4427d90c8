/** Rules of seeds/rules/program-told.json and program-nameless.json: wordings in and around a name that keep it from being a program. */
import { z } from 'zod'
import type { Lexicon } from '../../lexicon/lexicon.ts'

/** Where a regular expression looks: the sentence up to the clause, the clause up to the name, the name, what is behind it; the words before a head, those that may be name, the head. */
const PLACES = ['near', 'before', 'name', 'after', 'whole', 'body', 'head'] as const
type Place = (typeof PLACES)[number]

export const wordingRuleSchema = z.strictObject({
  /** `program-told/short-reason` or `program-nameless/short-reason`, kept for life. */
  id: z.string().regex(/^program-(?:told|nameless)\/[a-z0-9-]+$/),
  near: z.string().optional(),
  before: z.string().optional(),
  name: z.string().optional(),
  after: z.string().optional(),
  whole: z.string().optional(),
  body: z.string().optional(),
  head: z.string().optional(),
  /** A grade is striven for all the same: 按照创三甲要求改造. */
  notGrades: z.literal(true).optional(),
  /** `needed`: only of names in quotation marks; `any`: of those too; of others alone where absent. */
  marks: z.enum(['needed', 'any']).optional(),
  /** Holds only where nobody is named between the words before and the program. */
  unlessNamed: z.literal(true).optional(),
  example: z.string(),
  nearMiss: z.string(),
})
/** Holds where every expression that it has matches. All rules have the same fields, so that reading one costs as little as it can. */
export type WordingRule = Readonly<Record<Place, RegExp | undefined>> &
  Readonly<Pick<z.infer<typeof wordingRuleSchema>, 'id' | 'example' | 'nearMiss'>> & {
    readonly notGrades: boolean
    readonly marks: 'needed' | 'any' | undefined
    readonly unlessNamed: boolean
  }

const cache = new WeakMap<Lexicon, Map<string, readonly WordingRule[]>>()

/** The rules of one file of a lexicon, compiled once. Throws an Error with file and line for a row that does not read. */
export function wordingRules(lexicon: Lexicon, file: 'program-told' | 'program-nameless'): readonly WordingRule[] {
  let byFile = cache.get(lexicon)
  if (byFile === undefined) cache.set(lexicon, (byFile = new Map()))
  let rules = byFile.get(file)
  if (rules === undefined)
    byFile.set(file, (rules = lexicon.rules(file).map(({ record, file: path, line }) => readRule(record, `${path}:${line}`))))
  return rules
}

function readRule(record: unknown, place: string): WordingRule {
  const result = wordingRuleSchema.safeParse(record)
  if (!result.success)
    throw new Error(`${place}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  const { id, notGrades, marks, unlessNamed, example, nearMiss, ...sources } = result.data
  if (PLACES.every((at) => sources[at] === undefined)) throw new Error(`${place}: 规则 ${id}：没有式样`)
  const compile = (at: Place): RegExp | undefined => {
    const source = sources[at]
    try {
      return source === undefined ? undefined : new RegExp(source, 'u')
    } catch (cause) {
      throw new Error(`${place}: 规则 ${id}：${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  }
  return {
    id,
    near: compile('near'),
    before: compile('before'),
    name: compile('name'),
    after: compile('after'),
    whole: compile('whole'),
    body: compile('body'),
    head: compile('head'),
    notGrades: notGrades === true,
    marks,
    unlessNamed: unlessNamed === true,
    example,
    nearMiss,
  }
}
