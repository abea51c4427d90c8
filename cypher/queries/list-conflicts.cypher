/*
zh: 哪里两份文件说法不一
en: Where two documents disagree
asks: 8
param district: text = null | 地区编号（空为全部） | Id of a district (empty for all)
column target: text
column type: text
column from: node
column to: node
column conflict: text
limit: 1000
*/
// A thing that is in conflict with itself has both ends in itself.
CALL {
  MATCH (n:District) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'District' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (n:Hospital) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'Hospital' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (n:Institution) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'Institution' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (n:Consortium) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'Consortium' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (n:Project) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'Project' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (n:Program) WHERE n.conflict IS NOT NULL RETURN n.id AS target, 'Program' AS type, n AS from, n AS to, n.conflict AS conflict
  UNION ALL
  MATCH (a)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]->(b) WHERE r.conflict IS NOT NULL RETURN r.id AS target, type(r) AS type, a AS from, b AS to, r.conflict AS conflict
}
WITH target, type, from, to, conflict
WHERE $district IS NULL
  OR EXISTS { (from)-[:LOCATED_IN|PART_OF*0..4]->(:District {id: $district}) }
  OR EXISTS { (to)-[:LOCATED_IN|PART_OF*0..4]->(:District {id: $district}) }
RETURN target, type, from, to, conflict
ORDER BY target
