/** What stands before 工程, 项目, 建设 and 活动 and makes no proper name: a count, a pointer, a row of events, a slogan, a sentence. */

/** Words before a head: as the clause has them, and without what is no part of a name. */
export interface Wording {
  readonly whole: string
  readonly body: string
  readonly head: string
}

const WORKS = /^(?:建设|改造)?(?:工程|项目)|^建设/u
const ONLY_WORKS = /^(?:建设|改造)?(?:工程|项目)/u
/** 11项医疗设施建设工程, 三个工程; 三个一工程 is a name. */
const COUNTED = /(?:\d|[一二两三四五六七八九十百多数几]|若干)[余多]?(?:项|个(?!一)|处)/u
const POINTED = /^(?:这|那|上述|前述|以上|有些|一些|许多|不少|很多|其[他它余中]|所有|全部)/u
/** 一系列援疆活动, 多场健康活动: more than one, and none of them is called so. */
const ROW = /^(?:一?系列|一连串|多[场次项个种轮]|[各几数][类种项场次]|一[次场项个]|丰富多彩|(?:形式|内容)多样|多种形式)/u
const MANY = /^(?:活动|工程|项目|建设|运动)/u
/** 甲市援助乙县建设, 医疗领域共有…工程: a sentence, and no name. */
const TELLS = /共有|设有|总共|分别|属于|位于|列为|要求|指出|强调|认为|表示|即将|正在/u
const AID = /援助|支援|帮扶|援建|部署|扶持/u
/** 协会大型义诊活动: an event of those who hold it. */
const HELD_BY = /协会|学会|专委会|专业委员会/u
/** 建一流, 创优质, 铸精品: what builders call for. */
const CALLED_FOR =
  /^(?:努力|全力|确保|争)?(?:创|建|争|树|铸|筑|塑|抓|造|办|修|做|干|盖|保|赶|抢)(?!健康)[\u4e00-\u9fff]{2,3}$|[创建争树铸筑塑造办做](?:优质|一流|精品|样板|标杆|品牌|放心|满意|民心)$/u
/** 关心支持, 精品, 民心, 公共卫生, 医疗基础设施: words for the care of works, for their worth, and for what is built. */
const PLAIN =
  /^(?:关心|支持|重视|关注|监督|配合|参与|了解|督导|督战|调度|推动|确保|优质|一流|精品|样板|标杆|民心|民生|放心|满意|德政|暖心|良心|阳光|廉洁|廉政|百年|安全|重点|重大|标志性?|代表性?|亮点|龙头|一号|头号|省级|市级|区级|县级|国家|省|市|县|区|全|好|公共卫生|医疗卫生|卫生健康|卫生|医疗|基础|设施|配套|实事|建设|领域|方面|类|[两三四五六七八九十\d]大|和|及|与|、|的)+$/u

/** 强基层、抓|项目: what is sought, one after the other. */
const SEEKS = /(?:^|、)[抓争跑谋引推促]$/u

/** Whether words before a head name nothing, however many matters of health they hold. */
export function namesNothing({ whole, body, head }: Wording): boolean {
  if (POINTED.test(body) || SEEKS.test(body) || (MANY.test(head) && ROW.test(whole))) return true
  if (WORKS.test(head) && (COUNTED.test(whole) || TELLS.test(body))) return true
  if (ONLY_WORKS.test(head) && (PLAIN.test(body) || CALLED_FOR.test(body))) return true
  if (head.startsWith('建设') && AID.test(body)) return true
  return head.includes('活动') && HELD_BY.test(body)
}
