/*
zh: 一份文档的全文
en: One document with its text
offered: no
param id: text required | 文档编号 | Id of the document
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
column pages: list
column text: text
limit: 1
*/
MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[:SPEAKS_FOR]->(home:District)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.year AS year, d.kind AS kind, d.published AS published, d.url AS url, d.source AS source, d.path AS path, d.home AS home, d.characters AS characters, d.problems AS problems, home.id AS district, COUNT { (d)<-[:STATED_IN]-(:Claim) } AS claims, d.pages AS pages, d.text AS text
