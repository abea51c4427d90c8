/** Services with a name of their own in quotation marks: “护佑青岚”居家护理服务, “宝宝屋”服务; how a service is done (一站式服务) is none. */
import type { Reading } from '../../reading.ts'
import { programWords } from './rules.ts'
import { OF_DIVISION } from './same-programs.ts'

/** Names of services are short; what is longer tells how they are done. */
const LEAST_NAME = 3
const MOST_NAME = 8
/** 宝宝 of 宝宝屋. */
const LEAST_OWN = 2
/** 一站式, 全流程, 24小时, 医+养, 面对面: how, when or for whom. */
const MANNER = /^[一全零无免不最跨多快]|[式化型制级性]$|[\d、，；。：+＋→%]|^(.)对\1|通办$|结算$|互认$/u
/** 健康服务, 便民服务: which kind of service it is stays untold. */
const UNTOLD = /^(?:社区|健康|医疗|卫生|便民|惠民|特色|公益|护理|健康管理)*$/u
/** 服务站, 服务能力, 服务团队: what serves, and how well. */
const NOT_AFTER =
  /^(?:[站点台区岗包卡费器队团窗圈员链]|能力|小队|团队|分队|热线|平台|中心|体系|网络|质量|水平|对象|人员|理念|效能|流程|内容|清单|专区|联盟|机构|大厅|规范|标准|之星|明星|标兵|先锋|意识|态度|方式|措施|举措|需求|满意度|环境|场所|场景|阵地|基地|矩阵|格局|保障|[患病]者|公众号|小程序|快递|骑手|(?![惠覆走进送上向获受让])[\u4e00-\u9fff]{0,5}(?:职工|员工|牧民)|新业态|群众|百姓|大局|基层|人民|社会|民生|企业|全[省市县区旗州]|乡[村镇]|农村|村民|居民|老[人年]|[学师医]生|游客|产妇|妇女|儿童|家庭|于|好|[\d了近超])/u

/** Whether a quotation with 服务 behind it, and words between the two, is the name of one service. */
export function isServiceBrand(
  { lexicon, document }: Reading,
  { content, middle, after }: { content: string; middle: string; after: string },
): boolean {
  if (content.length < LEAST_NAME || content.length > MOST_NAME || MANNER.test(content) || NOT_AFTER.test(after)) return false
  const { lists } = programWords(lexicon)
  if (lists['service-manners'].has(content) || lists['not-brands'].has(content)) return false
  if (lists['service-kinds'].endingAt(middle, middle.length) > 0) return true
  if (!UNTOLD.test(middle)) return false
  return (
    lists['service-carriers'].endingAt(content, content.length, LEAST_OWN) > 0 ||
    document.home.some(({ name }) => holdsPlace(content, name))
  )
}

/** “健康青岚”服务 is of 青岚县. */
function holdsPlace(content: string, place: string): boolean {
  const short = place.replace(OF_DIVISION, '')
  return short.length >= 2 && content.includes(short)
}
