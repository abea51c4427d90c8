/** Rows of progress tables: the name column gives the project, the others its figures and stage by their headers. */
import type { Cell } from '../../../read/sentence.ts'
import type { Place } from '../place.ts'
import { houseOfConsortium } from './consortium-row.ts'
import { isListPlan } from './plan-items.ts'
import type { Figure, FigureKey } from '../figures.ts'
import { Ground } from '../ground.ts'
import { worksObject } from '../objects/works-object.ts'
import { CAMPUS_NAME, canOwn, findObjects, type WorksObject } from '../objects/objects.ts'
import { ownersOf } from '../owners/owner.ts'
import type { StageHit } from '../stages/stage-hits.ts'
import { unitAbove } from './table-unit.ts'
import { readTail } from '../objects/tail.ts'
import { inSection, judgeProgress, type Progress } from '../stages/stages.ts'
import { dateContext, datesOf, expectedYear, nameProject, statement, tellFigures, tellProgress, yearOf, type Told } from '../tell.ts'
import { findAmounts } from '../../sentence/numbers.ts'
import type { WorksKind, WorksWords } from '../objects/words.ts'

interface Column extends Cell {
  readonly header: string
  readonly role: 'name' | 'content' | 'money' | 'invested' | 'plan' | 'progress' | 'aside'
}

const TELLS_PROGRESS = /进展|进度|状态|情况|形象|阶段|现状/u

const ROLES: readonly (readonly [RegExp, Column['role']])[] = [
  [/责任|牵头|领导|负责|单位$|主体$|业主|法人|归属|使用方|建设方|序号|备注|联系/u, 'aside'],
  [/(?:完成|累计|到位).{0,4}(?:投资|资金)|投资完成/u, 'invested'],
  [/投资|资金|概算|估算|造价|金额/u, 'money'],
  [
    /安排|下步|下一步|下季度|(?:本年|今年|年度|全年|下年|明年|季度|月度?|当年|下半年)(?:目标|工作)?任务|(?:进度|工作|形象|年度|节点)计划|季度(?!.*(?:进展|完成|实际|情况))|计划(?:节点|进度|进展|目标)|节点(?:目标|要求|任务)|目标节点|^节点$|打算|目标|要求|计划完成|时限|时间节点/u,
    'plan',
  ],
  [TELLS_PROGRESS, 'progress'],
  [/项目|工程|名称|(?:建设|改造)内容|任务/u, 'name'],
]
const COOPERATION = /合作|签约|协作|形式|成员/u

function columnsOf(place: Place): Column[] {
  const { row, text } = place.sentence
  if (row === undefined) return []
  const roles = new Set<Column['role']>()
  const hasContent = row.header.some((header) => CONTENT.test(header))
  return row.cells.map((cell, index) => {
    const header = row.header[index] ?? ''
    const listed = ROLES.find(([pattern]) => pattern.test(header))?.[1]
    const found = hasContent && UNIT_NAME.test(header) ? 'aside' : listed
    const role =
      found === 'name' && roles.has('name')
        ? 'content'
        : isStageNote(found, text.slice(cell.from, cell.to))
          ? 'progress'
          : (found ?? (header === '' && text.slice(cell.from, cell.to).length > 3 && !roles.has('name') ? 'name' : 'progress'))
    roles.add(role)
    return { ...cell, header, role }
  })
}

/** 单位名称 beside 建设内容: for whom it is built. */
const UNIT_NAME = /^(?:建设|项目|实施|业主|所属)?(?:单位|医院|机构|卫生院|医疗机构|主体)(?:名称)?$/u
const CONTENT = /建设(?:内容|项目)|项目(?:名称|内容)?$|工程(?:名称|内容)|改造内容/u

/** 备注 | 续建. */
const STAGE_NOTE = /^(?:续建|在建|新?开工|新建|前期|前期工作|拟建|储备|计划竣工|计划开工|竣工|已?完工|已?竣工|已?投用|已?开工)(?:项目)?$/u

function isStageNote(found: Column['role'] | undefined, said: string): boolean {
  return found === 'aside' && STAGE_NOTE.test(said.trim())
}

