/*
zh: 有共同伙伴的医院
en: Hospitals by shared partners
param least: number = 2 | 至少几个共同伙伴 | At least so many shared partners
column a: node
column b: node
column shared: number
limit: 2000
*/
MATCH (p)-[:COOPERATES_WITH]-(a:Hospital)
WITH DISTINCT p.id AS partner, a
WITH partner, collect(a.id) AS ids
UNWIND ids AS first
UNWIND ids AS second
WITH first, second
WHERE first < second
WITH first, second, count(*) AS shared
WHERE shared >= $least
MATCH (a:Hospital {id: first})
MATCH (b:Hospital {id: second})
RETURN a, b, shared
ORDER BY shared DESC, a.id, b.id
