/** 甲卫生院升级建设县级医院主体完工, 乙、丙镇卫生院标准化建设全面完工: what raises a hospital, where it is told as building. */
import type { Tail } from './tail.ts'

const RANK = '(?:县|区|市)级(?:综合|专科)?医院|[二三]级(?:甲等|乙等|综合|中医|专科)*医院|(?:县域)?医疗(?:卫生)?(?:次|副)中心'
/** 升级建设县级医院（乙医院）, 升级为县级医院的建设项目. */
const INTO = new RegExp(
  `^(?:升级|提升|提档|升格)(?:建设|改造|扩建)?[为成]?(?:${RANK})(?:（[^（），。；]{2,16}）)?(?<project>的?(?:建设|改造|扩建)?(?:项目|工程))?`,
  'u',
)
const FIRST_BUILDS = /^(?:升级|提升)(?:建设|改造|扩建)/u
/** 标准化建设, told of a rural hospital as finished or at work on its houses. */
const TO_STANDARD = /^(?:标准化|规范化|达标)建设(?!项目|工程)/u
const BUILT_BEHIND =
  /^(?:均|都|已经?|目前|现|全部|全面|正式|顺利|如期|相继|陆续|基本|通过|完成|主体(?:结构)?|工程)*(?:完工|竣工|投入使用|投用|启用|封顶|开工|动工|施工|交付|主体|建成(?:投用|并投入使用|启用)|装修|验收)/u
const MOST_BEHIND = 24
/** 县疾控中心标准化建设、丙医院迁建等项目: one of a list of projects. */
const LISTED_STANDARD = /^(?:标准化|规范化|达标)建设(?=(?:[、和及][^。；：]{2,60})?等[^，。；]{0,8}(?:项目|工程))/u
const OF_CONTROL = /(?:疾控|疾病预防控制)中心$/u
const MOST_LISTED = 90
/** 国家标准化建设 of a school is nothing of a hospital's. */
const RURAL = /(?:卫生院|社区卫生服务(?:中心|站))$/u

/** The words behind a hospital that ends at `at` which tell how it is raised by building; undefined where none do. */
export function raisedBehind(text: string, at: number, name: string): Tail | undefined {
  const into = '升提'.includes(text.charAt(at)) ? INTO.exec(text.slice(at, at + LONGEST)) : null
  if (into !== null && (into.groups?.['project'] !== undefined || FIRST_BUILDS.test(into[0])))
    return {
      ...PLAIN,
      to: at + into[0].length,
      text: into[0],
      works: 'expansion',
      needs: into.groups?.['project'] ? 'nothing' : 'physical',
    }
  const listed = OF_CONTROL.test(name) ? LISTED_STANDARD.exec(text.slice(at, at + MOST_LISTED))?.[0] : undefined
  if (listed !== undefined) return { ...PLAIN, to: at + listed.length, text: listed, works: undefined, needs: 'nothing', shared: true }
  const standard = RURAL.test(name) ? TO_STANDARD.exec(text.slice(at, at + LONGEST))?.[0] : undefined
  if (standard === undefined || !BUILT_BEHIND.test(text.slice(at + standard.length, at + standard.length + MOST_BEHIND))) return undefined
  return { ...PLAIN, to: at + standard.length, text: standard, works: 'renovation', needs: 'nothing', shared: true }
}

const LONGEST = 48
const PLAIN = { whole: undefined, shared: false, phased: false } as const
