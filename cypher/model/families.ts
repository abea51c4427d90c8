/** The closed list of initiative families (ontology.md, "Initiative families"): where differently named programs meet. */
import type { Caption } from './attributes.ts'

export const families = {
  healthy_city_action: { zh: '健康城市行动', en: 'Healthy city action' },
  health_promotion_area: { zh: '健康促进区县', en: 'Health-promoting county' },
  patriotic_health: { zh: '爱国卫生', en: 'Patriotic health' },
  medical_highland: { zh: '医学高地', en: 'Medical highland' },
  regional_centre: { zh: '区域医疗中心', en: 'Regional centre' },
  cooperation_drive: { zh: '合作办医', en: 'Cooperation drive' },
  county_consortium: { zh: '医共体建设', en: 'County consortium' },
  hospital_reform: { zh: '公立医院改革', en: 'Hospital reform' },
  primary_care: { zh: '基层医疗', en: 'Primary care' },
  public_health_service: { zh: '公共卫生服务', en: 'Public health service' },
  family_doctor: { zh: '家庭医生', en: 'Family doctor' },
  chronic_disease: { zh: '慢性病管理', en: 'Chronic disease' },
  cancer_screening: { zh: '疾病筛查', en: 'Screening' },
  infectious_disease: { zh: '传染病防控', en: 'Infectious disease' },
  vaccination: { zh: '疫苗接种', en: 'Vaccination' },
  mental_health: { zh: '精神卫生', en: 'Mental health' },
  maternal_child: { zh: '妇幼健康', en: 'Maternal and child' },
  childcare: { zh: '托育', en: 'Childcare' },
  ageing: { zh: '老年健康', en: 'Ageing' },
  family_planning_support: { zh: '计生帮扶', en: 'Family planning support' },
  tcm: { zh: '中医药', en: 'Chinese medicine' },
  oral_and_vision: { zh: '口腔与视力', en: 'Oral and vision' },
  digital_health: { zh: '数字健康', en: 'Digital health' },
  talent: { zh: '人才', en: 'Talent' },
  clean_hospital: { zh: '清廉医院', en: 'Clean hospital' },
  party_building: { zh: '党建', en: 'Party building' },
  supervision_law: { zh: '监督与法治', en: 'Supervision and law' },
  safety_emergency: { zh: '平安与急救', en: 'Safety and emergency' },
  pairing_aid: { zh: '对口协作', en: 'Pairing aid' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Caption>

export type FamilyName = keyof typeof families
export const familyNames = Object.keys(families) as FamilyName[]
