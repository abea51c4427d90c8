/** A small graph built by hand: two counties of one city, three documents, every label and every relation type. */
import type { Entity, EntityLabel, Relation, ClaimedType } from '../../cypher/model/index.ts'
import { relationDefinitions } from '../../cypher/model/index.ts'
import type { DocumentWrite, StoredClaim } from '../../cypher/store/port.ts'

export const ids = {
  zhejiang: 'district/330000',
  ningbo: 'district/330200',
  fenghua: 'district/330213',
  cixi: 'district/330282',
  shanghai: 'district/310000',
  fenghuaHospital: 'hospital/330213/人民医院',
  fenghuaTcm: 'hospital/330213/中医医院',
  fangqiao: 'hospital/330200/第一医院方桥院区',
  ningboFirst: 'hospital/330200/第一医院',
  cixiHospital: 'hospital/330282/人民医院',
  cancer: 'hospital/330000/肿瘤医院',
  ruijin: 'hospital/310000/瑞金医院',
  university: 'institution/310000/交通大学医学院',
  consortium: 'consortium/330213/奉化区医共体',
  building: 'project/hospital/330213/人民医院/迁建',
  cityAction: 'program/@fenghua/健康奉化行动',
  cixiAction: 'program/@cixi/健康慈溪行动',
  familyDoctor: 'program/家庭医生签约服务',
  screening: 'program/两癌筛查',
} as const

export const documents = {
  fenghua2022: '1'.repeat(64),
  fenghua2023: '2'.repeat(64),
  cixi2022: '3'.repeat(64),
} as const

export function entity(id: string, label: EntityLabel, name: string, more: Partial<Entity> = {}): Entity {
  return { id, label, name, aliases: [], attrs: {}, statements: [], mentions: [], documents: 1, firstYear: 2022, lastYear: 2022, ...more }
}

export function relation(type: ClaimedType, ends: readonly [string, string], more: Partial<Relation> = {}): Relation {
  const [from, to] = relationDefinitions[type].directed || ends[0] <= ends[1] ? ends : [ends[1], ends[0]]
  return {
    id: `${type}(${from})(${to})`,
    type,
    from,
    to,
    basis: 'text',
    attrs: {},
    documents: 1,
    confidence: 0.9,
    firstYear: 2022,
    lastYear: 2022,
    evidence: [],
    ...more,
  }
}

export const entities: readonly Entity[] = [
  entity(ids.zhejiang, 'District', '浙江省', { attrs: { level: 'province', adcode: '330000' } }),
  entity(ids.ningbo, 'District', '宁波市', { attrs: { level: 'city', adcode: '330200' } }),
  entity(ids.fenghua, 'District', '奉化区', { attrs: { level: 'county', adcode: '330213' } }),
  entity(ids.cixi, 'District', '慈溪市', { attrs: { level: 'county', adcode: '330282' } }),
  entity(ids.shanghai, 'District', '上海市', { attrs: { level: 'province', adcode: '310000' } }),
  entity(ids.fenghuaHospital, 'Hospital', '宁波市奉化区人民医院', {
    aliases: ['奉化区人民医院', '奉化人民医院'],
    attrs: { kind: 'general', beds: 800, grade: '三级乙等' },
    documents: 2,
    lastYear: 2023,
    conflicts: [
      {
        key: 'beds',
        values: [
          { value: 800, documents: [documents.fenghua2022] },
          { value: 850, documents: [documents.cixi2022] },
        ],
      },
    ],
  }),
  entity(ids.fenghuaTcm, 'Hospital', '宁波市奉化区中医医院', { attrs: { kind: 'tcm' } }),
  entity(ids.ningboFirst, 'Hospital', '宁波市第一医院', { aliases: ['宁波一院'], attrs: { kind: 'general' } }),
  entity(ids.fangqiao, 'Hospital', '宁波市第一医院方桥院区', { attrs: { kind: 'campus' } }),
  entity(ids.cixiHospital, 'Hospital', '慈溪市人民医院', { attrs: { kind: 'general' } }),
  entity(ids.cancer, 'Hospital', '浙江省肿瘤医院', { attrs: { kind: 'specialist' } }),
  entity(ids.ruijin, 'Hospital', '上海交通大学医学院附属瑞金医院', { aliases: ['瑞金医院'], attrs: { kind: 'general' } }),
  entity(ids.university, 'Institution', '上海交通大学医学院', { attrs: { kind: 'university' } }),
  entity(ids.consortium, 'Consortium', '奉化区医共体', { attrs: { kind: '医共体' } }),
  entity(ids.building, 'Project', '宁波市奉化区人民医院迁建工程', {
    attrs: { works: 'relocation', status: 'under_construction', investment: 120_000, invested: 80_000.5, beds: 1000, year: 2023 },
    documents: 2,
    lastYear: 2023,
  }),
  entity(ids.cityAction, 'Program', '健康奉化行动', { attrs: { family: 'healthy_city_action' } }),
  entity(ids.cixiAction, 'Program', '健康慈溪行动', { attrs: { family: 'healthy_city_action' } }),
  entity(ids.familyDoctor, 'Program', '家庭医生签约服务', { attrs: { family: 'family_doctor' }, documents: 2 }),
  entity(ids.screening, 'Program', '两癌筛查', { attrs: { family: 'cancer_screening' } }),
]

