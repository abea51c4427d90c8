/*
zh: 哪一年签约、加入、建设了什么
en: What was agreed, joined and built in which year
asks: 2, 4
param from: number = null | 最早年份 | From year
param to: number = null | 最晚年份 | To year
column line: relation
limit: 5000
*/
MATCH ()-[r:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS]->()
WHERE r.year IS NOT NULL
  AND ($from IS NULL OR r.year >= $from)
  AND ($to IS NULL OR r.year <= $to)
RETURN r AS line
ORDER BY r.year DESC, r.id
