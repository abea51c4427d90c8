/*
zh: 展开一个节点
en: Everything that one thing is joined to
param id: text required | 编号 | Id
param types: texts = [] | 关系类型（空为全部） | Relation types (empty for all)
param labels: texts = [] | 对方的种类（空为全部） | Kinds of neighbours (empty for all)
param direction: text = "both" | 方向：both、out、in | Direction: both, out, in
column relation: relation
column neighbour: node
column from: text
column to: text
limit: 500
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
MATCH (n)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF]-(m)
WHERE (size($types) = 0 OR type(r) IN $types)
  AND (size($labels) = 0 OR size([l IN labels(m) WHERE l IN $labels]) > 0)
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r).id = $id) OR ($direction = 'in' AND endNode(r).id = $id))
RETURN r AS relation, m AS neighbour, startNode(r).id AS from, endNode(r).id AS to
ORDER BY r.documents DESC, r.confidence DESC, r.id
