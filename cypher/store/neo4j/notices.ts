/** What the server remarks on a text that it accepts, in the words and places of the port. */
import type { Notification } from 'neo4j-driver'
import type { CypherFault } from '../port.ts'

/** By the end of the server's code; remarks that are not here (deprecations, missing parameters) are not for whoever asks. */
const NOTICES: readonly (readonly [RegExp, string, (name: string) => string])[] = [
  [/UnknownLabelWarning$/, 'hint.unknown-label', (name) => `图谱里没有标签 ${name}，这一部分不会有结果。`],
  [/UnknownRelationshipTypeWarning$/, 'hint.unknown-type', (name) => `图谱里没有关系类型 ${name}，这一部分不会有结果。`],
  [/UnknownPropertyKeyWarning$/, 'hint.unknown-property', (name) => `图谱里没有属性 ${name}，它总是 null。`],
  [/CartesianProduct$/, 'hint.cartesian-product', () => '这里的几个模式互不相连，会把各自的结果两两组合，可能很多、很慢。'],
  [/UnboundedVariableLengthPattern$/, 'hint.unbounded-path', () => '这里的路径没有上限，可能很慢。请写出最多几步，如 [*..6]。'],
]

/** Codes begin with `hint.`: the text runs all the same. */
export function toNotices(notifications: readonly Notification[]): CypherFault[] {
  return notifications.flatMap(({ code, description, position }) => {
    const notice = NOTICES.find(([form]) => form.test(code))
    if (notice === undefined) return []
    const name = /\(the missing [a-z ]+ is: (.+)\)$/.exec(description)?.[1] ?? ''
    const { line, column } = { line: undefined, column: undefined, ...position }
    const place = line === undefined || column === undefined || line < 2 ? {} : { line: line - 1, column }
    return [{ code: notice[1], message: notice[2](name), ...place }]
  })
}
