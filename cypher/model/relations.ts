/** Every relation type with its ends, captions and attributes (ontology.md, "Relations"). */
import { attributesSchema, type Attributes, type Caption } from './attributes.ts'
import { forms } from './forms.ts'
import type { Label } from './labels.ts'
import { agreementStatuses, participationStatuses, projectStatuses } from './statuses.ts'

export interface RelationDefinition {
  readonly caption: Caption
  readonly from: readonly Label[]
  readonly to: readonly Label[]
  readonly directed: boolean
  /** Whether the relation may rest on the divisions table or a name instead of a sentence. */
  readonly needsSentence: boolean
  readonly attributes: Attributes
}

const formChoices = Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, form.caption]))
const year = { kind: 'number', caption: { zh: '年份', en: 'Year' } } as const
const parties = ['Hospital', 'Institution', 'District'] as const
const placed = {
  basis: {
    kind: 'choice',
    caption: { zh: '依据', en: 'Basis' },
    choices: {
      text: { zh: '原文', en: 'text' },
      name: { zh: '由名称推定', en: 'from the name' },
      gazetteer: { zh: '区划表', en: 'divisions table' },
    },
  },
} as const

export const relationDefinitions = {
  COOPERATES_WITH: {
    caption: { zh: '合作', en: 'cooperates with' },
    from: parties,
    to: parties,
    directed: false,
    needsSentence: true,
    attributes: {
      form: { kind: 'choice', caption: { zh: '形式', en: 'Form' }, choices: formChoices },
      forms: { kind: 'list', caption: { zh: '各种形式', en: 'Forms' } },
      date: { kind: 'date', caption: { zh: '日期', en: 'Date' } },
      year,
      endYear: { kind: 'number', caption: { zh: '期满年份', en: 'End year' } },
      status: { kind: 'choice', caption: { zh: '状态', en: 'Status' }, choices: agreementStatuses },
      specialties: { kind: 'list', caption: { zh: '专科', en: 'Specialties' } },
    },
  },
  MEMBER_OF: {
    caption: { zh: '成员', en: 'member of' },
    from: ['Hospital', 'Institution'],
    to: ['Consortium'],
    directed: true,
    needsSentence: true,
    attributes: {
      role: {
        kind: 'choice',
        caption: { zh: '角色', en: 'Role' },
        choices: { lead: { zh: '牵头', en: 'lead' }, member: { zh: '成员', en: 'member' } },
      },
      status: { kind: 'choice', caption: { zh: '状态', en: 'Status' }, choices: agreementStatuses },
      year,
    },
  },
  CONSTRUCTS: {
    caption: { zh: '建设', en: 'constructs' },
    from: parties,
    to: ['Project'],
    directed: true,
    needsSentence: true,
    attributes: { status: { kind: 'choice', caption: { zh: '进度', en: 'Status' }, choices: projectStatuses }, year },
  },
  PARTICIPATES_IN: {
    caption: { zh: '参与举措', en: 'participates in' },
    from: ['District', 'Hospital', 'Institution'],
    to: ['Program'],
    directed: true,
    needsSentence: true,
    attributes: {
      role: {
        kind: 'choice',
        caption: { zh: '角色', en: 'Role' },
        choices: { lead: { zh: '主办', en: 'lead' }, partner: { zh: '参与', en: 'partner' } },
      },
      status: { kind: 'choice', caption: { zh: '状态', en: 'Status' }, choices: participationStatuses },
      year,
    },
  },
  BRANCH_OF: {
    caption: { zh: '分支', en: 'branch of' },
    from: ['Hospital'],
    to: ['Hospital'],
    directed: true,
    needsSentence: true,
    attributes: {},
  },
  AFFILIATED_WITH: {
    caption: { zh: '附属', en: 'affiliated with' },
    from: ['Hospital'],
    to: ['Institution'],
    directed: true,
    needsSentence: true,
    attributes: {},
  },
  LOCATED_IN: {
    caption: { zh: '所在', en: 'located in' },
    from: ['Hospital', 'Institution', 'Project', 'Consortium'],
    to: ['District'],
    directed: true,
    needsSentence: false,
    attributes: placed,
  },
  PART_OF: {
    caption: { zh: '隶属', en: 'part of' },
    from: ['District'],
    to: ['District'],
    directed: true,
    needsSentence: false,
    attributes: placed,
  },
  IN_FAMILY: {
    caption: { zh: '类别', en: 'in family' },
    from: ['Program'],
    to: ['ProgramFamily'],
    directed: true,
    needsSentence: false,
    attributes: {},
  },
  SPEAKS_FOR: {
    caption: { zh: '发文地', en: 'speaks for' },
    from: ['Document'],
    to: ['District'],
    directed: true,
    needsSentence: false,
    attributes: {},
  },
  STATED_IN: {
    caption: { zh: '见于', en: 'stated in' },
    from: ['Claim'],
    to: ['Document'],
    directed: true,
    needsSentence: false,
    attributes: {},
  },
} as const satisfies Record<string, RelationDefinition>

export type RelationType = keyof typeof relationDefinitions
export const relationTypes = Object.keys(relationDefinitions) as RelationType[]

/** Types that claims and folding make; IN_FAMILY, SPEAKS_FOR and STATED_IN follow from nodes. */
export const claimedTypes = [
  'COOPERATES_WITH',
  'MEMBER_OF',
  'CONSTRUCTS',
  'PARTICIPATES_IN',
  'BRANCH_OF',
  'AFFILIATED_WITH',
  'LOCATED_IN',
  'PART_OF',
] as const satisfies readonly RelationType[]
export type ClaimedType = (typeof claimedTypes)[number]

/** Properties that every folded relation has beside its own attributes. */
export const relationProperties = ['id', 'documents', 'confidence', 'firstYear', 'lastYear', 'basis', 'conflict'] as const

export const relationAttributes = Object.fromEntries(
  relationTypes.map((type) => [type, attributesSchema(relationDefinitions[type].attributes)]),
) as Record<RelationType, ReturnType<typeof attributesSchema>>
