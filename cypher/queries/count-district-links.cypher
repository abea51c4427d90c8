/*
zh: 地区之间有多少条关系
en: How many relations run between districts
offered: no
column a: text
column b: text
column type: text
column count: number
limit: 5000
*/
MATCH (a:District)<-[:LOCATED_IN*0..1]-(x)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH]-(y)-[:LOCATED_IN*0..1]->(b:District)
WHERE a.id < b.id
RETURN a.id AS a, b.id AS b, type(r) AS type, count(DISTINCT r.id) AS count
ORDER BY count DESC, a, b, type