/** Relates a row of a table of works; a table of agreements has no project in it. */
export function relateRow(place: Place): void {
  const columns = columnsOf(place)
  const name = columns.find((column) => column.role === 'name')
  if (name === undefined || columns.some((column) => COOPERATION.test(column.header))) return
  const { sentence, mentions, reading, words, into } = place
  const inside = mentions.filter((mention) => mention.from >= name.from && mention.to <= name.to)
  const ground = new Ground(sentence.text, { objects: [], mentions }, words)
  const isDone = columns.some(({ role, from, to }) => role === 'progress' && DONE_CELL.test(sentence.text.slice(from, to).trim()))
  const said = columns
    .filter((column) => column.role === 'progress' || column.role === 'plan')
    .flatMap((column) => columnHits(isDone ? { ...column, role: 'progress' } : column, ground))
  const isDue = said.length === 0 && isTaskTable(columns)
  const hits = isDue ? columnHits({ ...name, role: 'plan' }, ground) : said
  const named = objectOfUnit(columns, name, place)
  const shared = named === undefined ? houseOfConsortium(sentence.text, name, { mentions: inside, words }) : undefined
  const only = shared?.object ?? named
  const objects = only === undefined ? findObjects(sentence.text.slice(0, name.to), inside, { words, speaks: false }) : [only]
  const told = objects
    .filter((object) => object.from >= name.from && isWorks(object, { hits, columns, header: name.header }, sentence.text))
    .slice(0, 1)
    .flatMap((object) => {
      const owned = shared ?? ownersOf(object, { place, before: [] })
      const made = owned === undefined ? undefined : nameProject(owned.object, owned.owners, { reading, sentence, works: undefined, into })
      return made === undefined ? [] : [made]
    })
  for (const one of told) tellRow(one, { columns, hits, ground, isDue }, place)
}

/** 计划节点：主体封顶 | 实际进度：已完成: what was planned is reached. */
const DONE_CELL = /^(?:已|均已|全部|按期|按时|如期|提前)*(?:完成|实现|达成|达到|达标)$/u

/** 任务清单 | 完成时限: what is to be done by a day, where no column tells how far it is. */
function isTaskTable(columns: readonly Column[]): boolean {
  return columns.some(({ header }) => DUE.test(header)) && !columns.some(({ role }) => role === 'progress')
}

const DUE = /时限|期限|节点/u

/** A table of what is to be built, which has no column on how far it is. */
function isPlanTable(columns: readonly Column[], { reading, sentence }: Place): boolean {
  return (sentence.section.kind === 'plan' || isListPlan(reading.document)) && !columns.some(({ header }) => TELLS_PROGRESS.test(header))
}

/** 责任单位, 建设单位: for whom a row builds; who builds it or watches over it stands in other columns. */
const UNIT = /单位|医院|机构|业主|法人|主体|归属|使用方|建设方/u
const NO_UNIT = /主管|监管|施工|设计|监理|代建|承建|督导|包联|包抓|联系|领导|合作|支援/u
/** 县急救中心, 云溪镇卫生院: of a body of its own. */
const OF_OTHER = /^(?:[省市县区旗州]|全|各|[^，。；\t]{1,5}[镇乡])|医院|卫生院|保健院/u

/** 市公共卫生临床中心 | 市第二人民医院: a centre that is no body yet. */
const PUBLIC_CENTRE_CELL = /^\s*[省市县区旗州]?公共卫生(?:应急|医疗|临床|救治|医学){1,3}中心(?:建设)?(?:项目|工程)?\s*$/u

