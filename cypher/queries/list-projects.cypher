/*
zh: 在建什么：进度、资金、床位
en: What is being built: stage, money, beds
asks: 4
param district: text = null | 地区编号（空为全部） | Id of a district (empty for all)
param statuses: texts = [] | 进度（空为全部） | Stages (empty for all)
param from: number = null | 最早年份 | From year
param to: number = null | 最晚年份 | To year
column project: node
column owners: list
column districts: list
column works: text
column status: text
column investment: number
column invested: number
column investedInYear: number
column floorArea: number
column beds: number
column year: number
column conflict: text
limit: 2000
*/
MATCH (p:Project)
WHERE ($district IS NULL
    OR EXISTS { (p)-[:LOCATED_IN|PART_OF*1..4]->(:District {id: $district}) }
    OR EXISTS { (p)<-[:CONSTRUCTS]-()-[:LOCATED_IN|PART_OF*0..4]->(:District {id: $district}) })
  AND (size($statuses) = 0 OR p.status IN $statuses)
  AND ($from IS NULL OR coalesce(p.year, p.lastYear) >= $from)
  AND ($to IS NULL OR coalesce(p.year, p.firstYear) <= $to)
OPTIONAL MATCH (p)<-[:CONSTRUCTS]-(owner)
WITH p, owner
ORDER BY owner.id
WITH p, collect(owner) AS owners
OPTIONAL MATCH (p)-[:LOCATED_IN]->(d:District)
WITH p, owners, d
ORDER BY d.id
WITH p, owners, collect(d) AS districts
RETURN p AS project, owners, districts, p.works AS works, p.status AS status, p.investment AS investment,
  p.invested AS invested, p.investedInYear AS investedInYear, p.floorArea AS floorArea, p.beds AS beds, p.year AS year, p.conflict AS conflict
ORDER BY p.id
