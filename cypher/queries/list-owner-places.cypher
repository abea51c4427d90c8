/*
zh: 这些联合体的成员、这些工程的建设方各在哪里
en: Where the members of these consortia and the owners of these projects are
offered: no
param ids: texts required | 编号 | Ids
column id: text
column place: text
column role: text
limit: 50000
*/
CALL {
  UNWIND $ids AS id
  MATCH (c:Consortium {id: id})<-[r:MEMBER_OF]-(x)
  MATCH (x)-[:LOCATED_IN]->(d:District)
  RETURN c.id AS id, d.id AS place, r.role AS role
  UNION ALL
  UNWIND $ids AS id
  MATCH (p:Project {id: id})<-[r:CONSTRUCTS]-(x)
  MATCH (x)-[:LOCATED_IN]->(d:District)
  RETURN p.id AS id, d.id AS place, r.role AS role
  UNION ALL
  UNWIND $ids AS id
  MATCH (p:Project {id: id})<-[r:CONSTRUCTS]-(d:District)
  RETURN p.id AS id, d.id AS place, r.role AS role
}
RETURN id, place, role
ORDER BY id, place, role
