/*
zh: 两年之间工程有什么进展
en: What moved between two years
asks: 4
param district: text = null | 地区编号（空为全部） | Id of a district (empty for all)
param a: number required | 前一年 | Year A
param b: number required | 后一年 | Year B
column project: node
column statusesA: texts
column statusesB: texts
column investmentsA: list
column investmentsB: list
column investedA: list
column investedB: list
limit: 2000
*/
MATCH (p:Project)
WHERE ($district IS NULL
    OR EXISTS { (p)-[:LOCATED_IN|PART_OF*1..4]->(:District {id: $district}) }
    OR EXISTS { (p)<-[:CONSTRUCTS]-()-[:LOCATED_IN|PART_OF*0..4]->(:District {id: $district}) })
OPTIONAL MATCH (p)<-[built:CONSTRUCTS]-()
WITH p, collect(built.id) AS built
UNWIND [p.id] + built AS target
MATCH (c:Claim {relation: target})-[:STATED_IN]->(t:Document)
WHERE t.year IN [$a, $b]
WITH p, t.year AS year, c.said AS said, t.id AS document, c.start AS start
ORDER BY document, start
WITH p, year,
  split(split(said, '"status":"')[1], '"')[0] AS status,
  toFloat(split(split(split(said, '"investment":')[1], ',')[0], '}')[0]) AS investment,
  toFloat(split(split(split(said, '"invested":')[1], ',')[0], '}')[0]) AS invested
WITH p,
  collect(DISTINCT CASE WHEN year = $a THEN status END) AS statusesA,
  collect(DISTINCT CASE WHEN year = $b THEN status END) AS statusesB,
  collect(DISTINCT CASE WHEN year = $a THEN investment END) AS investmentsA,
  collect(DISTINCT CASE WHEN year = $b THEN investment END) AS investmentsB,
  collect(DISTINCT CASE WHEN year = $a THEN invested END) AS investedA,
  collect(DISTINCT CASE WHEN year = $b THEN invested END) AS investedB
RETURN p AS project, statusesA, statusesB, investmentsA, investmentsB, investedA, investedB
ORDER BY p.id
