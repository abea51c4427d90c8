/*
zh: 这些节点所在的地区，由宽到窄
en: The divisions in which these stand, widest first
offered: no
param ids: texts required | 编号 | Ids
column id: text
column district: text
column name: text
column level: text
column masked: boolean
column steps: number
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
MATCH p = (n)-[:LOCATED_IN|PART_OF*0..4]->(d:District)
RETURN n.id AS id, d.id AS district, d.name AS name, d.level AS level, coalesce(d.masked, false) AS masked, min(length(p)) AS steps
ORDER BY id, steps DESC, district
