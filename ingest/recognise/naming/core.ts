/** The core of a name, the same for its short and full forms, and what kind of body the name says it is. */
import { remember } from './remember.ts'

const NUMERALS = '一二三四五六七八九'

/** 3 → 三, 12 → 十二. */
function toNumeral(digits: string): string {
  const value = Number(digits)
  if (value >= 100 || value < 1) return digits
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${NUMERALS.charAt(tens - 1)}十`}${ones === 0 ? '' : NUMERALS.charAt(ones - 1)}`
}

/** 940 → 九四〇, as hospitals of the army are numbered. */
const inDigits = (digits: string): string => digits.replace(/\d/gu, (digit) => `〇${NUMERALS}`.charAt(Number(digit)))

const MATERNAL =
  /(?:妇[幼儿]保健(?:和|与)?计划生育(?:技术)?服务中心|妇幼保健服务中心|妇幼健康服务中心|妇幼保健中心|妇计中心|妇保中心|妇幼保健医院|妇幼保健所|妇幼保健站|妇保院|妇健院|妇儿保|妇保)$/u
const BUREAU =
  /^(?:卫生健康委员会|卫生健康委|卫健委|卫健局|卫生健康局|卫生健康和体育局|卫健和体育局|卫生健康体育局|卫体局|卫生[和与]计划生育(?:局|委员会)|卫计局|卫计委|卫生计生局|卫生计生委|卫生局|卫生厅)$/u

