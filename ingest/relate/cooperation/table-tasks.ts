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
export function sidesOfTask(cells: readonly RowCell[]): [string[], string[]] | undefined {
  const bodies = (isHead: (header: string) => boolean): string[] => [
    ...new Set(
      cells.filter(({ header }) => isHead(header)).flatMap(({ mentions }) => mentions.filter(isPartner).map(({ entity }) => entity)),
    ),
  ]
  const own = bodies((header) => IN_CHARGE.test(header))
  const others = bodies((header) => TASK.test(header) && !IN_CHARGE.test(header)).filter((entity) => !own.includes(entity))
  return own.length === 1 && others.length > 0 && own.every((entity) => entity.startsWith('hospital/')) ? [own, others] : undefined
}
