/*
zh: 有共同伙伴的医院
en: Hospitals by shared partners
param least: number = 2 | 至少几个共同伙伴 | At least so many shared partners
param most: number = 2001 | 最多几对 | At most so many pairs
column a: node
column b: node
column shared: number
limit: 2000
*/
MATCH (p)-[:COOPERATES_WITH]-(a:Hospital)
WITH DISTINCT a.id AS hospital, p.id AS partner
// Whoever has fewer partners than are to be shared is in no pair.
WITH hospital, collect(partner) AS partners
WHERE size(partners) >= $least
UNWIND partners AS partner
WITH hospital, partner
ORDER BY hospital
WITH partner, collect(hospital) AS ids
WHERE size(ids) > 1
UNWIND range(0, size(ids) - 2) AS at
WITH ids[at] AS first, ids[at + 1..] AS rest
UNWIND rest AS second
WITH first, second, count(*) AS shared
WHERE shared >= $least
WITH first, second, shared
ORDER BY shared DESC, first, second
LIMIT $most
MATCH (a:Hospital {id: first})
MATCH (b:Hospital {id: second})
RETURN a, b, shared
ORDER BY shared DESC, a.id, b.id
