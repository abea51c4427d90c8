/*
zh: 哪份文件、哪句话这样说
en: Who says so, in what words
asks: 8
param id: text required | 关系或节点的编号 | Id of the relation or entity
column claim: node
column document: text
column title: text
column publisher: text
column documentYear: number
column published: text
column kind: text
limit: 500
*/
MATCH (c:Claim {relation: $id})-[:STATED_IN]->(d:Document)
RETURN c AS claim, d.id AS document, d.title AS title, d.publisher AS publisher, d.year AS documentYear, d.published AS published, d.kind AS kind
ORDER BY coalesce(d.year, 0) DESC, coalesce(d.published, '') DESC, document, c.start, c.id
