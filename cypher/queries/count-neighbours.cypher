/*
zh: 一个节点的关系，按类型计数
en: Relations of one thing, counted by type
param id: text required | 编号 | Id
column type: text
column label: text
column count: number
limit: 100
*/
CALL {
  MATCH (n:District {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Hospital {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Institution {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Consortium {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Project {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Program {id: $id}) RETURN n
}
MATCH (n)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]-(m)
UNWIND labels(m) AS label
RETURN type(r) AS type, label, count(DISTINCT m.id) AS count
ORDER BY count DESC, type, label
