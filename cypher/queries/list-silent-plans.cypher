/*
zh: 说过要做、后来再没提起
en: Planned, and never mentioned again
asks: 7
param district: text = null | 发文地区编号（空为全部） | Id of the home district (empty for all)
param year: number = null | 计划见于哪一年（空为全部） | Year of the plan (empty for all)
column type: text
column from: node
column to: node
column plannedIn: number
column home: node
column later: texts
column relation: relation
limit: 1000
*/
MATCH (a)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN]->(b)
WHERE r.status = 'planned' AND r.lastYear IS NOT NULL AND ($year IS NULL OR r.lastYear = $year)
  AND (type(r) <> 'CONSTRUCTS' OR coalesce(b.lastYear, r.lastYear) <= r.lastYear)
MATCH (c:Claim {relation: r.id})-[:STATED_IN]->(:Document)-[:SPEAKS_FOR]->(home:District)
WHERE $district IS NULL OR home.id = $district
WITH DISTINCT a, r, b, home
MATCH (home)<-[:SPEAKS_FOR]-(t:Document)
WHERE t.year > r.lastYear
WITH a, r, b, home, t.year AS year, t.id AS document
ORDER BY year, document
WITH a, r, b, home, collect(document) AS later
RETURN type(r) AS type, a AS from, b AS to, r.lastYear AS plannedIn, home, later, r AS relation
ORDER BY plannedIn, r.id, home.id
