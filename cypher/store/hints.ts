/**
 * Forms that the embedded engine refuses or reads differently from Neo4j (research: stores.md G1 to G15), with the form that both
 * read alike. Matched against the text without its strings and comments.
 */
import { maskStrings, placeAt } from './cypher-text.ts'
import type { CypherFault } from './port.ts'

interface Hint {
  readonly code: string
  readonly form: RegExp
  readonly hint: string
}

/** The engine refuses these with an error; the hint goes with it. */
const REFUSED: readonly Hint[] = [
  {
    code: 'hint.label-expression',
    form: /\(\s*[\p{L}_]?[\p{L}\p{N}_]*\s*:\s*!?\s*[\p{L}_%][\p{L}\p{N}_]*\s*[|&]|:\s*[!%]\s*[\p{L})]|(?<![[\p{L}\p{N}_])(?<!\[\s*)[\p{L}_][\p{L}\p{N}_]*:[\p{L}_][\p{L}\p{N}_]*[|&][\p{L}_]|\[[^\]]*:\s*!/u,
    hint: "内嵌图库不认标签表达式（A|B、A&B、!A）。请写 MATCH (n) WHERE n:Hospital OR n:Institution；排除用 AND NOT n:B；关系写 type(r) <> 'T'。",
  },
  {
    code: 'hint.inline-where',
    form: /\([^()]*:[^()]*\bWHERE\b[^()]*\)/iu,
    hint: '内嵌图库不认括号内的 WHERE。请移到外面：MATCH (h:Hospital) WHERE h.beds > 1。',
  },
  {
    code: 'hint.quantified-path',
    form: /\)\s*\{\s*\d*\s*,?\s*\d*\s*\}|\bSHORTEST\s+\d|\bALL\s+SHORTEST\b|\bANY\s+SHORTEST\b|\]-[+*]|\]->?[+*{]/iu,
    hint: '内嵌图库不认量化路径和 SHORTEST k。请写 -[:类型*1..3]-> 或 shortestPath(…)。',
  },
  {
    code: 'hint.collect-subquery',
    form: /\bCOLLECT\s*\{/iu,
    hint: '内嵌图库不认 COLLECT { … }。请写 CALL { WITH d MATCH … RETURN collect(x) AS xs }。',
  },
  {
    code: 'hint.temporal',
    form: /\bduration\s*\.\s*between|\b(?:date|datetime|localdatetime|time)\s*\.\s*truncate|\bpoint\s*\(|\b(?:date|datetime|localdatetime)\s*\([^()]*\)\s*\.\s*\w+/iu,
    hint: '内嵌图库不认日期的分量和 duration.between、point()。图谱里的日期是 ISO 文本：用 left(r.date, 4) 或 toInteger(substring(toString(d), 0, 4))。',
  },
  {
    code: 'hint.slice-of-aggregate',
    form: /\bcollect\s*\([^()]*\)\s*\[/iu,
    hint: '请先收集再切片：WITH d, collect(x) AS l RETURN l[..3]。',
  },
  {
    code: 'hint.comprehension-in-where',
    form: /\bsize\s*\(\s*\[\s*\(/iu,
    hint: 'WHERE 里不能用模式推导式。请写 COUNT { (h)--() } > 4，或先用 WITH 算出来。',
  },
  {
    code: 'hint.dynamic-name',
    form: /:\s*\$\s*\(|\]\s*=\s*\$|\(\s*\w*\s*:\s*\w+\s+\$\w+\s*\)/u,
    hint: '标签、属性名不能由参数给出：请直接写在语句里。',
  },
  {
    code: 'hint.missing-function',
    form: /\b(?:isEmpty|randomUUID|to(?:Integer|Float|Boolean|String)OrNull|toStringList|valueType|btrim)\s*\(|\bround\s*\([^()]*,|\bnodes\s*\(\s*null\s*\)|\bFINISH\b|\bUSE\b|\bSHOW\b|\bapoc\.|\bdb\.schema\.|\bIN\s+TRANSACTIONS\b|\bWHEN\s+[^\s,]+\s*,/iu,
    hint: '内嵌图库没有这个函数或子句。常用替换：size(x) = 0 代 isEmpty(x)；round(x*100)/100.0 代 round(x, 2)；toInteger(x) 遇到坏值就给 null；列出标签用 CALL db.labels()。',
  },
]

/** The engine runs these, and gives other rows than Neo4j (or none in time): told by `explain`, never by an error. */
const DIFFERENT: readonly Hint[] = [
  {
    code: 'hint.shortest-path-pairs',
    form: /MATCH\s*\([^()]*\)\s*,\s*\([^()]*\)\s*,\s*\w+\s*=\s*(?:shortestPath|allShortestPaths)\s*\(/iu,
    hint: '这样写会搜遍所有点对，非常慢。请把两端和路径分成两个 MATCH：MATCH (a …), (b …) MATCH p = shortestPath((a)-[*..6]-(b))，并先写 WHERE a <> b。',
  },
  {
    code: 'hint.relation-label',
    form: /(?:\bWHERE|\bAND|\bOR|\bNOT)\s+[\p{L}_][\p{L}\p{N}_]*\s*:\s*[A-Z]+_[A-Z_]+\b/u,
    hint: "内嵌图库里 WHERE r:类型 永远没有结果。请写 type(r) = '类型'。",
  },
  {
    code: 'hint.empty-sum',
    form: /(?<!coalesce\s*\(\s*)\bsum\s*\(/iu,
    hint: '没有行可加时，内嵌图库的 sum() 是 null（Neo4j 是 0）。请写 coalesce(sum(x), 0)。',
  },
  {
    code: 'hint.filtered-shortest-path',
    form: /[sS]hortestPaths?\s*\([\s\S]*?\bWHERE\s+(?:all|any|none|single)\s*\(/u,
    hint: '内嵌图库先求最短路再过滤，会漏掉路径。请把允许的关系类型写进模式：shortestPath((a)-[:A|B*..6]-(b))。',
  },
  {
    code: 'hint.list-append',
    form: /(?<![\p{L}\p{N}_)\]])\[[^[\]]*\]\s*\+\s*(?:\d|'|")/u,
    hint: '列表加单个值在内嵌图库里是 null。请写 [1, 2] + [3]。',
  },
]

/** The hint for the first refused form in a text; undefined where none is found. */
export function findHint(cypher: string): string | undefined {
  const masked = maskStrings(cypher)
  return REFUSED.find(({ form }) => form.test(masked))?.hint
}

/** What in a text would be answered otherwise by Neo4j, each with its place. Codes begin with `hint.`: the text runs all the same. */
export function findDifferences(cypher: string): CypherFault[] {
  const masked = maskStrings(cypher)
  return DIFFERENT.flatMap(({ code, form, hint }) => {
    const found = form.exec(masked)
    return found === null ? [] : [{ code, message: hint, ...placeAt(cypher, found.index) }]
  })
}