const placed = (id: string, district: string): Relation =>
  relation('LOCATED_IN', [id, district], { basis: 'name', attrs: { basis: 'name' } })
const within = (id: string, district: string): Relation =>
  relation('PART_OF', [id, district], { basis: 'gazetteer', attrs: { basis: 'gazetteer' } })

export const cooperation = relation('COOPERATES_WITH', [ids.fenghuaHospital, ids.cancer], {
  attrs: { form: '专科联盟', forms: ['专科联盟', '签约'], status: 'in_effect', year: 2022, specialties: ['肿瘤科'] },
  documents: 2,
  lastYear: 2023,
})
export const silentPlan = relation('COOPERATES_WITH', [ids.fenghuaTcm, ids.ruijin], {
  attrs: { form: '签约', forms: ['签约'], status: 'planned', year: 2022 },
})

export const relations: readonly Relation[] = [
  within(ids.ningbo, ids.zhejiang),
  within(ids.fenghua, ids.ningbo),
  within(ids.cixi, ids.ningbo),
  placed(ids.fenghuaHospital, ids.fenghua),
  placed(ids.fenghuaTcm, ids.fenghua),
  placed(ids.ningboFirst, ids.ningbo),
  placed(ids.fangqiao, ids.fenghua),
  placed(ids.cixiHospital, ids.cixi),
  placed(ids.cancer, ids.zhejiang),
  placed(ids.ruijin, ids.shanghai),
  placed(ids.university, ids.shanghai),
  placed(ids.consortium, ids.fenghua),
  placed(ids.building, ids.fenghua),
  cooperation,
  silentPlan,
  relation('COOPERATES_WITH', [ids.cixiHospital, ids.cancer], {
    attrs: { form: '托管', forms: ['托管'], status: 'ended', year: 2022 },
    conflicts: [
      {
        key: 'status',
        values: [
          { value: 'ended', documents: [documents.cixi2022] },
          { value: 'in_effect', documents: [documents.fenghua2022] },
        ],
      },
    ],
  }),
  relation('COOPERATES_WITH', [ids.fenghuaHospital, ids.fenghuaTcm], { attrs: { form: '合作', forms: ['合作'] } }),
  relation('MEMBER_OF', [ids.fenghuaHospital, ids.consortium], { attrs: { role: 'lead', status: 'in_effect' } }),
  relation('MEMBER_OF', [ids.fenghuaTcm, ids.consortium], { attrs: { role: 'member' } }),
  relation('CONSTRUCTS', [ids.fenghuaHospital, ids.building], { attrs: { status: 'under_construction', year: 2023 }, lastYear: 2023 }),
  relation('BRANCH_OF', [ids.fangqiao, ids.ningboFirst]),
  relation('AFFILIATED_WITH', [ids.ruijin, ids.university]),
  relation('PARTICIPATES_IN', [ids.fenghua, ids.cityAction], { attrs: { role: 'lead', status: 'in_effect' } }),
  relation('PARTICIPATES_IN', [ids.cixi, ids.cixiAction], { attrs: { role: 'lead', status: 'planned', year: 2023 } }),
  relation('PARTICIPATES_IN', [ids.fenghua, ids.familyDoctor], { attrs: { status: 'achieved' } }),
  relation('PARTICIPATES_IN', [ids.cixiHospital, ids.familyDoctor], { attrs: { status: 'in_effect' } }),
  relation('PARTICIPATES_IN', [ids.cixi, ids.screening], { attrs: { status: 'in_effect' } }),
]

