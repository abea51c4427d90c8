/** Word lists and name rules of programs, read from seeds/ and compiled once a lexicon. */
import { z } from 'zod'
import { familyNames, type FamilyName } from '../../../cypher/model/index.ts'
import { requiredWays } from '../../grammar/required-text.ts'
import { WordSet } from '../../grammar/word-set.ts'
import type { KnownProgram, Lexicon } from '../../lexicon/lexicon.ts'
import { SignWords } from './signs.ts'

export const programRuleSchema = z.strictObject({
  /** `programs/short-reason`, kept for life. */
  id: z.string().regex(/^programs\/[a-z0-9-]+$/),
  /** Regular expression over a sentence without quotation marks. {H} a Chinese character, {N} a number, {LV} a level (国家级, 省). */
  pattern: z.string(),
  /** Name, with groups as `$<group>`; the matched words where absent. */
  name: z.string().optional(),
  /** What makes two names one program; the name without its tail where absent. */
  core: z.string().optional(),
  family: z.enum(familyNames as [FamilyName, ...FamilyName[]]).optional(),
  /** `needed`: the group `place` must name a division, and the program belongs to it. */
  place: z.literal('needed').optional(),
  /** Another program's core (a regular expression): where the text has one such program, this is a name of it. */
  within: z.string().optional(),
  example: z.string(),
  nearMiss: z.string(),
})
/** A rule that was read. All rules have the same fields, so that reading one costs as little as it can. */
export interface ProgramRule {
  readonly id: string
  readonly pattern: RegExp
  readonly name: Template | undefined
  readonly core: Template | undefined
  readonly family: FamilyName | undefined
  readonly place: 'needed' | undefined
  readonly within: RegExp | undefined
  readonly example: string
  readonly nearMiss: string
}

/** Text and the names of groups by turns: `健康$<place>建设` is 健康, place, 建设. */
export type Template = readonly string[]

const templateOf = (source: string): Template => source.split(/\$<(\w+)>/u)

const MACROS: Readonly<Record<string, string>> = {
  H: '[\\u4e00-\\u9fff]',
  N: '(?:\\d+|[一二两三四五六七八九十百]+)',
  LV: '(?:(?:国家级?|全国|省级?|自治区级?|市级|县级)(?:、(?:省|市|区|县)级?)?)',
}

const LISTS = [
  'heads',
  'weak-heads',
  'quoted-heads',
  'openers',
  'not-openers',
  'soft-openers',
  'topics',
  'pilot-topics',
  'generic',
  'not-brands',
  'leading',
  'item-ends',
  'works',
  'service-kinds',
  'service-carriers',
  'service-manners',
  'planned',
  'continuing',
] as const
export type ProgramList = (typeof LISTS)[number]

export interface ProgramWords {
  readonly lists: Readonly<Record<ProgramList, WordSet>>
  readonly rules: readonly ProgramRule[]
  readonly signs: SignWords
  /** Known programs by every name without quotation marks. */
  readonly known: ReadonlyMap<string, KnownProgram>
}

const cache = new WeakMap<Lexicon, ProgramWords>()

/** The words and rules of a lexicon. Throws an Error with file and line for a row that does not read. */
export function programWords(lexicon: Lexicon): ProgramWords {
  let words = cache.get(lexicon)
  if (words === undefined) {
    const rules = lexicon.rules('programs').map(({ record, file, line }) => readRule(record, `${file}:${line}`))
    const known = new Map([...lexicon.programByName].map(([name, program]) => [withoutMarks(name), program]))
    words = {
      lists: Object.fromEntries(LISTS.map((list) => [list, new WordSet(lexicon.words(`program-${list}`))])) as Record<ProgramList, WordSet>,
      rules,
      signs: new SignWords(rules, known, { strong: lexicon.words('program-heads'), weak: lexicon.words('program-weak-heads') }),
      known,
    }
    cache.set(lexicon, words)
  }
  return words
}

/** Most names: nothing to take out, nothing to widen. */
const PLAIN = /^[\u4e00-\u9fff]*$/

/** A name as rules compare it: normalised widths, no quotation marks, no white space, full-width brackets. */
export function withoutMarks(name: string): string {
  if (PLAIN.test(name)) return name
  return name
    .normalize('NFKC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/[\s"“”'‘’「」『』]/gu, '')
}

function readRule(record: unknown, place: string): ProgramRule {
  const result = programRuleSchema.safeParse(record)
  if (!result.success)
    throw new Error(`${place}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  const { id, pattern, name, core, family, place: ofPlace, within, example, nearMiss } = result.data
  try {
    const compiled = new RegExp(
      pattern.replaceAll(/\{([A-Z]+)\}/g, (whole, name: string) => MACROS[name] ?? whole),
      'gu',
    )
    if (requiredWays(compiled.source) === undefined) throw new Error('没有一定出现的文字，无法先行筛选')
    return {
      id,
      pattern: compiled,
      name: name === undefined ? undefined : templateOf(name),
      core: core === undefined ? undefined : templateOf(core),
      family,
      place: ofPlace,
      within: within === undefined ? undefined : new RegExp(within, 'u'),
      example,
      nearMiss,
    }
  } catch (cause) {
    throw new Error(`${place}: 规则 ${id}：${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
