/** Parameters of algorithms: one record says what a value is, how it is checked, and what people read. */
import { z } from 'zod'
import {
  agreementStatuses,
  entityLabels,
  forms,
  labelDefinitions,
  participationStatuses,
  projectStatuses,
  relationDefinitions,
  type Caption,
  type ClaimedType,
} from '../model/index.ts'
import { StoreError } from '../store/port.ts'
import { UNSTATED, weightings } from './selection.ts'

export type ParameterKind = 'id' | 'ids' | 'number' | 'boolean' | 'choice' | 'choices'

export interface AlgorithmParameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly caption: Caption
  readonly schema: z.ZodType
  /** Absent: the value must be given. */
  readonly usual?: unknown
  readonly choices?: Readonly<Record<string, Caption>>
  readonly least?: number
  readonly most?: number
}

/** Relation types along which things are connected; where something stands is no connection. */
export const networkTypes = [
  'COOPERATES_WITH',
  'MEMBER_OF',
  'CONSTRUCTS',
  'PARTICIPATES_IN',
  'BRANCH_OF',
  'AFFILIATED_WITH',
] as const satisfies readonly ClaimedType[]

const LONGEST_ID = 2000
const MOST_IDS = 2000

/** The part of a definition that its kind does not give. */
interface Told {
  readonly zh: string
  readonly en: string
  readonly usual?: unknown
}

function parameter(name: string, kind: ParameterKind, { zh, en, ...rest }: Told & Omit<AlgorithmParameter, 'name' | 'kind' | 'caption'>) {
  return { name, kind, caption: { zh, en }, ...rest } satisfies AlgorithmParameter
}

const id = z.string().min(1).max(LONGEST_ID)

export function idParameter(name: string, told: Told): AlgorithmParameter {
  return parameter(name, 'id', { ...told, schema: id })
}

export function idsParameter(name: string, told: Told): AlgorithmParameter {
  return parameter(name, 'ids', { ...told, schema: z.array(id).max(MOST_IDS) })
}

/** `whole` unless the least value is a fraction. A usual value of null lets the value be left open. */
export function numberParameter(name: string, told: Told & { readonly least: number; readonly most: number }): AlgorithmParameter {
  const number = z.number().min(told.least).max(told.most)
  // From 0 to 1 is a share.
  const whole = Number.isInteger(told.least) && told.most > 1 ? number.int() : number
  return parameter(name, 'number', { ...told, schema: told.usual === null ? whole.nullable() : whole })
}

export function booleanParameter(name: string, told: Told): AlgorithmParameter {
  return parameter(name, 'boolean', { ...told, schema: z.boolean() })
}

function words(choices: Readonly<Record<string, Caption>>): z.ZodType<string> {
  return z.enum(Object.keys(choices) as [string, ...string[]])
}

export function choiceParameter(name: string, told: Told & { readonly choices: Readonly<Record<string, Caption>> }): AlgorithmParameter {
  return parameter(name, 'choice', { ...told, schema: words(told.choices) })
}

export function choicesParameter(name: string, told: Told & { readonly choices: Readonly<Record<string, Caption>> }): AlgorithmParameter {
  return parameter(name, 'choices', { ...told, schema: z.array(words(told.choices)) })
}

const captionsOf = <K extends string>(names: readonly K[], of: (name: K) => Caption): Record<string, Caption> =>
  Object.fromEntries(names.map((name) => [name, of(name)]))

const kindChoices = captionsOf(entityLabels, (label) => labelDefinitions[label].caption)

export const typeChoices = captionsOf(networkTypes, (type) => relationDefinitions[type].caption)

/** The part of the network; the same for every algorithm that runs over it. */
export const selectionParameters: readonly AlgorithmParameter[] = [
  choicesParameter('types', { zh: '关系类型（空为全部）', en: 'Relation types (empty for all)', choices: typeChoices, usual: [] }),
  choicesParameter('kinds', { zh: '两端的类型（空为全部）', en: 'Kinds of both ends (empty for all)', choices: kindChoices, usual: [] }),
  choicesParameter('forms', {
    zh: '合作形式（空为全部；给出后只留有此形式的合作）',
    en: 'Forms (empty for all; when given, only cooperations of these forms are kept)',
    choices: captionsOf(Object.keys(forms) as (keyof typeof forms)[], (form) => forms[form].caption),
    usual: [],
  }),
  choicesParameter('statuses', {
    zh: '状态（空为全部）',
    en: 'Statuses (empty for all)',
    choices: { ...agreementStatuses, ...participationStatuses, ...projectStatuses, [UNSTATED]: { zh: '未注明', en: 'not stated' } },
    usual: [],
  }),
  idsParameter('districts', {
    zh: '地区编号：至少一端在其中或其下（空为全部）',
    en: 'Ids of districts: at least one end stands in or below one (empty for all)',
    usual: [],
  }),
  numberParameter('from', { zh: '最早年份', en: 'From year', least: 1900, most: 2200, usual: null }),
  numberParameter('to', { zh: '最晚年份', en: 'To year', least: 1900, most: 2200, usual: null }),
  numberParameter('documents', { zh: '至少几篇独立文档', en: 'At least so many independent documents', least: 0, most: 1000, usual: 0 }),
  numberParameter('confidence', { zh: '可信度至少', en: 'Confidence at least', least: 0, most: 1, usual: 0 }),
]

export const weightParameter = choiceParameter('weight', {
  zh: '边的权重：两者间的关系怎样计',
  en: 'Weight of an edge: how the relations between two count',
  choices: weightings,
  usual: 'relations',
})

export const projectedKinds = captionsOf(['Hospital', 'District', 'Institution'], (label) => labelDefinitions[label].caption)

/** The parameters with the usual values filled in. Throws StoreError `algorithm.bad-parameter`, which says which one and why. */
export function checkGiven(
  { name, parameters }: { readonly name: string; readonly parameters: readonly AlgorithmParameter[] },
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const unknown = Object.keys(given).find((key) => !parameters.some((one) => one.name === key))
  if (unknown !== undefined) {
    const known = parameters.map((one) => one.name).join('、')
    throw new StoreError('algorithm.bad-parameter', `算法 ${name} 没有参数 ${unknown}；可以给的是 ${known}。`)
  }
  return Object.fromEntries(parameters.map((one) => [one.name, checkOne(name, one, given[one.name])]))
}

function checkOne(algorithm: string, { name, caption, schema, usual, choices }: AlgorithmParameter, given: unknown): unknown {
  if (given === undefined) {
    if (usual === undefined) throw new StoreError('algorithm.bad-parameter', `算法 ${algorithm} 缺少参数 ${name}（${caption.zh}）。`)
    return usual
  }
  const checked = schema.safeParse(given)
  if (checked.success) return checked.data
  const reason = choices === undefined ? z.prettifyError(checked.error).replaceAll('\n', '；') : `应取自 ${Object.keys(choices).join('、')}`
  throw new StoreError('algorithm.bad-parameter', `算法 ${algorithm} 的参数 ${name}（${caption.zh}）不对：${reason}`)
}
