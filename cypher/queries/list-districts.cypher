/*
zh: 所有地区和它们的上级
en: All districts, each with the one it is part of
offered: no
column id: text
column name: text
column level: text
column parent: text
limit: 50000
*/
MATCH (d:District)
OPTIONAL MATCH (d)-[:PART_OF]->(wider:District)
WITH d, min(wider.id) AS parent
RETURN d.id AS id, d.name AS name, d.level AS level, parent
ORDER BY id
