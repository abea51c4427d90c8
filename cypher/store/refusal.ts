/** What is told of a text that would do more than read: the same on both stores. */
import { findWord } from './cypher-text.ts'
import type { CypherFault } from './port.ts'

const WRITE_CLAUSES = ['CREATE', 'MERGE', 'SET', 'DELETE', 'REMOVE', 'FOREACH', 'DROP', 'LOAD', 'CALL']

/** The fault of a text that would do more than read. `operator` is the plan's word for it. */
export function refusal(operator: string, cypher: string): CypherFault {
  const place = WRITE_CLAUSES.map((word) => findWord(cypher, word)).find((found) => found !== undefined)
  return {
    code: 'cypher.write-refused',
    message: `这里只能读取：语句里的“${operator}”会改动图谱、读写文件或调用过程，没有执行。`,
    hint: '控制台只接受 MATCH … RETURN 一类的查询；可以调用的过程只有 db.labels()、db.relationshipTypes()、db.propertyKeys()。',
    ...place,
  }
}
