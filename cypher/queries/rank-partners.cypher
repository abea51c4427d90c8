/*
zh: 谁的合作伙伴最多
en: Who has the most partners
asks: 1
column party: node
column partners: number
limit: 50
*/
MATCH (party)-[:COOPERATES_WITH]-(partner)
WITH party, count(DISTINCT partner.id) AS partners
RETURN party, partners
ORDER BY partners DESC, party.name, party.id
