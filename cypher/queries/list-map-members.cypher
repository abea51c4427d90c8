/*
zh: 总览里画出的节点：成员，以及有关系或有文档的地区
en: What the overview draws: members, and districts with relations or documents
offered: no
column id: text
limit: 200000
*/
CALL {
  MATCH (n:Hospital)
  RETURN n.id AS id
  UNION ALL
  MATCH (n:Institution)
  RETURN n.id AS id
  UNION ALL
  MATCH (n:Consortium)
  RETURN n.id AS id
  UNION ALL
  MATCH (n:Project)
  RETURN n.id AS id
  UNION ALL
  MATCH (n:District)
  WHERE EXISTS { (n)-[:COOPERATES_WITH|CONSTRUCTS|PARTICIPATES_IN]-() } OR EXISTS { (n)<-[:SPEAKS_FOR]-() }
  RETURN n.id AS id
}
RETURN id
ORDER BY id
