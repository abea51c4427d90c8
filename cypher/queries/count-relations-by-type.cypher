/*
zh: 每种关系有多少
en: How many relations of each type
column type: text
column count: number
limit: 100
*/
MATCH ()-[r]->()
RETURN type(r) AS type, count(r) AS count
ORDER BY count DESC, type
