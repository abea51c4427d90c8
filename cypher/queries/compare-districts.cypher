/*
zh: 两个地区的举措对照
en: Two districts side by side
asks: 5
param a: text required | 地区甲的编号 | Id of district A
param b: text required | 地区乙的编号 | Id of district B
column family: text
column program: node
column inA: boolean
column inB: boolean
column statusesA: texts
column statusesB: texts
column yearA: number
column yearB: number
limit: 2000
*/
UNWIND [$a, $b] AS id
MATCH (d:District {id: id})
MATCH (d)<-[:LOCATED_IN|PART_OF*0..4]-(party)
WITH DISTINCT d, party
MATCH (party)-[r:PARTICIPATES_IN]->(p:Program)
WITH d.id AS district, r, p
ORDER BY r.status, r.id
WITH p,
  max(CASE WHEN district = $a THEN 1 ELSE 0 END) = 1 AS inA,
  max(CASE WHEN district = $b THEN 1 ELSE 0 END) = 1 AS inB,
  collect(DISTINCT CASE WHEN district = $a THEN r.status END) AS statusesA,
  collect(DISTINCT CASE WHEN district = $b THEN r.status END) AS statusesB,
  min(CASE WHEN district = $a THEN r.firstYear END) AS yearA,
  min(CASE WHEN district = $b THEN r.firstYear END) AS yearB
RETURN p.family AS family, p AS program, inA, inB, statusesA, statusesB, yearA, yearB
ORDER BY family, p.id
