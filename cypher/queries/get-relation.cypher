/*
zh: 取一条关系和它的两端
en: One relation with both ends
offered: no
param id: text required | 关系编号 | Id of the relation
param from: text required | 起点编号 | Id of its start
column relation: relation
column from: node
column to: node
limit: 10
*/
CALL {
  MATCH (a:District {id: $from}) RETURN a
  UNION ALL
  MATCH (a:Hospital {id: $from}) RETURN a
  UNION ALL
  MATCH (a:Institution {id: $from}) RETURN a
  UNION ALL
  MATCH (a:Consortium {id: $from}) RETURN a
  UNION ALL
  MATCH (a:Project {id: $from}) RETURN a
  UNION ALL
  MATCH (a:Program {id: $from}) RETURN a
}
MATCH (a)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]->(b)
WHERE r.id = $id
RETURN r AS relation, a AS from, b AS to
