/*
zh: 这些节点之间的关系
en: The relations among these things
offered: no
param ids: texts required | 编号 | Ids
column line: relation
column from: text
column to: text
limit: 50000
*/
UNWIND $ids AS id
CALL {
  WITH id MATCH (n:District {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Hospital {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Institution {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Consortium {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Project {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Program {id: id}) RETURN n
}
MATCH (n)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]->(m)
WHERE m.id IN $ids
RETURN r AS line, n.id AS from, m.id AS to
ORDER BY r.id
