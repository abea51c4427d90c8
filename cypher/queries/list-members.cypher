/*
zh: 这个联合体由谁牵头，成员有谁
en: Who leads this consortium, who belongs
asks: 3
param id: text required | 联合体编号 | Id of the consortium
column member: node
column role: text
column status: text
column year: number
column documents: number
column relation: relation
limit: 1000
*/
MATCH (c:Consortium {id: $id})<-[r:MEMBER_OF]-(m)
RETURN m AS member, r.role AS role, r.status AS status, r.year AS year, r.documents AS documents, r AS relation
ORDER BY CASE WHEN r.role = 'lead' THEN 0 ELSE 1 END, m.name, m.id
