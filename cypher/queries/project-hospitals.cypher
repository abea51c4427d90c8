/*
zh: 有共同伙伴的医院
en: Hospitals by shared partners
param least: number = 2 | 至少几个共同伙伴 | At least so many shared partners
column a: node
column b: node
column shared: number
limit: 2000
*/
MATCH (a:Hospital)-[:COOPERATES_WITH]-(p)-[:COOPERATES_WITH]-(b:Hospital)
WHERE a.id < b.id
WITH a, b, count(DISTINCT p.id) AS shared
WHERE shared >= $least
RETURN a, b, shared
ORDER BY shared DESC, a.id, b.id
