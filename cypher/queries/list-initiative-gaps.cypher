/*
zh: 多数地区都有、谁没有
en: Who lacks what most have
asks: 5
param level: text = "county" | 层级 | Level
param share: number = 0.5 | 至少多大比例的地区有 | Least share of districts that have it
column family: text
column having: texts
column havingNames: texts
column lacking: texts
column lackingNames: texts
limit: 100
*/
MATCH (t:Document)-[:SPEAKS_FOR]->(:District)-[:PART_OF*0..3]->(d:District)
WHERE d.level = $level
WITH DISTINCT d
MATCH (d)<-[:LOCATED_IN|PART_OF*0..4]-(party)
MATCH (party)-[:PARTICIPATES_IN]->(p:Program)
WHERE p.family IS NOT NULL
WITH DISTINCT p.family AS family, d.id AS district
ORDER BY family, district
WITH family, collect(district) AS has
// One row for all families, so that the list of districts is made once.
WITH collect(family) AS families, collect(size(has)) AS sizes, collect('|' + reduce(text = '', id IN has | text + id + '|')) AS marks
CALL {
  MATCH (t:Document)-[:SPEAKS_FOR]->(:District)-[:PART_OF*0..3]->(d:District)
  WHERE d.level = $level
  WITH DISTINCT d
  ORDER BY d.id
  RETURN collect(d.id) AS known, collect(d.name) AS names
}
UNWIND range(0, size(families) - 1) AS at
WITH families[at] AS family, sizes[at] AS common, marks[at] AS mark, known, names
WHERE common >= $share * size(known) AND common < size(known)
RETURN family,
  [i IN range(0, size(known) - 1) WHERE mark CONTAINS '|' + known[i] + '|' | known[i]] AS having,
  [i IN range(0, size(known) - 1) WHERE mark CONTAINS '|' + known[i] + '|' | names[i]] AS havingNames,
  [i IN range(0, size(known) - 1) WHERE NOT mark CONTAINS '|' + known[i] + '|' | known[i]] AS lacking,
  [i IN range(0, size(known) - 1) WHERE NOT mark CONTAINS '|' + known[i] + '|' | names[i]] AS lackingNames
ORDER BY size(having) DESC, family