/** 县疾控中心 | 实验楼: what a row names without its body is of the one body that its unit column names. */
function objectOfUnit(columns: readonly Column[], name: Column, { sentence: { text }, mentions, words }: Place): WorksObject | undefined {
  const written = text.slice(name.from, name.to)
  const centre = PUBLIC_CENTRE_CELL.exec(written)
  if (centre === null && (OF_OTHER.test(written) || mentions.some(({ from, to }) => from >= name.from && to <= name.to))) return undefined
  const unit = columns.find((column) => column !== name && UNIT.test(column.header) && !NO_UNIT.test(column.header))
  const bodies =
    unit === undefined ? [] : mentions.filter(({ from, to, label }) => from >= unit.from && to <= unit.to && label !== 'District')
  const [body] = bodies
  if (unit === undefined || body === undefined || bodies.length > 1 || !canOwn(body)) return undefined
  if (text.slice(unit.from, unit.to).trim().length > body.to - body.from) return undefined
  const from = name.from + (written.length - written.trimStart().length)
  if (centre !== null && body.label !== 'Hospital') return undefined
  const tail = readTail(text, from, name.to, words)
  if (tail === undefined) return undefined
  const { to, needs, works } = tail
  return worksObject({ from, to, owners: [body], tail: tail.text, works, needs, rule: 'works/owner-and-object' })
}

/** 某中心设备采购 is no works, whatever it costs. */
const BOUGHT = /设备|采购|购置|信息|平台|系统|软件/u

const FITTED = /CT|DSA|MRI|核磁|加速器|[器仪机]$|[^停洗]车(?:辆)?$|维保|物业|服务/u

function isBoughtFor(behind: string): boolean {
  const said = behind.trim().replace(/(?:项目|工程)$/u, '')
  return said !== '' && (BOUGHT.test(said) || FITTED.test(said)) && !/[楼房院区]/u.test(said)
}

function isWorks(
  object: WorksObject,
  { hits, columns, header }: { hits: readonly StageHit[]; columns: readonly Column[]; header: string },
  text: string,
): boolean {
  if (object.tail !== '' && object.needs === 'nothing') return true
  // 县医院DSA采购 | 已招标: what is bought for it.
  const cell = columns.find(({ role }) => role === 'name')
  if (object.tail === '' && cell !== undefined && isBoughtFor(text.slice(object.to, cell.to))) return false
  if (hits.length > 0)
    return (
      object.tail !== '' ||
      /项目|工程/u.test(header) ||
      CAMPUS_NAME.test(text.slice(object.from, object.to)) ||
      BEGINS.test(text.slice(object.to, cell?.to))
    )
  // 项目名称 | 总投资: what a list of works names with its sum is one of them.
  if (!/项目|工程|建设内容/u.test(header) || !columns.some(({ role }) => role === 'money')) return false
  const name = columns.find(({ role }) => role === 'name')
  if (name === undefined || BOUGHT.test(text.slice(name.from, name.to))) return false
  // 建设性质 | 改扩建: what is done to each body of the list.
  if (object.tail === '' && columns.some(({ header, from, to }) => header.endsWith('性质') && KIND.test(text.slice(from, to).trim())))
    return true
  return object.tail === ''
    ? CAMPUS_NAME.test(text.slice(object.from, object.to)) ||
        (IS_PROJECT.test(header) && columns.some((column) => SITE.test(column.header)))
    : object.needs === 'stage' || HOUSE_CENTRE.test(object.tail)
}

/** 项目名称 | 总投资 | 建设地点: a body in a list of what is built, with where. */
const IS_PROJECT = /^(?:重点|建设|开工)?(?:项目|工程)(?:名称)?$/u
const SITE = /位置|地点|选址|建设地址|占地/u

const KIND = /^(?:新建|迁建|改扩建|扩建|改建|改造|重建|续建|翻建|异地新建|整体搬迁)$/u

/** 重点任务 | 县公共卫生临床中心开工建设. */
const BEGINS =
  /^(?:[\d年月底前]*(?:实现|完成)?)(?:开工建设|动工建设|破土动工|主体(?:结构|工程)?(?:封顶|完工|施工)|封顶|竣工验收|竣工投用)\s*$/u

/** 公共卫生应急救治中心, 急救中心. */
const HOUSE_CENTRE = /(?:急救|救治|疾病预防控制|疾控|公共卫生|血液)[^，。；]{0,4}中心$/u

/** 一季度：开工；二季度：…；三季度：…: a schedule, unless it says what is done. */
function isSchedule(said: string): boolean {
  return (said.match(/[一二三四1-4]季度(?:末|前|内)?[：，]?/gu)?.length ?? 0) >= 3 && !/已|目前|截至/u.test(said)
}

