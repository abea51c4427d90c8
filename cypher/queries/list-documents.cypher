/*
zh: 读过的文档
en: The documents that have been read
offered: no
column id: text
column title: text
column publisher: text
column year: number
column kind: text
column published: text
column url: text
column source: text
column path: text
column home: texts
column characters: number
column problems: text
column district: text
column claims: number
limit: 20000
*/
MATCH (d:Document)
OPTIONAL MATCH (d)-[:SPEAKS_FOR]->(home:District)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.year AS year, d.kind AS kind, d.published AS published, d.url AS url, d.source AS source, d.path AS path, d.home AS home, d.characters AS characters, d.problems AS problems, home.id AS district, COUNT { (d)<-[:STATED_IN]-(:Claim) } AS claims
ORDER BY coalesce(d.year, 0) DESC, coalesce(d.published, '') DESC, id
