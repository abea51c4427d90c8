/** The relation rules of seeds/rules as data: words by class, and patterns with their example and near miss. */
import { z } from 'zod'
import { formNames, type FormName } from '../../../cypher/model/index.ts'
import { compilePattern, type Pattern } from '../../grammar/pattern.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { WordClasses } from './tokens.ts'

const wordsSchema = z
  .strictObject({
    class: z.string().regex(/^[a-z-]+[〇㐀-鿿]*$/u),
    words: z.array(z.string().min(1)).default([]),
    /** Words put together of parts, each of the first with each of the second and so on: 尚处于, 仍处于 | 酝酿, 论证 | 阶段, 之中. */
    joined: z.array(z.array(z.array(z.string()).min(1)).min(2)).default([]),
  })
  .refine(({ words, joined }) => words.length + joined.length > 0, { message: 'a class has words' })

const relationRuleSchema = z.strictObject({
  /** `family/short-reason`, kept for life. */
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  pattern: z.union([z.string(), z.array(z.string()).min(1)]),
  /**
   * What a match says. `cooperation`: every A with every B (in pairs under 分别); `alliance`: A and B make an unnamed
   * consortium; `led`: each L leads one named after it; `membership`: M (and L as lead) belong to C; `plaque`: A bears the
   * name P; `affiliation`: A becomes a hospital of B, or bears the name P of one; `nothing`: the words are taken, so that no later rule reads them.
   */
  says: z.enum(['cooperation', 'alliance', 'led', 'membership', 'plaque', 'affiliation', 'nothing']),
  /** Which slot is the local party; the topic of the passage where the slot is absent. */
  local: z.enum(['A', 'B']).default('A'),
  /** Of a membership: what the topic of the passage is, where the pattern names neither it nor a member. */
  topic: z.enum(['lead', 'member']).optional(),
  form: z.enum(formNames as [FormName, ...FormName[]]).optional(),
  /** The form, where the sentence tells none. */
  otherwise: z.enum(formNames as [FormName, ...FormName[]]).optional(),
  /** Only between a party of the home and one from elsewhere: 和 joins two of one side as often as two sides. */
  across: z.boolean().default(false),
  /** The parties of A agree with one another. */
  mutual: z.boolean().default(false),
  /** The side that the pattern has no slot for is meant and not named: 该院, 上述医院. */
  refers: z.boolean().default(false),
  /** The side that the pattern has no slot for is the home: 在我县. */
  ours: z.boolean().default(false),
  /** The side that the pattern has no slot for is a hospital: a place bears no plaque. */
  bearer: z.boolean().default(false),
  /** Of `plaque`: the name on it ends in that of its bearer. */
  own: z.boolean().default(false),
  /** Of `led`: false where the text does not say who leads. */
  roles: z.boolean().default(true),
  /** A standing state: in effect in a plan too, and without a year. */
  standing: z.boolean().default(false),
  /** What a match tells is over by its own verb: 摘下“甲协作医院”牌子. */
  ends: z.boolean().default(false),
  weak: z.boolean().default(false),
  example: z.string(),
  nearMiss: z.string(),
})
export type RelationRule = z.infer<typeof relationRuleSchema> & { readonly patterns: readonly Pattern[] }

/** A rule whose matches are found by code: it says what they tell, and no pattern tries it. */
export function ruleInCode(said: Omit<z.input<typeof relationRuleSchema>, 'pattern'>): RelationRule {
  return { ...relationRuleSchema.parse({ ...said, pattern: '' }), patterns: [] }
}

/** Labels that patterns name together. */
const LABEL_SETS: Readonly<Record<string, string>> = {
  Party: 'Hospital|Institution|District',
  Body: 'Hospital|Institution',
  Side: 'Hospital|Institution|District|Consortium',
  House: 'Hospital|Institution|Consortium',
}

export interface RelationRules {
  readonly words: WordClasses
  readonly cooperation: readonly RelationRule[]
  readonly consortium: readonly RelationRule[]
}

const cache = new WeakMap<Lexicon, RelationRules>()

/** The rules of a lexicon, compiled once. Throws an Error with file and line for a row that does not read. */
export function relationRules(lexicon: Lexicon): RelationRules {
  let rules = cache.get(lexicon)
  if (rules === undefined) {
    rules = { words: readWords(lexicon), cooperation: readRules(lexicon, 'cooperation'), consortium: readRules(lexicon, 'consortium') }
    cache.set(lexicon, rules)
  }
  return rules
}

function readWords(lexicon: Lexicon): WordClasses {
  const words = new WordClasses()
  for (const { record, file, line } of lexicon.rules('relation-words')) {
    const row = parse(wordsSchema, record, `${file}:${line}`)
    for (const word of [...row.words, ...row.joined.flatMap(joinedWords)]) {
      words.add(word, row.class)
      for (const family of ['form', 'kind']) if (row.class.startsWith(`${family}-`)) words.add(word, family)
    }
  }
  return words
}

/** Every word that takes one of each list of parts. */
function joinedWords(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>((words, next) => words.flatMap((word) => next.map((part) => word + part)), [''])
}

function readRules(lexicon: Lexicon, family: string): RelationRule[] {
  return lexicon.rules(family).map(({ record, file, line }) => {
    const rule = parse(relationRuleSchema, record, `${file}:${line}`)
    const sources = typeof rule.pattern === 'string' ? [rule.pattern] : rule.pattern
    try {
      return {
        ...rule,
        patterns: sources.map((source) =>
          compilePattern(source.replaceAll(/\b(Party|Body|Side|House)\b/g, (name) => LABEL_SETS[name] ?? name)),
        ),
      }
    } catch (cause) {
      throw new Error(`${file}:${line}: 规则 ${rule.id}：${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  })
}

function parse<Output>(schema: z.ZodType<Output>, record: unknown, place: string): Output {
  const result = schema.safeParse(record)
  if (result.success) return result.data
  throw new Error(`${place}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
}
