/*
zh: 有文档为之发声的地区，各有几份、哪些年份
en: Districts for which documents speak, with how many and of which years
offered: no
column district: text
column documents: number
column years: list
limit: 50000
*/
MATCH (t:Document)-[:SPEAKS_FOR]->(d:District)
WITH d.id AS district, t.id AS document, t.year AS year
ORDER BY district, year
RETURN district, count(DISTINCT document) AS documents, collect(DISTINCT year) AS years
ORDER BY district
