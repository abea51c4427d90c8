/** The specialties that the cells of a table row tell. */
import type { RowCell } from '../sentence/table-cells.ts'

const SPECIALTY_HEADER = /专科|科室|学科|专业|领域/
const NO_SPECIALTY_HEADER = /名称|联盟|单位|医院|人数/
/** What stands in a cell that says nothing. */
const EMPTY = /^[—\-–\s/无]*$/

/** 科室/专家: of what stands in such a cell, only departments are specialties. */
const PERSON_HEADER = /专家|医师|医生|姓名|教授/
const DEPARTMENT = /[〇㐀-鿿]{1,9}?科/gu

/** Those of the columns 专业, 合作科室 and the like. */
export function specialtiesInCells(cells: readonly RowCell[]): string[] {
  return cells
    .flatMap(({ header, text }) => {
      if (!SPECIALTY_HEADER.test(header) || NO_SPECIALTY_HEADER.test(header) || EMPTY.test(text)) return []
      return PERSON_HEADER.test(header) ? (text.match(DEPARTMENT) ?? []) : text.split(/[、，,；\s]+/)
    })
    .filter((word) => word !== '')
}
