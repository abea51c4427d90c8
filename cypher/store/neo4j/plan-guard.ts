/** Reads what EXPLAIN says of a text and tells whether it is a plain read. Read access mode alone lets more through (research: neo4j.md §2). */
import type { Plan } from 'neo4j-driver'

/** Files, the net, server settings, other people's transactions: all of query type `r` for the server. */
const REFUSED_OPERATOR = /^(?:LoadCSV|Show|Terminate|Transaction|AdministrationCommand|SystemProcedureCall)/

/** Procedures that read the graph or its schema and nothing else. */
const READ_PROCEDURES = new Set([
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
])

export interface Explained {
  /** `r`, `w`, `rw` or `s`. */
  readonly queryType: string
  readonly plan: Plan | false
  /** The database that the session is on. */
  readonly database: string
}

/** The first thing that a read may not hold, in the plan's word for it; undefined for a plain read. */
export function findRefused({ queryType, plan, database }: Explained): string | undefined {
  const operators = plan === false ? [] : listOperators(plan)
  for (const { operatorType, arguments: details } of operators) {
    const [operator = '', place = database] = operatorType.split('@')
    if (REFUSED_OPERATOR.test(operator)) return operator
    if (place !== database) return `USE ${place}`
    if (operator.endsWith('ProcedureCall')) {
      const name = /^[\w.]+/.exec(String(details?.['Details'] ?? ''))?.[0] ?? ''
      if (!READ_PROCEDURES.has(name)) return `CALL ${name}`
    }
  }
  if (queryType === 'r') return undefined
  return operators.find(({ operatorType }) => WRITING.test(operatorType))?.operatorType.split('@')[0] ?? 'write'
}

const WRITING = /^(?:Create|Merge|Set|Delete|DetachDelete|Remove|Foreach|Drop|LockingMerge)/

function listOperators(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(listOperators)]
}

/** The plan as people read it: one operator a line, indented by depth. */
export function formatPlan(plan: Plan, depth = 0): string {
  const operator = plan.operatorType.split('@')[0] ?? ''
  const details = plan.arguments['Details']
  const line = `${'  '.repeat(depth)}${operator}${details === undefined ? '' : ` (${String(details)})`}\n`
  return line + plan.children.map((child) => formatPlan(child, depth + 1)).join('')
}
