/*
zh: 两者如何相连，也经过地区和举措类别
en: How two things are connected, through districts and families too
asks: 6
param a: text required | 一端的编号 | Id of one end
param b: text required | 另一端的编号 | Id of the other end
param hops: number = 6 | 最多几步（不超过 6） | Most steps (up to 6)
column path: path
column hops: number
limit: 200
*/
CALL {
  MATCH (a:District {id: $a}) RETURN a
  UNION ALL
  MATCH (a:Hospital {id: $a}) RETURN a
  UNION ALL
  MATCH (a:Institution {id: $a}) RETURN a
  UNION ALL
  MATCH (a:Consortium {id: $a}) RETURN a
  UNION ALL
  MATCH (a:Project {id: $a}) RETURN a
  UNION ALL
  MATCH (a:Program {id: $a}) RETURN a
}
CALL {
  MATCH (b:District {id: $b}) RETURN b
  UNION ALL
  MATCH (b:Hospital {id: $b}) RETURN b
  UNION ALL
  MATCH (b:Institution {id: $b}) RETURN b
  UNION ALL
  MATCH (b:Consortium {id: $b}) RETURN b
  UNION ALL
  MATCH (b:Project {id: $b}) RETURN b
  UNION ALL
  MATCH (b:Program {id: $b}) RETURN b
}
WITH a, b
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH|LOCATED_IN|PART_OF|IN_FAMILY*..6]-(b))
// The embedded engine passes over a reduce in ORDER BY. A filter beside the pattern would make Neo4j try every longer path as well.
WITH p, length(p) AS hops,
  reduce(text = '', n IN nodes(p) | text + n.id + ' ') AS things,
  reduce(text = '', r IN relationships(p) | text + coalesce(r.id, type(r)) + ' ') AS lines
WHERE hops <= $hops
RETURN p AS path, hops
ORDER BY hops, things, lines
