/*
zh: 有共同举措的地区
en: Districts by shared initiatives
asks: 5
param least: number = 1 | 至少几类共同举措 | At least so many shared families
param most: number = 2001 | 最多几对 | At most so many pairs
column a: node
column b: node
column families: number
column programs: number
limit: 2000
*/
MATCH (party)-[:PARTICIPATES_IN]->(p:Program)
MATCH (party)-[:LOCATED_IN*0..1]->(d:District)
WITH DISTINCT d.id AS district, p
UNWIND ['family ' + p.family, p.id] AS key
WITH DISTINCT district, key
WHERE key IS NOT NULL
WITH district, key
ORDER BY district
WITH key, collect(district) AS ids
WHERE size(ids) > 1
// One sum holds both counts: a pair is met once for each key, and there are very many pairs.
WITH ids, CASE WHEN key STARTS WITH 'family ' THEN 1000000 ELSE 1 END AS worth
UNWIND range(0, size(ids) - 2) AS at
WITH ids[at] AS first, ids[at + 1..] AS rest, worth
UNWIND rest AS second
WITH first, second, coalesce(sum(worth), 0) AS total
WITH first, second, total / 1000000 AS families, total % 1000000 AS programs
WHERE families >= $least
WITH first, second, families, programs
ORDER BY families DESC, programs DESC, first, second
LIMIT $most
MATCH (a:District {id: first})
MATCH (b:District {id: second})
RETURN a, b, families, programs
ORDER BY families DESC, programs DESC, a.id, b.id
