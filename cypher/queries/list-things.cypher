/*
zh: 取这些编号的节点、所在地区和关系数
en: These things, with the districts they stand in and how many relations they have
offered: no
param ids: texts required | 编号 | Ids
column thing: node
column places: texts
column degree: number
limit: 20000
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
OPTIONAL MATCH (n)-[:LOCATED_IN]->(d:District)
WITH n, d
ORDER BY d.id
WITH n, collect(DISTINCT d.id) AS places
RETURN n AS thing, places, COUNT { (n)-[:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH]-() } AS degree
ORDER BY n.id
