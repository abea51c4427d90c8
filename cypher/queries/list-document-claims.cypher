/*
zh: 一份文档说了什么
en: What one document says
offered: no
param id: text required | 文档编号 | Id of the document
column claim: node
limit: 20000
*/
MATCH (d:Document {id: $id})<-[:STATED_IN]-(c:Claim)
RETURN c AS claim
ORDER BY c.start, c.end, c.id
