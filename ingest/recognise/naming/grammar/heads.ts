/** Finds the heads of names in a sentence: 医院, 卫生局, 专科联盟 … */
import { Trie } from '../../../grammar/trie.ts'
import { afterOrdinalDoctor, headsBySort, ordinalHeads, type HeadSort } from '../words.ts'

const heads = new Trie<HeadSort>()
for (const [sort, words] of Object.entries(headsBySort)) for (const word of words) heads.set(word, sort as HeadSort)
for (const numeral of '一二三四五六')
  for (const word of [`${numeral}附院`, `附${numeral}院`, `附${numeral}医院`]) heads.set(word, 'hospital')
for (const word of ordinalHeads) heads.set(word, 'ordinal')

export interface Head {
  readonly from: number
  readonly to: number
  readonly sort: HeadSort
}

/** What follows a head and makes it part of another word: 大学习, 公司法, 学院派, 政府采购. */
const AFTER_HEAD: Readonly<Partial<Record<HeadSort, RegExp>>> = {
  // 非法行医|专项整治
  university: /^(?:习|生|城|派|路|项(?!目)|附属|期间|第[一二三四五六]附属)/u,
  power: /^(?:采购|工作|主导|网|购买|补助|令|领导下|投入|部门)/u,
  // 我院李应东院|长
  campus: /^长(?![期远久])/u,
  hospital: /^(?:级别|类|管理(?:有限|集团|公司|咨询|股份)|控股|投资(?:管理|有限|集团|控股))/u,
  company: /^(?:化|军|式|内部)/u,
  // 甲医院医联体|合作单位：乙
  consortium: /^(?:协议|框架|合作(?!单位：)|化)/u,
}

/** 甲医院传染病院区: what stands before its campus. */
const HOSPITAL_BEFORE = /(?:医院|保健院|附院)$/u

/** 加入甲医院|医疗集团, 接入甲医院|远程会诊网络 */
const COMES_INTO = /(?:加入|加盟|入盟|接入|并入|进入)[^，。；、]{0,20}$/u
/** 甲医院|远程医学网络|成员单位 */
const IN_NETWORK = /^的?(?:首批|基层|协作|联网)*(?:成员|理事|会员|网点|单位|医院)/u
const LONGEST_LEAD = 24
const OWN_UNION = /(?:健康|服务)联合体$/u

/** 市妇幼、市中医院: the short form of a hospital, but not 妇幼健康 or 妇幼工作. */
const MATERNAL_BEFORE = /[省市区县旗州盟]$/u
const MATERNAL_AFTER =
  /^(?:$|[、，。；）]|[与和同由则也还均等]|专家|医[师生]|[选下]?派|签|共建|组建|建立|加入|挂牌|牵头|协作|合作|联合|结对|对口|定点|帮扶|支援|托管|领办|接管|先后|分别)/u

/** Leftmost-longest heads of a text. */
export function findHeads(text: string): Head[] {
  const found: Head[] = []
  for (const { from, to, value } of heads.find(text, ({ from, to, value }) => isHead(text, { from, to, sort: value })))
    found.push({ from, to, sort: value })
  return found
}

function isHead(text: string, { from, to, sort }: Head): boolean {
  const after = text.slice(to, to + 6)
  if (sort === 'ordinal')
    return /[第十百〇零一二三四五六七八九\d]/u.test(text.charAt(from - 1))
      ? false
      : text.charAt(to - 1) !== '医' || !afterOrdinalDoctor.test(after)
  if (text.slice(from, to) === '妇保' || text.slice(from, to) === '妇儿保') return !/^(?:院|健|中心)/u.test(after)
  if (text.slice(from, to) === '妇幼') return MATERNAL_BEFORE.test(text.slice(0, from)) && MATERNAL_AFTER.test(after)
  // 江州大学校医院, but 学校医院
  if (text.startsWith('校医院', from)) return /(?:大学|学院|专科学校|）)$/u.test(text.slice(Math.max(0, from - 4), from))
  // 高新院区 is of the 高新区, and not new.
  if (text.slice(from, to) === '新院区' && text.charAt(from - 1) === '高') return false
  // 甲医院南区, 甲医院（南区）
  if (sort === 'wing')
    return text.charAt(from - 1) === '（'
      ? text.endsWith('院', from - 1) && after.startsWith('）')
      : /(?:医院|院区|附院|[东西南北]区[、和])$/u.test(text.slice(Math.max(0, from - 4), from)) && !/^(?:域|间|患者|居民|群众)/u.test(after)
  // 甲医院传染病|院区: a campus, and no hospital for infections.
  if (
    /[病复理养]院$/u.test(text.slice(to - 2, to)) &&
    /^区(?![域内第])/u.test(after) &&
    HOSPITAL_BEFORE.test(text.slice(Math.max(0, from - 6), from))
  )
    return false
  // 建设江北医疗中心城市: what a city is to be.
  if (text.slice(from, to) === '医疗中心' && /^(?:城市|地位|能级|格局|体系)/u.test(after)) return false
  // 甲医院联盟医院: what a hospital is to another.
  if (text.slice(from, to) === '医院联盟' && /^(?:医院|单位)/u.test(after)) return false
  // 城南组团, 组团帮扶: only what is numbered is a part of a group.
  if (text.startsWith('组团', from)) return /第[一二三四五六七八九十]$/u.test(text.slice(Math.max(0, from - 2), from))
  // 甲医院健康管理集团; others of that name are companies.
  if (text.slice(from, to) === '健康管理集团') return /(?:医院|保健院)$/u.test(text.slice(0, from))
  // 甲医院医联体办公室 is an office.
  if (sort === 'consortium' && text.charAt(to - 1) === '体' && after.startsWith('办公室')) return false
  // 江州市妇幼健康服务联合体|合作协议: no kind that any hospitals sign for, but a name.
  if (sort === 'consortium' && OWN_UNION.test(text.slice(from, to))) return !after.startsWith('化')
  // 建成|远程会诊网络: what a hospital builds for itself, and no body.
  if (sort === 'consortium' && text.endsWith('网络', to) && to - from > 3)
    return IN_NETWORK.test(after) || COMES_INTO.test(text.slice(Math.max(0, from - LONGEST_LEAD), from))
  // 签署加入|甲医院医疗集团|协议书: who comes into it names it.
  if (sort === 'consortium' && after.startsWith('协议') && COMES_INTO.test(text.slice(Math.max(0, from - LONGEST_LEAD), from))) return true
  return AFTER_HEAD[sort]?.test(after) !== true
}
