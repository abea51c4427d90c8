/*
zh: 它们共同的伙伴
en: Partners that they have in common
asks: 6
param ids: texts required | 编号 | Ids
param least: number = 2 | 至少与其中几个相连 | Joined to at least so many of them
column partner: node
column joined: texts
column relations: list
limit: 1000
*/
UNWIND $ids AS id
CALL {
  WITH id MATCH (n:District {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Hospital {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Institution {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Consortium {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Project {id: id}) RETURN n
  UNION ALL
  WITH id MATCH (n:Program {id: id}) RETURN n
}
WITH DISTINCT n
MATCH (n)-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH]-(m)
WHERE NOT m.id IN $ids
WITH m, n, r
ORDER BY n.id, r.id
WITH m, collect(DISTINCT n.id) AS joined, collect(r) AS relations
WHERE size(joined) >= $least
RETURN m AS partner, joined, relations
ORDER BY size(joined) DESC, m.name, m.id
