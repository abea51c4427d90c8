/** Forms of a cooperation, most specific first; `wordings` are how texts say it (ontology.md, "form"). */
import type { Caption } from './attributes.ts'

export interface Form {
  readonly caption: Caption
  readonly wordings: readonly string[]
}

export const forms = {
  托管: { caption: { zh: '托管', en: 'trusteeship' }, wordings: ['托管', '一体化管理', '领办', '整体接管'] },
  医联体: { caption: { zh: '医联体', en: 'medical alliance' }, wordings: ['医联体', '紧密型医联体', '医疗集团'] },
  专科联盟: { caption: { zh: '专科联盟', en: 'specialty alliance' }, wordings: ['专科联盟', '专病联盟'] },
  名医工作室: {
    caption: { zh: '名医工作室', en: 'expert studio' },
    wordings: ['名医工作室', '名中医工作室', '专家工作室', '专家工作站', '工作馆', '援疆工作馆'],
  },
  专家派驻: {
    caption: { zh: '专家派驻', en: 'visiting experts' },
    wordings: ['专家派驻', '专家坐诊', '专家驻点', '驻点', '派驻', '人才派驻', '挂职', '下沉'],
  },
  对口支援: {
    caption: { zh: '对口支援', en: 'paired aid' },
    wordings: ['对口支援', '对口帮扶', '对口指导', '结对', '东西部协作', '山海协作', '支援', '援疆'],
  },
  远程医疗: { caption: { zh: '远程医疗', en: 'telemedicine' }, wordings: ['远程医疗', '远程会诊', '远程影像', '远程门诊'] },
  教学科研: {
    caption: { zh: '教学科研', en: 'teaching and research' },
    wordings: ['教学科研', '教学医院', '教学协作医院', '人才培养', '研究生培养', '实习基地'],
  },
  依托运行: { caption: { zh: '依托运行', en: 'run with support' }, wordings: ['依托运行', '依托'] },
  技术协作: {
    caption: { zh: '技术协作', en: 'technical cooperation' },
    wordings: ['技术协作', '技术支持', '协作单位', '双向转诊', '转诊通道', '紧密型科室建设'],
  },
  挂牌: { caption: { zh: '挂牌', en: 'plaque' }, wordings: ['挂牌', '加挂', '揭牌'] },
  共建: { caption: { zh: '共建', en: 'joint building' }, wordings: ['共建', '合作共建', '合作办医', '联合病房', '联合门诊'] },
  合作: { caption: { zh: '合作', en: 'cooperation' }, wordings: ['合作', '全面合作', '深度合作', '对接'] },
  签约: { caption: { zh: '签约', en: 'signed agreement' }, wordings: ['签约', '签订协议', '签署协议', '框架协议', '续签'] },
  其他: { caption: { zh: '其他', en: 'other' }, wordings: [] },
} as const satisfies Record<string, Form>

export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as FormName[]

/** Rank of a form: 0 is the most specific; unknown names rank last. */
export function formRank(form: string): number {
  const rank = formNames.indexOf(form as FormName)
  return rank < 0 ? formNames.length : rank
}

/** The most specific of several forms. */
export function mostSpecificForm(names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => formRank(a) - formRank(b))[0]
}
