/** Tables of experts who come to see patients: the hospital that a row names sends them to the one whose page it is. */
import type { RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isLocal } from '../sentence/place.ts'
import { cellsOf, type RowCell } from '../sentence/table-cells.ts'
import { specialtiesInCells } from './table-specialties.ts'
import { pairClaim } from './paired-lines.ts'

/** Lines above a table among which its title and what opens it stand. */
const LINES_ABOVE = 3
/** 上级医院专家来院坐诊安排, 专家出诊表, 名医门诊一览, 驻点帮扶医师名单. */
const VISITS =
  /(?:专家|名医|教授|医师|医生|团队)[^，。；：]{0,16}(?:坐诊|出诊|应诊|来院|莅院|驻点|驻院|查房|手术|门诊)|(?:坐诊|出诊|驻点|驻院|派驻)[^，。；：]{0,10}(?:专家|医师|医生|安排|一览|表|名单|时间|信息|公告|预告)/u
/** What is done on one day, and by those who go elsewhere to learn. */
const NO_VISITS = /义诊|讲座|授课|培训|进修|会议|学术|健康行|宣讲|考试|招聘/u
/** 派出医院, 专家所在医院, 专家单位, 坐诊单位, 科室/专家. */
const SIDE = /医院|单位|机构|专家|医师|医生|派出|来源|姓名/u
const NO_SIDE = /地点|地址|位置|电话|备注|简介|擅长|介绍|毕业|进修|履历|学习/u
/** Characters of a cell beside its hospitals. */
const LONGEST_NOTE = 20
/** 曾在省人民医院工作, 毕业于某大学: where somebody was. */
const OF_THE_PAST = /[曾原]|毕业|进修|退休|研修/u
const CANCELLED = /取消|停诊|暂停|停止|不出诊|不坐诊|因故|中止|终止|待定/u

/** Characters of a line that opens a list of visits, and of one of its items. */
const LONGEST_OPENING = 40
const LONGEST_ITEM = 60
/** 每周二上午, 12月5日, 坐诊 */
const WHEN = /(?:周|星期)[一二三四五六日天]|\d月\d{1,2}|坐诊|出诊|每[周月]|全天/u

const WHO = /科|主任|医师|医生|教授|专家|团队/u

/** The claims of such lists in lines: 上级专家坐诊时间： above 王某，省人民医院骨科主任医师，每周二坐诊。 */
export function* claimVisitLines(reading: Reading): Generator<RelationClaim> {
  let host: string | undefined
  for (const sentence of reading.sentences) {
    const { text, index, row } = sentence
    if (row === undefined && text.includes('：')) yield* claimVisitLine(reading, sentence)
    const named = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital')
    const isItem = row === undefined && host !== undefined && text.length <= LONGEST_ITEM && WHEN.test(text) && WHO.test(text)
    if (!isItem) {
      const opens = row === undefined && text.length <= LONGEST_OPENING && OPENS.test(text) && VISITS.test(text)
      host = opens && !NO_VISITS.test(text) ? (onlyLocal(reading, named) ?? reading.document.speaker ?? undefined) : undefined
      continue
    }
    const [only, ...more] = named
    if (only === undefined || host === undefined || more.length > 0 || only.entity === host) continue
    if (isLocal(only.entity, reading) || CANCELLED.test(text) || OF_THE_PAST.test(text) || NO_VISITS.test(text)) continue
    const attrs = { form: '专家派驻', status: 'in_effect' } as const
    yield pairClaim(reading, sentence, { pair: [host, only.entity], attrs, rule: 'cooperation/visit-lines' })
  }
}

/** The claims of a line that is such a list by itself: 本周坐诊专家：省人民医院骨科王某，周二；省中医院李某，周四。 */
function claimVisitLine(reading: Reading, sentence: Sentence): RelationClaim[] {
  const { text, index } = sentence
  const colon = text.indexOf('：')
  const [label, told] = [text.slice(0, colon), text.slice(colon + 1)]
  if (label.length > LONGEST_LABEL || !VISITS.test(label) || !WHEN.test(told) || !WHO.test(told)) return []
  if ([NO_VISITS, CANCELLED, OF_THE_PAST].some((other) => other.test(text))) return []
  const named = (reading.mentions[index] ?? []).filter(({ label: kind, from }) => kind === 'Hospital' && from > colon)
  const host =
    reading.document.speaker ??
    onlyLocal(
      reading,
      (reading.mentions[index] ?? []).filter(({ from }) => from < colon),
    )
  const others = [...new Set(named.map(({ entity }) => entity))]
  if (host === undefined || named.some(({ entity }) => isLocal(entity, reading))) return []
  const attrs = { form: '专家派驻', status: 'in_effect' } as const
  return others.map((other) => pairClaim(reading, sentence, { pair: [host, other], attrs, rule: 'cooperation/visit-lines' }))
}