/** Stage words of a column; what stands under 安排 or 目标 is aimed at. */
function columnHits(column: Column, ground: Ground): StageHit[] {
  const clauses = [...ground.masked.slice(column.from, column.to).matchAll(/[^，。；：]+/gu)].map((match) => ({
    from: column.from + match.index,
    to: column.from + match.index + match[0].length,
  }))
  const hits = clauses.flatMap((clause) => ground.hitsIn(clause))
  return column.role === 'plan' || isSchedule(ground.text.slice(column.from, column.to))
    ? hits.map((hit): StageHit => (hit.mood === 'reached' ? { ...hit, mood: 'aimed' } : hit))
    : hits
}

function tellRow(
  told: Told,
  row: { columns: readonly Column[]; hits: readonly StageHit[]; ground: Ground; isDue: boolean },
  place: Place,
): void {
  const { sentence, words, into } = place
  const section = {
    ...sentence.section,
    kind:
      sentence.section.kind === 'plan' && row.columns.some((column) => column.role === 'progress')
        ? ('review' as const)
        : sentence.section.kind,
  }
  const planned = row.hits.length === 0 ? plannedSpan(row.columns, sentence.text) : undefined
  const isPlanned = planned !== undefined || row.isDue || (row.hits.length === 0 && isPlanTable(row.columns, place))
  const progress = isPlanned ? PLANNED : judgeProgress(row.hits, { masked: row.ground.masked, section, words, clause: { from: 0, to: 0 } })
  const dates = datesOf(place)
  const context = {
    ...dateContext(place),
    section: { ...section, kind: section.kind === 'other' ? ('review' as const) : section.kind },
  }
  const rule = 'works/table-row'
  tellProgress(told, progress, {
    sentence,
    year: yearOf(progress, dates, { context, hits: row.hits, masked: row.ground.masked }),
    rule,
    into,
    bare: true,
  })
  const expected =
    expectedYear(inSection(row.hits, { section: sentence.section, masked: row.ground.masked, words }), dates, row.ground) ?? planned?.end
  if (expected !== undefined)
    into.claims.push(statement(sentence, { subject: told.id, key: 'expected', value: expected, rule, year: expected }))
  const kind = told.object.works === undefined ? kindTold(row.columns, sentence.text, words) : undefined
  if (kind !== undefined) into.claims.push(statement(sentence, { subject: told.id, key: 'works', value: kind, rule }))
  tellFigures(
    told,
    row.columns.filter((column) => column.role !== 'aside').flatMap((column) => columnFigures(column, row.ground, () => unitAbove(place))),
    { sentence, rule, into },
  )
}

const PLANNED: Progress = { status: 'planned', planned: true }
/** 计划开竣工时间, 预计开工时间. */
const WHEN_PLANNED = /(?:计划|预计|拟).{0,6}(?:开工|竣工|开竣工|完工|投用|建成|起止|建设).{0,4}(?:时间|日期|年月|年限)?$/u
const NOT_MONEY = /投资|资金|面积|床位|规模/u

/** What a column of planned dates says: that nothing is begun, and the year in which the works are to end. */
function plannedSpan(columns: readonly Column[], text: string): { readonly end?: number } | undefined {
  const spans = columns.filter(({ header }) => WHEN_PLANNED.test(header) && !NOT_MONEY.test(header))
  const dated = spans.filter(({ from, to }) => /20\d{2}/u.test(text.slice(from, to)))
  if (dated.length === 0) return undefined
  const end = dated.findLast(({ header }) => /竣|完|投用|建成|起止|建设/u.test(header))
  const year =
    end === undefined
      ? undefined
      : text
          .slice(end.from, end.to)
          .match(/20\d{2}/gu)
          ?.at(-1)
  return year === undefined ? {} : { end: Number(year) }
}

/** 建设性质 | 改扩建. */
function kindTold(columns: readonly Column[], text: string, words: WorksWords): WorksKind | undefined {
  const column = columns.find(({ header }) => header.endsWith('性质'))
  return column === undefined ? undefined : words.kindOf(text.slice(column.from, column.to).trim())
}

/** 累计完成投资81000, where the unit stands above the table. */
const PAID_BARE = /(?:累计|已|共)?(?:完成|到位)?投资额?(?<sum>\d[\d,.]*)$/u

