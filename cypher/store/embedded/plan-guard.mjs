// @ts-check
/** Reads a plan of EXPLAIN and says which operator in it is not a plain read. Knows no Cypher text, only plans. */

/** Grown by test (tests/contract): every operator that a read may hold. What is not listed is refused. */
const READ_OPERATORS = new Set([
  'Return',
  'Filter',
  'NodeScan',
  'NodeSeek',
  'Expand',
  'Project',
  'Aggregate',
  'Limit',
  'Skip',
  'Sort',
  'LeftJoin',
  'Join',
  'ShortestPath',
  'Unwind',
  'Empty',
  'Apply',
  'Discriminant',
  'Distinct',
  'Union',
  'CallProcedure',
])

const READ_PROCEDURES = new Set(['db.labels', 'db.relationshipTypes', 'db.propertyKeys'])

/** Operators that would change or fetch something, as they are spelled inside a nested plan (`EXISTS { … }`). */
const NESTED_WRITE =
  /\b(CreateNode|CreateEdge|Create|Merge|MergeRelationship|SetProperty|AddLabel|RemoveLabel|DeleteNode|DeleteEdge|LoadCsv|LoadData|CallProcedure)(?:Op)?\s*[({]/

/**
 * The first operator (or procedure) of a plan that a read may not hold; undefined for a plain read.
 * @param {string} plan
 * @returns {string | undefined}
 */
export function findRefusedOperator(plan) {
  for (const line of plan.split('\n')) {
    const text = line.trim()
    if (text === '') continue
    const operator = /^[A-Za-z]+/.exec(text)?.[0] ?? text
    if (!READ_OPERATORS.has(operator)) return operator
    if (text.includes('[after the write]')) return 'write'
    if (operator === 'CallProcedure') {
      const name = /^CallProcedure \(([^)]*)\)/.exec(text)?.[1] ?? ''
      if (!READ_PROCEDURES.has(name)) return `CALL ${name}`
    } else {
      const nested = NESTED_WRITE.exec(text.replaceAll(/"(?:\\.|[^"\\])*"/g, '""'))
      if (nested !== null) return nested[1]
    }
  }
  return undefined
}

/**
 * Whether `limited` is `plan` with nothing changed but a limit on top of it.
 * @param {string} plan
 * @param {string} limited
 * @param {number} limit
 */
export function isSamePlanLimited(plan, limited, limit) {
  const indented = plan
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n')
  return limited === `Limit (${limit})\n${indented}`
}
