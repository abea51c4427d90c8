/*
zh: 读过什么：地区 × 年份 × 类别
en: What has been read: district, year, kind
asks: 9
param level: text = null | 层级（空为发文地区本身） | Level (empty for the home itself)
column district: text
column name: text
column year: number
column kind: text
column documents: number
limit: 20000
*/
MATCH (t:Document)-[:SPEAKS_FOR]->(home:District)
MATCH (home)-[:PART_OF*0..3]->(d:District)
WHERE ($level IS NULL AND d.id = home.id) OR d.level = $level
RETURN d.id AS district, d.name AS name, t.year AS year, t.kind AS kind, count(DISTINCT t.id) AS documents
ORDER BY district, year, kind
