/** Cooperations in tables: one row names two sides, a form, and perhaps a time and specialties. */
import { mostSpecificForm, type RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { dateInCell } from '../sentence/claim-date.ts'
import { tokensOf } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'
import { relationRules } from '../sentence/rules.ts'
import { cellsOf, type RowCell } from '../sentence/table-cells.ts'
import { namesMembers } from '../consortia/table-members.ts'
import { specialtiesInCells } from './table-specialties.ts'
import { IS_DUE, isTaskRow, sidesOfTask } from './table-tasks.ts'
import { pairClaim } from './paired-lines.ts'

const PARTNER_HEADER = /合作|协作|支援|帮扶|托管|受援|结对|共建|对口|联盟/
const DENIED =
  /未签|未达成|未谈成|洽谈|接洽|磋商|商谈|意向|未开展|未列|未批|暂无|无合作|接触|考察|审核中|协商中|作罢|搁置|取消|不列入|不计入/
const PLANNED = /拟|计划|筹备|待签|谋划|力争|预计|筹建|报批/
const ENDED = /终止|到期|期满|届满|解除|停止|未续|不再|已结束|中止|失效|退出/
const DONE = /已|完成了|签订了/
/** Who only answers for a row: 责任单位, 主管部门. */
const IN_CHARGE = /责任|主管|分管|填报|备注|联系/

/** Who does it, be it a side or a bureau. */
const ANSWERS = /牵头|承办|落实|实施|组织|配合/

function isBureau({ attrs }: SentenceMention): boolean {
  return attrs['kind'] === 'government'
}

/** 东西部协作结对一览表: a table of pairs, whatever its columns are called. */
const TABLE_OF_PARTNERS =
  /(?:结对|帮扶|支援|协作|合作|托管|派驻|名医工作室|专家工作[室站])[^，。；：]{0,10}(?:表|名单|一览|情况|安排|明细|清单|台账|如下)[：:]?$/u

/** Claims of every table row whose header, cells or title speak of cooperation. */
export function* claimTableRows(reading: Reading): Generator<RelationClaim> {
  for (const sentence of reading.sentences) {
    if (sentence.row === undefined) continue
    const header = sentence.row.header.join('')
    const isOfPartners =
      PARTNER_HEADER.test(header) || isTaskRow(header, sentence.text) || TABLE_OF_PARTNERS.test(lineAbove(reading, sentence))
    if (!isOfPartners || namesMembers(reading, sentence)) continue
    yield* claimRow(reading, sentence)
  }
}

function claimRow(reading: Reading, sentence: Sentence): RelationClaim[] {
  const cells = cellsOf(reading, sentence)
  const task = sidesOfTask(cells, sentence.text)
  const [first, second] = task ?? sidesOf(reading, sentence, cells)
  const form = formOf(reading, sentence)
  const said = wordsOf(reading, sentence)
  if (first === undefined || second === undefined || DENIED.test(said) || form === undefined) return []
  const isDue = task !== undefined && IS_DUE.test(sentence.row?.header.join('') ?? '') && !DONE.test(said)
  const named = specialtiesInCells(cells)
  const attrs = {
    form,
    status: ENDED.test(said) ? 'ended' : PLANNED.test(said) || isDue ? 'planned' : 'in_effect',
    ...dateInCell(reading, sentence, cells),
    ...(named.length > 0 ? { specialties: named } : {}),
  }
  return first.flatMap((one) =>
    second.flatMap((other): RelationClaim[] =>
      one === other ? [] : [pairClaim(reading, sentence, { pair: [one, other], attrs, rule: 'cooperation/table-row' })],
    ),
  )
}

/** The text of a row without the names in it: 妇幼保健计划生育服务中心 plans nothing. */
function wordsOf(reading: Reading, { index, text }: Sentence): string {
  let words = ''
  let at = 0
  for (const { from, to } of reading.mentions[index] ?? []) {
    if (from < at) continue
    words += text.slice(at, from)
    at = to
  }
  return words + text.slice(at)
}

/**
 * The two sides of a row: the first two cells with bodies; where there is one, and its header says a partner, the hospital
 * whose table it is, or that speaks.
 */
function sidesOf(reading: Reading, sentence: Sentence, cells: readonly RowCell[]): (readonly string[])[] {
  const isBody = ({ label }: SentenceMention): boolean => label !== 'Consortium' && label !== 'District'
  const sides = cells.flatMap(({ header, mentions }) => {
    // 牵头单位 | 县卫健局: a bureau that answers for a row is no side of it.
    const bodies = IN_CHARGE.test(header) ? [] : mentions.filter((body) => isBody(body) && !(ANSWERS.test(header) && isBureau(body)))
    const parties = bodies.length > 0 ? bodies : mentions.filter(({ label }) => label === 'District').slice(0, 1)
    return parties.length === 0
      ? []
      : [{ header, entities: [...new Set(parties.map(({ entity }) => entity))], isPlace: bodies.length === 0 }]
  })
  // 乙医院王某工作室 | 乙医院 | 甲医院: the first two are one side.
  const isAgain = (index: number): boolean => sides[index]?.entities.join() === sides[index - 1]?.entities.join()
  const named = sides.filter(({ isPlace }, index) => !isPlace && !isAgain(index))
  const two = named.length >= 2 ? named : sides
  const speaker = ownerOfTable(reading, sentence) ?? reading.document.speaker
  const [only] = two
  // 甲医院合作医院一览 above a column 医院名称: the line says what the header leaves out.
  const isPartner =
    only !== undefined &&
    (PARTNER_HEADER.test(only.header) || (/医院|单位|机构/u.test(only.header) && TABLE_OF_PARTNERS.test(lineAbove(reading, sentence))))
  if (two.length === 1 && speaker !== null && isPartner) return [[speaker], only.entities]
  return two.slice(0, 2).map(({ entities }) => entities)
}

/** Where the rows of a table begin. */
function rowsFrom(reading: Reading, { row, index }: Sentence): number {
  let first = index
  while (reading.sentences[first - 1]?.row?.table === row?.table) first--
  return first
}

/** The line above a table. */
function lineAbove(reading: Reading, sentence: Sentence): string {
  return reading.sentences[rowsFrom(reading, sentence) - 1]?.text ?? ''
}

/** 甲医院对外合作情况一览表: the one hospital that the line above a table names; undefined where it names none, or several. */
function ownerOfTable(reading: Reading, sentence: Sentence): string | undefined {
  const above = rowsFrom(reading, sentence) - 1
  const [only, more] = new Set(
    (reading.mentions[above] ?? []).flatMap(({ label, entity }) => (label === 'Hospital' && isLocal(entity, reading) ? [entity] : [])),
  )
  return more === undefined ? only : undefined
}

/** The form that the cells of a row tell; else its header; else the heading above the table. */
function formOf(reading: Reading, sentence: Sentence): string | undefined {
  const said = tokensOf(reading, sentence.index).flatMap(({ classes }) => classes)
  const forms = (classes: readonly string[]): string[] =>
    classes.filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length))
  const inCells = mostSpecificForm(forms(said)) ?? (said.includes('kind-医共体') ? '医联体' : undefined)
  if (inCells !== undefined) return inCells
  const words = relationRules(reading.lexicon).words
  const told = [sentence.row?.header.join('') ?? '', sentence.headings.at(-1) ?? ''].map((text) => mostSpecificForm(forms(words.in(text))))
  // 协议签订时间: that they signed, under a title that says what.
  return told.find((form) => form !== undefined && form !== '签约') ?? told.find((form) => form !== undefined)
}
