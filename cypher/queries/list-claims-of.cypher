/*
zh: 这些关系和节点各由哪句话说出
en: The sentences behind each of these
offered: no
param ids: texts required | 关系或节点的编号 | Ids of relations or entities
column claim: node
column document: text
column title: text
column publisher: text
column documentYear: number
column published: text
column kind: text
limit: 20000
*/
UNWIND $ids AS id
MATCH (c:Claim {relation: id})-[:STATED_IN]->(d:Document)
RETURN c AS claim, d.id AS document, d.title AS title, d.publisher AS publisher, d.year AS documentYear, d.published AS published, d.kind AS kind
ORDER BY coalesce(d.year, 0) DESC, coalesce(d.published, '') DESC, document, c.start, c.id
