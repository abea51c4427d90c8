/** Every node label with its captions and attributes (ontology.md, "Nodes"). */
import { attributesSchema, type Attributes, type Caption } from './attributes.ts'
import { families } from './families.ts'
import { projectStatuses } from './statuses.ts'

export interface LabelDefinition {
  readonly caption: Caption
  readonly attributes: Attributes
}

export const districtLevels = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '地级', en: 'prefecture' },
  county: { zh: '县级', en: 'county' },
  township: { zh: '乡级', en: 'township' },
} as const satisfies Record<string, Caption>
export type DistrictLevel = keyof typeof districtLevels

export const hospitalKinds = {
  general: { zh: '综合医院', en: 'general' },
  tcm: { zh: '中医医院', en: 'Chinese medicine' },
  maternal_child: { zh: '妇幼保健', en: 'maternal and child' },
  specialist: { zh: '专科医院', en: 'specialist' },
  primary: { zh: '基层机构', en: 'primary care' },
  campus: { zh: '院区', en: 'campus' },
  rehab: { zh: '康复护理', en: 'rehabilitation' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Caption>

export const institutionKinds = {
  university: { zh: '高校', en: 'university' },
  government: { zh: '政府部门', en: 'government' },
  company: { zh: '企业', en: 'company' },
  research: { zh: '科研机构', en: 'research' },
  public_health: { zh: '公共卫生机构', en: 'public health' },
  centre: { zh: '中心', en: 'centre' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Caption>

export const consortiumKinds = {
  医联体: { zh: '医联体', en: 'medical alliance' },
  医共体: { zh: '医共体', en: 'county consortium' },
  专科联盟: { zh: '专科联盟', en: 'specialty alliance' },
  医疗集团: { zh: '医疗集团', en: 'hospital group' },
  远程协作网: { zh: '远程协作网', en: 'telemedicine network' },
} as const satisfies Record<string, Caption>

export const worksKinds = {
  new: { zh: '新建', en: 'new' },
  relocation: { zh: '迁建', en: 'relocation' },
  expansion: { zh: '扩建', en: 'expansion' },
  renovation: { zh: '改造', en: 'renovation' },
} as const satisfies Record<string, Caption>

export const documentKinds = {
  annual_summary: { zh: '年度总结', en: 'annual summary' },
  work_plan: { zh: '工作要点', en: 'work plan' },
  plan: { zh: '规划方案', en: 'plan' },
  news: { zh: '新闻', en: 'news' },
  feature: { zh: '专题报道', en: 'feature' },
  report: { zh: '报告', en: 'report' },
  notice: { zh: '通知公告', en: 'notice' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Caption>
export type DocumentKind = keyof typeof documentKinds

export const labelDefinitions = {
  District: {
    caption: { zh: '地区', en: 'District' },
    attributes: {
      level: { kind: 'choice', caption: { zh: '层级', en: 'Level' }, choices: districtLevels },
      adcode: { kind: 'text', caption: { zh: '区划代码', en: 'Division code' } },
      masked: { kind: 'boolean', caption: { zh: '隐去名称', en: 'Masked' } },
    },
  },
  Hospital: {
    caption: { zh: '医院', en: 'Hospital' },
    attributes: {
      kind: { kind: 'choice', caption: { zh: '类别', en: 'Kind' }, choices: hospitalKinds },
      grade: { kind: 'text', caption: { zh: '等级', en: 'Grade' } },
      beds: { kind: 'number', unit: '张', caption: { zh: '床位', en: 'Beds' } },
    },
  },
  Institution: {
    caption: { zh: '机构', en: 'Institution' },
    attributes: { kind: { kind: 'choice', caption: { zh: '类别', en: 'Kind' }, choices: institutionKinds } },
  },
  Consortium: {
    caption: { zh: '联合体', en: 'Consortium' },
    attributes: { kind: { kind: 'choice', caption: { zh: '类别', en: 'Kind' }, choices: consortiumKinds } },
  },
  Project: {
    caption: { zh: '工程', en: 'Project' },
    attributes: {
      works: { kind: 'choice', caption: { zh: '建设性质', en: 'Works' }, choices: worksKinds },
      status: { kind: 'choice', caption: { zh: '进度', en: 'Status' }, choices: projectStatuses },
      investment: { kind: 'number', unit: '万元', caption: { zh: '总投资', en: 'Investment' } },
      invested: { kind: 'number', unit: '万元', caption: { zh: '已完成投资', en: 'Invested' } },
      investedInYear: { kind: 'number', unit: '万元', caption: { zh: '当年投资', en: 'Invested in the year' } },
      floorArea: { kind: 'number', unit: 'm²', caption: { zh: '建筑面积', en: 'Floor area' } },
      landArea: { kind: 'number', unit: 'm²', caption: { zh: '用地面积', en: 'Land area' } },
      beds: { kind: 'number', unit: '张', caption: { zh: '床位', en: 'Beds' } },
      year: { kind: 'number', caption: { zh: '状态年份', en: 'Year of status' } },
      expected: { kind: 'number', caption: { zh: '预计完成', en: 'Expected' } },
    },
  },
  Program: {
    caption: { zh: '举措', en: 'Program' },
    attributes: {
      family: { kind: 'choice', caption: { zh: '举措类别', en: 'Family' }, choices: families },
      startYear: { kind: 'number', caption: { zh: '起始年份', en: 'Start year' } },
    },
  },
  ProgramFamily: {
    caption: { zh: '举措类别', en: 'Program family' },
    attributes: { caption: { kind: 'text', caption: { zh: '名称', en: 'Caption' } } },
  },
  Document: {
    caption: { zh: '文档', en: 'Document' },
    attributes: {
      title: { kind: 'text', caption: { zh: '标题', en: 'Title' } },
      publisher: { kind: 'text', caption: { zh: '发布单位', en: 'Publisher' } },
      year: { kind: 'number', caption: { zh: '所述年份', en: 'Year' } },
      kind: { kind: 'choice', caption: { zh: '类别', en: 'Kind' }, choices: documentKinds },
      published: { kind: 'date', caption: { zh: '发布日期', en: 'Published' } },
      url: { kind: 'text', caption: { zh: '网址', en: 'URL' } },
      source: { kind: 'text', caption: { zh: '来源', en: 'Source' } },
      path: { kind: 'text', caption: { zh: '文件', en: 'File' } },
      characters: { kind: 'number', caption: { zh: '字数', en: 'Characters' } },
      text: { kind: 'text', caption: { zh: '全文', en: 'Text' } },
    },
  },
  Claim: {
    caption: { zh: '出处', en: 'Claim' },
    attributes: {
      relation: { kind: 'text', caption: { zh: '所述关系', en: 'Relation' } },
      quote: { kind: 'text', caption: { zh: '原句', en: 'Quote' } },
      start: { kind: 'number', caption: { zh: '起', en: 'Start' } },
      end: { kind: 'number', caption: { zh: '止', en: 'End' } },
      page: { kind: 'number', caption: { zh: '页', en: 'Page' } },
      rule: { kind: 'text', caption: { zh: '规则', en: 'Rule' } },
      confidence: { kind: 'number', caption: { zh: '可信度', en: 'Confidence' } },
      said: { kind: 'text', caption: { zh: '本句所述', en: 'What the sentence says' } },
    },
  },
} as const satisfies Record<string, LabelDefinition>

export type Label = keyof typeof labelDefinitions
export const labels = Object.keys(labelDefinitions) as Label[]

/** Labels of the domain graph that a person sees as things; ProgramFamily, Document and Claim stand beside it. */
export const entityLabels = ['District', 'Hospital', 'Institution', 'Consortium', 'Project', 'Program'] as const satisfies readonly Label[]
export type EntityLabel = (typeof entityLabels)[number]

/** Properties that every domain node has beside its own attributes. */
export const entityProperties = ['id', 'name', 'aliases', 'documents', 'firstYear', 'lastYear'] as const

export const labelAttributes = Object.fromEntries(
  labels.map((label) => [label, attributesSchema(labelDefinitions[label].attributes)]),
) as Record<Label, ReturnType<typeof attributesSchema>>
