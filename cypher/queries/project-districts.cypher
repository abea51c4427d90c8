/*
zh: 有共同举措的地区
en: Districts by shared initiatives
asks: 5
param least: number = 1 | 至少几类共同举措 | At least so many shared families
column a: node
column b: node
column families: number
column programs: number
limit: 2000
*/
MATCH (party)-[:PARTICIPATES_IN]->(p:Program)
MATCH (party)-[:LOCATED_IN*0..1]->(d:District)
WITH DISTINCT d.id AS district, p
UNWIND ['family ' + p.family, 'program ' + p.id] AS key
WITH DISTINCT district, key
WHERE key IS NOT NULL
WITH key, collect(district) AS districts
UNWIND districts AS first
UNWIND districts AS second
WITH first, second, key
WHERE first < second
WITH first, second,
  count(CASE WHEN key STARTS WITH 'family ' THEN 1 END) AS families,
  count(CASE WHEN key STARTS WITH 'program ' THEN 1 END) AS programs
WHERE families >= $least
MATCH (a:District {id: first})
MATCH (b:District {id: second})
RETURN a, b, families, programs
ORDER BY families DESC, programs DESC, a.id, b.id