/** Characters of the label of such a line. */
const LONGEST_LABEL = 20

/** What opens a list: a colon, or 安排表, 时间表 and the like as a line. */
const OPENS = /[：:]$|(?:如下|安排|时间|预告|一览|名单|公告|公示)表?$/u

interface Visits {
  /** The hospital whose table it is; undefined where the table has several, or belongs to a bureau. */
  readonly host: string | undefined
}

/** The claims of every row of such tables. */
export function* claimVisitTables(reading: Reading): Generator<RelationClaim> {
  let table: { readonly index: number; readonly visits: Visits | undefined } | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row === undefined) continue
    if (table?.index !== sentence.row.table) table = { index: sentence.row.table, visits: visitsOf(reading, sentence) }
    if (table.visits !== undefined) yield* claimRow(reading, sentence, table.visits)
  }
}

function claimRow(reading: Reading, sentence: Sentence, { host }: Visits): RelationClaim[] {
  if (CANCELLED.test(sentence.text)) return []
  const cells = cellsOf(reading, sentence)
  const sides = cells.flatMap((cell) => {
    const bodies = SIDE.test(cell.header) && !NO_SIDE.test(cell.header) ? hospitalsIn(cell) : []
    return bodies.length === 0 ? [] : [bodies]
  })
  const specialties = specialtiesInCells(cells)
  const attrs = { form: '专家派驻', status: 'in_effect', ...(specialties.length > 0 ? { specialties } : {}) } as const
  // 派出医院 | 坐诊医院: who sends them, and where they go.
  const own = host === undefined ? [] : [host]
  const [ones, others] = sides.length === 2 ? sides : [own, sides.length === 1 ? (sides[0] ?? []) : []]
  return (ones ?? []).flatMap((one) =>
    (others ?? []).flatMap((other): RelationClaim[] =>
      one === other ? [] : [pairClaim(reading, sentence, { pair: [one, other], attrs, rule: 'cooperation/visit-table' })],
    ),
  )
}

/** The hospitals of a cell that names nothing else than whose experts they are: 王某（省人民医院）. */
function hospitalsIn({ text, mentions }: RowCell): string[] {
  const named = mentions.filter(({ label }) => label === 'Hospital')
  const length = named.reduce((sum, { from, to }) => sum + to - from, 0)
  return text.length - length > LONGEST_NOTE || OF_THE_PAST.test(text) ? [] : [...new Set(named.map(({ entity }) => entity))]
}

/** What a table of visits belongs to; undefined where a table is none. */
function visitsOf(reading: Reading, { index, row, headings }: Sentence): Visits | undefined {
  const { sentences, document } = reading
  let first = index
  while (sentences[first - 1]?.row?.table === row?.table) first--
  const above = sentences.slice(Math.max(0, first - LINES_ABOVE), first)
  const title = [headings.at(-1) ?? '', ...above.map(({ text }) => text)]
  // The line right above says what the table is; the title of the page does where its columns do not speak against it.
  const told = [...title, document.title ?? ''].filter((text) => VISITS.test(text) || NO_VISITS.test(text))
  if (told.length === 0 || NO_VISITS.test(told.join()) || NO_VISITS.test(row?.header.join() ?? '')) return undefined
  const named = above.map((line) => onlyLocal(reading, reading.mentions[line.index] ?? [])).findLast((host) => host !== undefined)
  return { host: named ?? document.speaker ?? onlyLocal(reading, reading.mentions.slice(0, first).flat()) }
}

/** The one hospital of the home among mentions. */
function onlyLocal(reading: Reading, mentions: readonly SentenceMention[]): string | undefined {
  const [only, more] = new Set(mentions.flatMap(({ label, entity }) => (label === 'Hospital' && isLocal(entity, reading) ? [entity] : [])))
  return more === undefined ? only : undefined
}
