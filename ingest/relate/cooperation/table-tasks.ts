/** Tasks of a table: 与甲签订专科共建协议 in one cell, and in another the hospital that answers for it. */
import type { RowCell } from '../sentence/table-cells.ts'
import { isPartner } from './partner-lists.ts'

const TASK = /任务|事项|内容|举措|措施|工作|项目/u
const IN_CHARGE = /责任|承办|牵头|落实|实施单位/u
/** A time by which a task is to be done says that it is not done yet. */
export const IS_DUE = /时限|期限|完成时间|时间节点|年度目标/u

const SHARED = /[与同跟]|引[进入]|邀请|对接|托管|委托/u

/** Whether a row may tell a task that a hospital shares with another one. */
export function isTaskRow(header: string, text: string): boolean {
  return TASK.test(header) && IN_CHARGE.test(header) && SHARED.test(text)
}

/** The one who answers for a task and whom the task is shared with; undefined where a row tells no such two. */
export function sidesOfTask(cells: readonly RowCell[], text: string): [string[], string[]] | undefined {
  const bodies = (isHead: (header: string) => boolean): string[] => [
    ...new Set(
      cells.filter(({ header }) => isHead(header)).flatMap(({ mentions }) => mentions.filter(isPartner).map(({ entity }) => entity)),
    ),
  ]
  const own = bodies((header) => IN_CHARGE.test(header))
  const others = bodies((header) => TASK.test(header) && !IN_CHARGE.test(header)).filter((entity) => !own.includes(entity))
  if (own.length === 1 && others.length > 0 && own.every((entity) => entity.startsWith('hospital/'))) return [own, others]
  return sidesInTask(cells, text)
}

/** 由甲托管乙, 甲与乙签约, for which a bureau answers: the two that the task itself names. */
function sidesInTask(cells: readonly RowCell[], text: string): [string[], string[]] | undefined {
  const [first, second, ...more] = cells
    .filter(({ header }) => TASK.test(header) && !IN_CHARGE.test(header))
    .flatMap(({ mentions }) => mentions.filter(({ label }) => label === 'Hospital'))
  if (first === undefined || second === undefined || more.length > 0 || first.entity === second.entity) return undefined
  return JOINS.test(text.slice(first.to, second.from)) ? [[first.entity], [second.entity]] : undefined
}

const JOINS = /^(?:与|同|跟|继续|整体|全面){0,2}(?:托管|帮扶|对口支援)?$/u
