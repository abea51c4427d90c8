/** Words before a house that are no part of its name: of what grade its hospital is, that it is the hospital's, what the old house was. */

/** 二级综合医院新院区: of what grade it is. */
const OF_GRADE = /^(?:一|二|三)级(?:甲等|乙等)?(?:综合|专科|中医)?(?:性)?医院(?=新?院区|新院|新址|分院)/u

/** 医院新院区, 医院高水平医院建设综合楼: of the one hospital that is spoken of. */
const OF_THAT = /^(?:医院|卫生院|保健院)(?=新院区?$|新[址区]$|(?:国家|省级?)?(?:高水平医院|区域医疗中心|医学中心|疫情救治基地)建设)/u

/** 旧门诊楼改建康养中心: what the old house becomes. */
const OLD_INTO =
  /^(?:老|旧|原|闲置|腾退)[^，。；、]{1,8}?(?:改造|改建|扩建|装修)(?:为|成)?了?(?=[\u4e00-\u9fff]{2,10}(?:中心|楼|院|馆|基地|病区|用房|站|部))/u

/** Length of such words at `from`, before a house whose first word ends at `to`, in a clause that ends at `end`. */
export function openingAt(text: string, from: number, { to, end }: { readonly to: number; readonly end: number }): number {
  const name = text.slice(from, to)
  return (OF_GRADE.exec(name) ?? OF_THAT.exec(name) ?? OLD_INTO.exec(text.slice(from, end)))?.[0].length ?? 0
}
