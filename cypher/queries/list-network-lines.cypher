/*
zh: 网络算法所用的全部关系，按起点合并
en: All relations as the network algorithms read them, gathered by their start
offered: no
column id: text
column types: texts
column ends: texts
column forms: list
column statuses: texts
column firstYears: list
column lastYears: list
column documents: list
column confidences: list
limit: 200000
*/
MATCH (a)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]->(b)
WITH a.id AS id, r, b.id AS other
ORDER BY r.id
// A null would be passed over by collect, and the lists would no longer be side by side.
RETURN id, collect(type(r)) AS types, collect(other) AS ends, collect(coalesce(r.forms, [])) AS forms,
  collect(coalesce(r.status, '')) AS statuses, collect(coalesce(r.firstYear, 0)) AS firstYears,
  collect(coalesce(r.lastYear, 0)) AS lastYears, collect(coalesce(r.documents, 0)) AS documents,
  collect(coalesce(r.confidence, 1)) AS confidences
ORDER BY id
