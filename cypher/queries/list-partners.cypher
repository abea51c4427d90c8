/*
zh: 谁与它合作，什么形式，见于何时
en: Who works with it, in what form, since when
asks: 1, 2
param id: text required | 机构或地区的编号 | Id of the organisation or district
param forms: texts = [] | 合作形式（空为全部） | Forms (empty for all)
param statuses: texts = [] | 状态（空为全部） | Statuses (empty for all)
param from: number = null | 最早年份 | From year
param to: number = null | 最晚年份 | To year
column local: node
column partner: node
column form: text
column forms: texts
column status: text
column year: number
column firstYear: number
column lastYear: number
column documents: number
column relation: relation
limit: 1000
*/
CALL {
  MATCH (n:District {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Hospital {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Institution {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Consortium {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Project {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Program {id: $id}) RETURN n
}
MATCH (n)<-[:LOCATED_IN|PART_OF*0..4]-(party)
WITH DISTINCT n, party
MATCH (party)-[r:COOPERATES_WITH]-(partner)
WHERE NOT EXISTS { (partner)-[:LOCATED_IN|PART_OF*0..4]->(n) }
  AND (size($forms) = 0 OR any(form IN coalesce(r.forms, []) WHERE form IN $forms))
  AND (size($statuses) = 0 OR r.status IN $statuses)
  AND ($from IS NULL OR r.lastYear >= $from)
  AND ($to IS NULL OR r.firstYear <= $to)
RETURN party AS local, partner, r.form AS form, r.forms AS forms, r.status AS status, r.year AS year,
  r.firstYear AS firstYear, r.lastYear AS lastYear, r.documents AS documents, r AS relation
ORDER BY documents DESC, r.confidence DESC, r.id
