/** Notices in lines of label and value: 项目名称：某中心建设项目, 建设单位：县人民医院. The name is one line's, the owner another's. */
import type { Reading, SentenceMention } from '../../../reading.ts'
import type { Sentence } from '../../../read/sentence.ts'
import { POINT } from '../lists/point.ts'
import { canOwn, type WorksObject } from './objects.ts'
import { worksObject } from './works-object.ts'
import { kindOfText } from './tail.ts'
import { tellProgress, type Gathered } from '../tell.ts'

const NAME_LABEL = new RegExp(`^(?:${POINT})?(?:(?:建设)?(?:项目|工程)名称|项目全称)[：\\t|]`, 'u')
const OWNER_LABEL = new RegExp(
  `^(?:${POINT})?(?:项目)?(?:建设单位|建设主体|项目单位|申请单位|业主|业主单位|法人|法人单位|招标人|采购人)(?:名称)?[：\\t|]`,
  'u',
)
/** Lines that say who and where, and leave what is spoken of. */
const SIDE_LABEL = new RegExp(
  `^(?:${POINT})?(?:项目)?(?:建设|项目|业主|编制|评价|环评|设计|施工|监理|勘察|公示|联系|招标|代建|主管)?(?:单位|法人|业主|地址|地点|主体|人)(?:名称|名称和联系方式)?[：\\t|]`,
  'u',
)
const BUILDS = /中心(?:项目|工程)|建设|新建|扩建|迁建|改建|改造|搬迁|修缮|楼|院区|分院|用房/u
const END = /(?:项目|工程|楼|院区|用房)$/u
/** What a notice names as a project, and nobody builds: machines, software, services. */
const NO_WORKS =
  /设备|仪器|信息|系统|软件|采购|服务项目|物业|网络|平台|药|耗材|保险|核技术|射线|加速器|DSA|CT|辐射|装置|检测|监测|污水|车辆|科研|培训|学科|专科|机房/u
const RULE = 'works/named-in-notice'
const AFTER = 12
const BEFORE = 3

/** The works that a line names, for the body that another line of the same notice gives; undefined where the line names its body itself. */
export function noticeObject(reading: Reading, sentence: Sentence): WorksObject | undefined {
  const { index } = sentence
  const label = sentence.text.includes('名称') || sentence.text.includes('全称') ? NAME_LABEL.exec(sentence.text) : null
  if (label === null) return undefined
  const mentions = reading.mentions[index] ?? []
  if (mentions.some(canOwn)) return undefined
  const value = /^[^，。；：|\t]*/u.exec(sentence.text.slice(label[0].length))?.[0].replace(/[（(][^（）()]*[）)]$/u, '') ?? ''
  if (!END.test(value) || !BUILDS.test(value) || NO_WORKS.test(value)) return undefined
  const owner = ownerNear(reading, index)
  if (owner === undefined) return undefined
  const place = mentions.find(({ label: kind, from }) => kind === 'District' && from === label[0].length)
  const skipped = place !== undefined && owner.name.startsWith(sentence.text.slice(place.from, place.to)) ? place.to - place.from : 0
  const works = kindOfText(value)
  return worksObject({
    from: label[0].length + skipped,
    to: label[0].length + value.length,
    owners: [owner],
    tail: value.slice(skipped),
    needs: 'nothing',
    rule: RULE,
    works,
  })
}

/** The owner that the lines of a notice give to works that its title names without one. */
export function ownedByNotice(reading: Reading, object: WorksObject): WorksObject {
  if (object.owners.length > 0) return object
  for (const sentence of reading.sentences.slice(1, AFTER)) {
    const named = noticeObject(reading, sentence)
    if (named !== undefined && named.tail.endsWith(object.tail)) return { ...named, from: object.from, to: object.to }
  }
  return object
}

/** The body of the lines around a name, nearest below first; no farther than the next name. */
function ownerNear(reading: Reading, index: number): SentenceMention | undefined {
  for (let at = index + 1; at <= index + AFTER && !isNamed(reading, at); at++) {
    const owner = ownerIn(reading, at)
    if (owner !== undefined) return owner
  }
  for (let at = index - 1; at >= index - BEFORE && !isNamed(reading, at); at--) {
    const owner = ownerIn(reading, at)
    if (owner !== undefined) return owner
  }
  return undefined
}

function isNamed(reading: Reading, at: number): boolean {
  return NAME_LABEL.test(reading.sentences[at]?.text ?? '')
}

function ownerIn(reading: Reading, at: number): SentenceMention | undefined {
  const text = reading.sentences[at]?.text ?? ''
  const label = OWNER_LABEL.exec(text)
  return label === null ? undefined : reading.mentions[at]?.find((mention) => mention.from === label[0].length && canOwn(mention))
}

/** Whether a title is that of a notice: 关于甲医院门诊楼项目的批复. */
export function isNoticeTitle(title: string): boolean {
  return NOTICE.test(title)
}

const NOTICE = /批复|核准|公示|公告|招标|备案|验收/u

/** What a title says of a notice about works that stand, and about works that are only to be allowed or let. */
const FINISHED = /^[^，。；]*(?:竣工|验收)[^，。；]{0,24}(?:公示|公告|公开|备案)/u
const APPROVED = /环境影响|环评|可行性研究|批复|核准|备案|招标|中标|公示|公告|审批/u

/** Tells how far the works of a notice have come, where its title alone says so. */
export function tellNotices(into: Gathered, reading: Reading): void {
  const title = reading.sentences[0]?.text ?? ''
  const status = FINISHED.test(title) ? 'completed' : APPROVED.test(title) ? 'preliminary' : undefined
  if (status === undefined) return
  for (const told of into.told) {
    const isTold = told.object.rule === RULE || (status === 'completed' && told.sentence.index === 0)
    if (isTold && !into.reached.has(told.id))
      tellProgress(told, { status, planned: false }, { sentence: told.sentence, year: undefined, rule: RULE, into, bare: false })
  }
}

/** 建设单位：乡卫生院 · 联系地址：县医院: a line of a notice that names a body and leaves the works spoken of. */
export function isSideLine(text: string): boolean {
  return SIDE_LABEL.test(text)
}

const ROW_LABEL =
  /^(?:(?:建设)?项目(?:名称|编号|地点|概况|总投资|业主|单位|性质)|工程名称|(?:项目)?建设(?:单位|地点|地址|性质|规模|内容|工期|期限|规模及内容|内容及规模)|(?:计划|估算|项目)?总投资(?:额)?(?:（万元）)?|总建筑面积|占地面积|招标人)$/u

/** A row of a label and its value as the line that says the same; other rows as they are. The text keeps its length. */
export function asLine(sentence: Sentence): Sentence {
  if (sentence.row?.cells.length !== 2) return sentence
  const { row, ...line } = sentence
  const [label, value] = row.cells
  if (label === undefined || value === undefined) return sentence
  if (!ROW_LABEL.test(sentence.text.slice(label.from, label.to)) || value.from !== label.to + 1) return sentence
  return { ...line, text: `${sentence.text.slice(0, label.to)}：${sentence.text.slice(value.from)}` }
}
