/** Whether 青岚县总医院 is one hospital in a text, and not the consortium of its county. */

const OF_COUNTY = /[县区市旗]总医院/u
/** What ties other bodies to it, or tells how it was made. */
const TIES =
  /医共体|共同体|健共体|成员|分院|院区|组建|整合|组成|卫生院|乡镇|镇街|托管|统一管理|统管|一体化|集团|县域|改革|(?:挂牌|成立|揭牌)[^，。；]{0,14}总医院|总医院[^，。；与和同]{0,10}(?:挂牌|成立|揭牌)|下辖|下设|划归|纳入|并入|基层|龙头|牵头|村卫生室|总医院（|(?<![与和同][^，。；]{0,30})总医院、|[县区市旗]人民医院|[县区市旗]中医|妇幼/u
/** What hospitals have and do. */
const ACTS =
  /总医院(?:党委|党总支|副?院长|副?书记|专家|医护|医生|[〇㐀-鿿]{1,3}科(?!技)|门诊|急诊|住院)|[与和同](?:[^，。；]{2,24}、)?[〇㐀-鿿]{2,8}总医院(?:、[^，。；]{2,24}?)?(?:签|举行|开展|达成|建立|共建|结成)|总医院(?:先是|先后|分别|还|也|又|已|年内|今年|正式|继续|\d{1,2}月)*(?:与|和|同|跟|携手|牵手)[^，。；]{2,40}?(?:签|达成|合作|共建|结成|结对|协议|开通|建立)/u
/** 签订《专科托管协议书》: of a department, and of no other body. */
const OF_DEPARTMENT = /《[^》]*》|(?:专科|科室|学科|[〇㐀-鿿]科)托管/gu

/** Where it acts as a hospital does and no sentence that names it ties another body to it. */
export function isOneHospital(sentences: readonly { readonly text: string }[]): boolean {
  let acts = false
  for (const { text } of sentences) {
    if (!text.includes('总医院') || !OF_COUNTY.test(text)) continue
    const said = text
      .split('；')
      .filter((part) => part.includes('总医院'))
      .join('；')
    if (TIES.test(said.replace(OF_DEPARTMENT, ''))) return false
    acts ||= ACTS.test(said)
  }
  return acts
}
