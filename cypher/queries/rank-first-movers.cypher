/*
zh: 已读文件里谁最早
en: Earliest in what has been read
asks: 5
param families: texts = [] | 举措类别（空为全部） | Families (empty for all)
column family: text
column program: node
column district: node
column firstYear: number
column document: text
column title: text
limit: 2000
*/
MATCH (party)-[r:PARTICIPATES_IN]->(p:Program)
WHERE size($families) = 0 OR p.family IN $families
MATCH (party)-[:LOCATED_IN*0..1]->(d:District)
MATCH (c:Claim {relation: r.id})-[:STATED_IN]->(t:Document)
WHERE t.year IS NOT NULL
WITH p, d, t.year AS year, t.id AS document, t.title AS title
ORDER BY year, document
WITH p, d, min(year) AS firstYear, collect(document) AS documents, collect(coalesce(title, '')) AS titles
RETURN p.family AS family, p AS program, d AS district, firstYear, documents[0] AS document, titles[0] AS title
ORDER BY family, p.id, firstYear, d.id