function paidIn(clause: Cell, { text }: Ground, unit: () => string): Figure[] {
  const sum = PAID_BARE.exec(text.slice(clause.from, clause.to))?.groups?.['sum']
  const amount = sum === undefined ? undefined : findAmounts(sum + unit()).find((one) => one.kind === 'money')
  return amount === undefined ? [] : [{ key: 'invested', value: amount.value, from: clause.from }]
}

function columnFigures(column: Column, ground: Ground, above: () => string): Figure[] {
  const { text } = ground
  if ((column.role === 'money' || column.role === 'invested') && !SIZED.test(column.header)) {
    const unit = /亿元/u.test(column.header) ? '亿元' : /万元/u.test(column.header) ? '万元' : above()
    const said = text.slice(column.from, column.to).trim()
    const amount = findAmounts(/^\d[\d,.]*$/u.test(said) ? said + unit : said).find((one) => one.kind === 'money')
    if (amount === undefined) return []
    return [
      {
        key: column.role === 'money' ? 'investment' : paidKey(column.header),
        value: amount.value,
        from: column.from,
        ...(amount.upper === undefined ? {} : { upper: amount.upper }),
        ...(amount.approx === undefined ? {} : { approx: amount.approx }),
      },
    ]
  }
  const bare = bareFigure(column, text)
  if (bare !== undefined) return [bare]
  const told = [...text.slice(column.from, column.to).matchAll(/[^，。；：]+/gu)].flatMap((match) => {
    const clause = { from: column.from + match.index, to: column.from + match.index + match[0].length }
    const figures = ground.figuresIn(clause)
    return figures.length === 0 && column.role === 'progress' ? paidIn(clause, ground, above) : figures
  })
  const size = SIZED.test(column.header) && !told.some(({ key }) => key.endsWith('Area')) ? sizeIn(text, column) : undefined
  return size === undefined ? told : [...told, size]
}

/** 上半年完成投资, 2023年完成投资额: of this year, and not all that was paid. */
const PAID_IN_YEAR = /(?:上半年|下半年|本年|今年|当年|年度|全年|(?:19|20)\d{2}年|季度|\d{1,2}[-—–~～至到]\d{1,2}月)/u
const PAID_BY = /累计|截[至止]|开工以来|以来|总/u

function paidKey(header: string): FigureKey {
  return PAID_IN_YEAR.test(header) && !PAID_BY.test(header) ? 'investedInYear' : 'invested'
}

/** 建筑面积（㎡） | 1860, 床位（张） | 120: a number of which the header tells the unit. */
const BARE = /^\d[\d,.]*$/u
const UNITS: readonly (readonly [RegExp, FigureKey])[] = [
  [/建筑面积|建设规模|总面积/u, 'floorArea'],
  [/占地|用地/u, 'landArea'],
  [/床位/u, 'beds'],
]
const NO_TOTAL = /现有|原有|开放|编制|新增|其中|千人/u

function bareFigure({ from, to, header }: Column, text: string): Figure | undefined {
  const said = text.slice(from, to).trim()
  if (!BARE.test(said) || NO_TOTAL.test(header)) return undefined
  const key = UNITS.find(([pattern]) => pattern.test(header))?.[1]
  if (key === undefined) return undefined
  const unit = key === 'beds' ? '张床位' : /万(?:平方米|㎡|m2|m²)/u.test(header) ? '万平方米' : header.includes('亩') ? '亩' : '平方米'
  const amount = findAmounts(said + unit)[0]
  return amount === undefined ? undefined : { key, value: amount.value, from }
}

/** 建设规模 | 新建，1.8万平方米: the header says of what the bare area is. */
const SIZED = /规模|内容|建筑面积/u
const NO_SIZE = /占地|用地|绿化|道路|停车|地下|其中/u

function sizeIn(text: string, { from, to }: Cell): Figure | undefined {
  const said = text.slice(from, to)
  const area = NO_SIZE.test(said) ? undefined : findAmounts(said).find(({ kind }) => kind === 'area')
  return area === undefined ? undefined : { key: 'floorArea', value: area.value, from: from + area.from }
}
