/*
zh: 按编号看：是什么、在哪里、有多少关系
en: Things by id: what they are, where, and how much is known
param ids: texts required | 编号 | Ids
column entity: node
column places: texts
column relations: number
limit: 5000
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
OPTIONAL MATCH p = (n)-[:LOCATED_IN|PART_OF*1..4]->(d:District)
WITH n, d, p
ORDER BY length(p) DESC, d.id
WITH n, collect(d.name) AS places
RETURN n AS entity, places, COUNT { (n)-[:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH]-() } AS relations
ORDER BY n.id