/** Full wording of a short stem: 三院 → 第三人民医院 (第三医院 where the document says so), 妇保院 → 妇幼保健院, 卫健委 → 卫生健康委员会. */
export function fullStem(stem: string, says: (wording: string) => boolean): string {
  const plain = withoutDigits(stem)
  const short = /^第?([一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:院|医|医院|人民医院|中医院)$/u.exec(plain)
  if (short !== null) {
    const ordinal = short[1] ?? ''
    const isExplicit = /^第.*医院$/u.test(plain)
    if (isExplicit) return plain
    if (plain.endsWith('中医院')) return `第${ordinal}中医院`
    return says(`第${ordinal}医院`) && !says(`第${ordinal}人民医院`) ? `第${ordinal}医院` : `第${ordinal}人民医院`
  }
  return inFull(plain)
}

function withoutDigits(stem: string): string {
  if (!/\d/.test(stem)) return stem
  return stem
    .replace(/第?(\d{3})(?=医院)/u, (_, digits: string) => `第${inDigits(digits)}`)
    .replace(/第?(?<!\d)(\d{1,2})(?=人民医院|医院|中医)/u, (_, digits: string) => `第${toNumeral(digits)}`)
}

/** 皮防院, 结防所: what a house prevents and treats, in one letter. */
const TREATED: Readonly<Record<string, string>> = {
  皮: '皮肤病',
  结: '结核病',
  慢: '慢性病',
  精: '精神病',
  职: '职业病',
  牙: '牙病',
}

/** Short forms that mean the same in every document. */
const inFull = remember((stem) =>
  stem
    .replace(/^人医$/u, '人民医院')
    .replace(/^妇幼$/u, '妇幼保健院')
    .replace(/(?<=大学|学院)(?:附([一二三四五六])医?院|([一二三四五六])附院)$/u, (_, a?: string, b?: string) => `第${a ?? b ?? ''}附属医院`)
    .replace(/(?<=大学|学院)附院$/u, '附属医院')
    .replace(/^保健院$|妇保院$|妇幼院$|妇健院$|妇幼保健医院$|妇儿保$|妇保$/u, '妇幼保健院')
    .replace(/^保健所$/u, '妇幼保健所')
    .replace(/([皮结慢精职牙])防(?=[院所]$)/u, (_, letter: string) => `${TREATED[letter] ?? ''}防治`)
    .replace(/妇保中心$/u, '妇幼保健中心')
    .replace(/妇计中心$/u, '妇幼保健计划生育服务中心')
    .replace(/疾控中心$/u, '疾病预防控制中心')
    .replace(/^卫健局$/u, '卫生健康局')
    .replace(/^(?:卫健委|卫生健康委)$/u, '卫生健康委员会')
    .replace(/^(?:卫计局|卫生计生局)$/u, '卫生和计划生育局')
    .replace(/^(?:卫计委|卫生计生委)$/u, '卫生和计划生育委员会')
    .replace(/^医保局$/u, '医疗保障局')
    .replace(/妇儿(?=医院$|医疗中心$)/u, '妇女儿童'),
)

/** The core by which ids are told apart: variants of one body in one division share it. */
export const coreOf = remember((stem) =>
  stem
    .replace(MATERNAL, '妇幼保健院')
    .replace(/皮肤病?性病(?=防治|医院)/u, '皮肤病')
    .replace(/^(?:中医|蒙中|中蒙)院$|^(?:中|中医)医院$/u, '中医医院')
    .replace(/(?<=^第[一二三四五六])中医院$/u, '中医医院')
    .replace(/^(?:中蒙医院|蒙中医院|中蒙医医院|蒙中医医院|蒙医中医医院)$/u, '蒙中医医院')
    .replace(BUREAU, '卫生健康局')
    .replace(/中心卫生院$/u, '卫生院')
    .replace(/^(.{2,6}?)(?:街道|镇|乡|街)(?=(?:社区)?卫生)/u, '$1')
    .replace(/(?:紧密型|县域|城市)?医疗联合体$/u, '医联体')
    .replace(/(?:紧密型|县域)?(?:医疗卫生服务|医疗服务|医疗卫生|医疗健康|医疗)共同体$/u, '医共体')
    // 解放军第九四〇医院, 联勤保障部队第九四〇医院; 海军第九七一医院 with the army's name or without
    .replace(/^(?:中国人民)?(?:解放军)?(?:解放军|联勤保障部队|联勤保障中心)(?=第[〇零一二三四五六七八九]{3}医院$)/u, '解放军')
    .replace(/^(?:中国人民)?解放军(?=[海空陆]军|火箭军|战略支援部队)/u, '')
    .replace(/^(?:中国人民武装警察部队|武警部队)(?=特色医学中心$)/u, '武警')
    .replace(/^红(?:会|十字会)(?=医院$)/u, '红十字')
    .replace(/^妇女儿童(?:医疗中心|保健中心)$/u, '妇女儿童医院')
    .replace(/[“”‘’"'\s]/gu, ''),
)

/** Kind of a hospital by its name; undefined where the name does not tell. A specialist's name has to say its specialty, so 医院 alone is general. */
export function hospitalKind(name: string, isBranded: boolean): string | undefined {
  const kind = kindTold(name)
  return kind === '' ? (isBranded ? undefined : 'general') : kind
}

const kindTold = remember((name) => {
  const inner = name.replace(/[（(].*?[）)]/gu, '')
  if (/(?:院区|分院|分部|新院|[东西南北]区|[东西南北]院)$/u.test(inner)) return 'campus'
  if (/卫生院|社区卫生|社区健康|社康|卫生服务(?:中心|站)|社区医院|门诊部|卫生分院/u.test(inner)) return 'primary'
  if (/妇幼|妇保|妇女儿童|妇儿|妇婴/u.test(inner)) return 'maternal_child'
  if (/中医|中西医|蒙医|藏医|维医|维吾尔医|傣医|壮医|瑶医|苗医|侗医|彝医|羌医|朝医|民族医医院|骨伤|中蒙|蒙中/u.test(inner)) return 'tcm'
  if (/康复|护理|疗养|老年|医养|康养/u.test(inner)) return 'rehab'
  if (
    /肿瘤|口腔|眼科|耳鼻喉|骨科|肛肠|皮肤|结核|传染|胸科|肺科|心血管|心脑血管|心脏|脑科|神经|肾病|肝|糖尿病|整形|美容|精神|心理|安定医院|康宁|安康|职业病|慢性病|地方病|儿童|妇产|妇科|产科|公共卫生|防治院|防治所|血液病|烧伤|体检/u.test(
      inner,
    )
  )
    return 'specialist'
  if (/人民医院|中心医院|总医院|第[一二三四五六七八九十]+(?:附属)?医院|附属医院|综合医院|协和医院|同济医院|特色医学中心/u.test(inner))
    return 'general'
  return ''
})

export function consortiumKind(name: string): string {
  if (/医联体(?:集团)?$|医疗联合体$/u.test(name)) return '医联体'
  if (/专科|专病|(?:医学|医院)?联盟/u.test(name)) return '专科联盟'
  if (/协[作同]网|远程/u.test(name)) return '远程协作网'
  if (/医共体|共同体|健共体|(?:总医院|总院)$/u.test(name)) return '医共体'
  if (/集团/u.test(name)) return '医疗集团'
  return '医联体'
}
