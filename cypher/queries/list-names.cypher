/*
zh: 按编号取名称
en: Names of these things
offered: no
param ids: texts required | 编号 | Ids
column id: text
column name: text
limit: 200000
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
WITH DISTINCT n
RETURN n.id AS id, n.name AS name
ORDER BY id