function claim(document: string, number: number, about: { target: string; quote: string; said: object }): StoredClaim {
  return {
    id: `claim/${document.slice(0, 12)}/${number}`,
    relation: about.target,
    kind: about.target.includes('(') ? 'relation' : 'statement',
    quote: about.quote,
    start: number * 100,
    end: number * 100 + about.quote.length,
    rule: 'cooperation/signed-with',
    confidence: 0.9,
    said: JSON.stringify(about.said),
  }
}

const byType = (type: ClaimedType, from: string): string => relations.find((one) => one.type === type && one.from === from)?.id ?? ''

const claimsOf: Readonly<Record<string, readonly StoredClaim[]>> = {
  [documents.fenghua2022]: [
    claim(documents.fenghua2022, 1, { target: cooperation.id, quote: '我区人民医院与省肿瘤医院签约', said: { form: '签约' } }),
    claim(documents.fenghua2022, 2, { target: silentPlan.id, quote: '计划与瑞金医院签约', said: { form: '签约', status: 'planned' } }),
    claim(documents.fenghua2022, 3, { target: ids.building, quote: '总投资10亿元', said: { investment: 100_000 } }),
    claim(documents.fenghua2022, 4, {
      target: byType('CONSTRUCTS', ids.fenghuaHospital),
      quote: '迁建工程开工',
      said: { status: 'started' },
    }),
    claim(documents.fenghua2022, 5, { target: byType('PARTICIPATES_IN', ids.fenghua), quote: '健康奉化行动', said: {} }),
  ],
  [documents.fenghua2023]: [
    claim(documents.fenghua2023, 1, { target: cooperation.id, quote: '与省肿瘤医院组建专科联盟', said: { form: '专科联盟' } }),
    claim(documents.fenghua2023, 2, {
      target: ids.building,
      quote: '总投资12亿元，已完成8亿元',
      said: { investment: 120_000, invested: 80_000.5 },
    }),
    claim(documents.fenghua2023, 3, {
      target: byType('CONSTRUCTS', ids.fenghuaHospital),
      quote: '迁建工程正在建设',
      said: { status: 'under_construction', year: 2023 },
    }),
  ],
  [documents.cixi2022]: [
    claim(documents.cixi2022, 1, { target: byType('PARTICIPATES_IN', ids.cixi), quote: '健康慈溪行动', said: { status: 'planned' } }),
  ],
}

const place = (id: string, name: string, level: 'province' | 'city' | 'county') => ({ id, name, level })

/** A write of one fixture document. The first brings the whole graph, the others nothing but themselves. */
export function fixtureWrite(id: string): DocumentWrite {
  const isFirst = id === documents.fenghua2022
  const county = id === documents.cixi2022 ? place(ids.cixi, '慈溪市', 'county') : place(ids.fenghua, '奉化区', 'county')
  return {
    document: {
      id,
      title: id === documents.fenghua2023 ? null : `${county.name}卫生健康工作总结`,
      publisher: `${county.name}卫生健康局`,
      year: id === documents.fenghua2023 ? 2023 : 2022,
      kind: id === documents.fenghua2023 ? 'feature' : 'annual_summary',
      published: '2023-01-05',
      url: null,
      source: null,
      home: [place(ids.zhejiang, '浙江省', 'province'), place(ids.ningbo, '宁波市', 'city'), county],
      speaker: null,
      text: '我区人民医院与省肿瘤医院签约。',
      problems: [{ code: 'read.no-title', message: '没有标题' }],
      path: `${id.slice(0, 4)}.txt`,
    },
    claims: claimsOf[id] ?? [],
    entities: isFirst ? entities : [],
    relations: isFirst ? relations : [],
    gone: { entities: [], relations: [] },
  }
}

export const fixtureWrites: readonly DocumentWrite[] = Object.values(documents).map(fixtureWrite)
