/*
zh: 一个地区某类举措的明细
en: The programs of one family in one district
asks: 5
param district: text required | 地区编号 | Id of the district
param family: text required | 举措类别 | Family
column program: node
column party: node
column status: text
column role: text
column firstYear: number
column lastYear: number
column relation: text
limit: 1000
*/
MATCH (d:District {id: $district})
MATCH (d)<-[:LOCATED_IN|PART_OF*0..4]-(party)
WITH DISTINCT party
MATCH (party)-[r:PARTICIPATES_IN]->(p:Program)
WHERE p.family = $family
RETURN p AS program, party, r.status AS status, r.role AS role, r.firstYear AS firstYear, r.lastYear AS lastYear, r.id AS relation
ORDER BY p.name, p.id, party.id
