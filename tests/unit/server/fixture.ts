/** A small graph in a real embedded store: two districts with documents, a partner from outside, plans and deeds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AttributeValues, ClaimedType, Document, Entity, EntityLabel, Relation } from '../../../cypher/model/index.ts'
import { openStore, type GraphStore, type StoredClaim } from '../../../cypher/store/index.ts'

export const ids = {
  province: 'district/330000',
  city: 'district/330200',
  fenghua: 'district/330213',
  cixi: 'district/330282',
  town: 'district/330213101',
  tcm: 'hospital/330213/中医医院',
  campus: 'hospital/330213101/分院',
  cancer: 'hospital/330000/省肿瘤医院',
  longshan: 'hospital/330282/龙山医院',
  alliance: 'consortium/330213/医共体',
  works: 'project/hospital/330213/中医医院/迁建',
  family: 'program/家庭医生签约服务',
  green: 'program/330213/青鸟探巢',
} as const

export const documents = { fenghua: 'a'.repeat(64), cixi: 'b'.repeat(64) } as const

/** Id of a relation of this graph. */
export function lineId(type: ClaimedType, from: string, to: string): string {
  return `${type}(${from})(${to})`
}

interface ThingOptions {
  readonly attrs?: AttributeValues
  readonly aliases?: string[]
  readonly documents?: number
}

function thing(
  id: string,
  label: EntityLabel,
  name: string,
  { attrs = {}, aliases = [], documents: count = 1 }: ThingOptions = {},
): Entity {
  return { id, label, name, aliases, attrs, statements: [], mentions: [], documents: count, firstYear: 2022, lastYear: 2023 }
}

function line(type: ClaimedType, from: string, to: string, attrs: AttributeValues = {}): Relation {
  const common = { basis: 'text', attrs, documents: 1, confidence: 0.9, firstYear: 2022, lastYear: 2022, evidence: [] } as const
  return { id: lineId(type, from, to), type, from, to, ...common, evidence: [] }
}

const entities: Entity[] = [
  thing(ids.province, 'District', '浙江省', { attrs: { level: 'province', adcode: '330000' } }),
  thing(ids.city, 'District', '宁波市', { attrs: { level: 'city' } }),
  thing(ids.fenghua, 'District', '奉化区', { attrs: { level: 'county' } }),
  thing(ids.cixi, 'District', '慈溪市', { attrs: { level: 'county' } }),
  thing(ids.town, 'District', '西坞街道', { attrs: { level: 'township' } }),
  thing(ids.tcm, 'Hospital', '宁波市奉化区中医医院', { attrs: { kind: 'tcm', grade: '三级甲等' }, aliases: ['区中医医院'] }),
  thing(ids.campus, 'Hospital', '西坞分院', { attrs: { kind: 'campus' } }),
  thing(ids.cancer, 'Hospital', '浙江省肿瘤医院', { attrs: { kind: 'specialist' }, documents: 2 }),
  thing(ids.longshan, 'Hospital', '慈溪市龙山医院'),
  thing(ids.alliance, 'Consortium', '奉化区医共体', { attrs: { kind: '医共体' } }),
  thing(ids.works, 'Project', '宁波市奉化区中医医院迁建工程', { attrs: { status: 'planned', investment: 66_000 } }),
  thing(ids.family, 'Program', '家庭医生签约服务', { attrs: { family: 'family_doctor' }, documents: 2 }),
  thing(ids.green, 'Program', '青鸟探巢', { attrs: { family: 'family_planning_support' } }),
]

const relations: Relation[] = [
  line('PART_OF', ids.city, ids.province),
  line('PART_OF', ids.fenghua, ids.city),
  line('PART_OF', ids.cixi, ids.city),
  line('PART_OF', ids.town, ids.fenghua),
  line('LOCATED_IN', ids.tcm, ids.fenghua),
  line('LOCATED_IN', ids.campus, ids.town),
  line('LOCATED_IN', ids.cancer, ids.province),
  line('LOCATED_IN', ids.longshan, ids.cixi),
  line('COOPERATES_WITH', ids.cancer, ids.tcm, { form: '签约', forms: ['签约'], status: 'in_effect', year: 2022 }),
  line('COOPERATES_WITH', ids.cancer, ids.longshan, { form: '合作', forms: ['合作'], status: 'planned' }),
  line('MEMBER_OF', ids.tcm, ids.alliance, { role: 'lead' }),
  line('CONSTRUCTS', ids.tcm, ids.works, { status: 'planned' }),
  line('PARTICIPATES_IN', ids.fenghua, ids.family, { status: 'in_effect', role: 'lead' }),
  line('PARTICIPATES_IN', ids.cixi, ids.family, { status: 'planned' }),
  line('PARTICIPATES_IN', ids.fenghua, ids.green, {}),
]

export const texts = {
  fenghua: '奉化区卫生健康局2022年工作总结。区中医医院与省肿瘤医院签订合作协议。推进家庭医生签约服务。<b>不是标记</b>',
  cixi: '慈溪市2023年工作要点。计划龙山医院与省肿瘤医院合作。',
} as const

function claim(
  document: string,
  number: number,
  about: { relation: string; text: string; quote: string; said: AttributeValues },
): StoredClaim {
  const start = about.text.indexOf(about.quote)
  return {
    id: `claim/${document.slice(0, 12)}/${number}`,
    relation: about.relation,
    kind: 'relation',
    quote: about.quote,
    start,
    end: start + about.quote.length,
    rule: 'cooperation/a-with-b-sign',
    confidence: 0.9,
    said: JSON.stringify(about.said),
  }
}

function document(id: string, text: string, rest: Partial<Document>): Document & { path: string } {
  const common = { publisher: null, published: null, url: null, source: null, speaker: null, problems: [], home: [] }
  return { id, title: null, year: 2022, kind: 'annual_summary', text, path: 'reports/one.txt', ...common, ...rest }
}

async function fill(store: GraphStore): Promise<void> {
  const nothing = { entities: [], relations: [], gone: { entities: [], relations: [] } }
  const signed = lineId('COOPERATES_WITH', ids.cancer, ids.tcm)
  await store.writeDocument({
    document: document(documents.fenghua, texts.fenghua, {
      title: '2022年工作总结',
      home: [{ id: ids.fenghua, name: '奉化区', level: 'county' }],
      problems: [{ code: 'read.mojibake', message: '结尾有乱码', start: 10, end: 16 }],
    }),
    claims: [
      claim(documents.fenghua, 0, {
        relation: signed,
        text: texts.fenghua,
        quote: '区中医医院与省肿瘤医院签订合作协议。',
        said: { form: '签约', status: 'in_effect', year: 2022 },
      }),
    ],
    ...nothing,
    entities,
    relations,
  })
  await store.writeDocument({
    document: document(documents.cixi, texts.cixi, {
      title: '2023年工作要点',
      year: 2023,
      kind: 'work_plan',
      home: [{ id: ids.cixi, name: '慈溪市', level: 'county' }],
    }),
    claims: [],
    ...nothing,
  })
}

export interface Fixture {
  readonly store: GraphStore
  readonly close: () => Promise<void>
}

/** The graph in a store of its own, in a folder that goes with it. */
export async function openFixture(): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'yilian-server-'))
  const store = await openStore({ kind: 'embedded', folder })
  await fill(store)
  const close = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, close }
}
