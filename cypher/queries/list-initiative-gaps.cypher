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
ORDER BY d.id
WITH collect(d) AS known
UNWIND known AS d
MATCH (party)-[:LOCATED_IN|PART_OF*0..4]->(d)
MATCH (party)-[:PARTICIPATES_IN]->(p:Program)
WHERE p.family IS NOT NULL
WITH DISTINCT known, p.family AS family, d.id AS has
WITH known, family, collect(has) AS has
WITH family, size(known) AS total,
  [d IN known WHERE d.id IN has | d.id] AS having, [d IN known WHERE d.id IN has | d.name] AS havingNames,
  [d IN known WHERE NOT d.id IN has | d.id] AS lacking, [d IN known WHERE NOT d.id IN has | d.name] AS lackingNames
WHERE size(having) >= $share * total AND size(lacking) > 0
RETURN family, having, havingNames, lacking, lackingNames
ORDER BY size(having) DESC, family
