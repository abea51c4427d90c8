/*
zh: 地区 × 举措类别
en: District by initiative family
asks: 5
param level: text = "county" | 层级：province、city、county、township | Level: province, city, county, township
param families: texts = [] | 举措类别（空为全部） | Families (empty for all)
param from: number = null | 最早年份 | From year
param to: number = null | 最晚年份 | To year
column district: text
column name: text
column family: text
column programs: number
column statuses: texts
column firstYear: number
limit: 20000
*/
MATCH (party)-[r:PARTICIPATES_IN]->(p:Program)
WHERE p.family IS NOT NULL
  AND (size($families) = 0 OR p.family IN $families)
  AND ($from IS NULL OR r.lastYear >= $from)
  AND ($to IS NULL OR r.firstYear <= $to)
MATCH (party)-[:LOCATED_IN|PART_OF*0..4]->(d:District)
WHERE d.level = $level
WITH d, p, r
ORDER BY r.status, p.id
RETURN d.id AS district, d.name AS name, p.family AS family, count(DISTINCT p.id) AS programs,
  collect(DISTINCT r.status) AS statuses, min(r.firstYear) AS firstYear
ORDER BY district, family
