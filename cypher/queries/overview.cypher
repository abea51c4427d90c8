/*
zh: 图谱里有什么：按地区
en: What is in the map, by district
column district: node
column parent: text
column hospitals: number
column institutions: number
column consortia: number
column projects: number
column programs: number
column documents: number
limit: 5000
*/
MATCH (d:District)
OPTIONAL MATCH (d)-[:PART_OF]->(wider:District)
WITH d, min(wider.id) AS parent
RETURN d AS district, parent,
  COUNT { (d)<-[:LOCATED_IN]-(:Hospital) } AS hospitals,
  COUNT { (d)<-[:LOCATED_IN]-(:Institution) } AS institutions,
  COUNT { (d)<-[:LOCATED_IN]-(:Consortium) } AS consortia,
  COUNT { (d)<-[:LOCATED_IN]-(:Project) } AS projects,
  COUNT { (d)-[:PARTICIPATES_IN]->(:Program) } AS programs,
  COUNT { (d)<-[:SPEAKS_FOR]-(:Document) } AS documents
ORDER BY d.id
