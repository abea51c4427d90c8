/**
 * Where the two stores differ on a Cypher text: one row for each form, with the form that both read alike (research: stores.md §2,
 * neo4j.md §3). Forms are matched against the text without comments and, unless a row looks at strings, without what is in quotes.
 */

export interface Difference {
  readonly code: string
  /** `embedded` or `neo4j`: that store refuses the text, the other runs it. `neither`: both run it and answer otherwise. */
  readonly refusedBy: 'embedded' | 'neo4j' | 'neither'
  readonly form: RegExp
  /** Whether the form is one of what stands in quotes. */
  readonly inStrings?: boolean
  /** A text that has the form is free of it all the same where it has this. */
  readonly unless?: RegExp
  readonly hint: string
}

/** The embedded engine refuses these. */
const ONLY_NEO4J: readonly Omit<Difference, 'refusedBy'>[] = [
  {
    code: 'hint.label-expression',
    form: /\(\s*(?:[\p{L}_][\p{L}\p{N}_]*\s*)?:\s*(?:!\s*)?[\p{L}_%][\p{L}\p{N}_]*\s*[|&]|:\s*[!%]\s*[\p{L})]|(?<![[\p{L}\p{N}_])(?<!\[\s*)[\p{L}_][\p{L}\p{N}_]*:[\p{L}_][\p{L}\p{N}_]*[|&][\p{L}_]|\[[^\]]*:\s*!/u,
    hint: "内嵌图库不认标签表达式（A|B、A&B、!A）。请写 MATCH (n) WHERE n:Hospital OR n:Institution；排除用 AND NOT n:B；关系写 type(r) <> 'T'。",
  },
  {
    code: 'hint.inline-where',
    form: /\((?=[^()]*\))[^():]*:[^()]*\bWHERE\b/iu,
    hint: '内嵌图库不认括号内的 WHERE。请移到外面：MATCH (h:Hospital) WHERE h.beds > 1。',
  },
  {
    code: 'hint.quantified-path',
    form: /\)\s*\{\s*(?:\d+\s*)?(?:,\s*(?:\d+\s*)?)?\}|\bSHORTEST\s+\d|\bALL\s+SHORTEST\b|\bANY\s+SHORTEST\b|\]-[+*]|\]->?[+*{]/iu,
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
  {
    code: 'hint.full-text',
    form: /\bdb\.index\.fulltext\./iu,
    hint: '内嵌图库没有全文索引的过程。请写 WHERE n.search CONTAINS $text，或用页面上方的搜索。',
  },
  {
    code: 'hint.aggregate-in-map',
    form: /\{[^{}]*:\s*(?:count|sum|collect|min|max|avg)\s*\([^{}]*\}/iu,
    unless: /\b(?:COUNT|EXISTS|COLLECT|CALL)\s*\{/iu,
    hint: '内嵌图库不认映射里的聚合。请先 WITH count(*) AS n，再 RETURN {n: n}。',
  },
  {
    code: 'hint.path-of-one-node',
    form: /\b\w+\s*=\s*\(\s*\w*(?:\s*:\s*\w+)?\s*\)\s*(?=$|\s(?:RETURN|WHERE|WITH|MATCH)\b)/iu,
    hint: '内嵌图库不认只有一个节点的路径 p = (a)。请直接返回节点。',
  },
  {
    code: 'hint.returned-shortest-path',
    form: /\bRETURN\b(?:(?!\b(?:MATCH|WITH|CALL|UNION|UNWIND)\b)[^;])*\b(?:shortestPath|allShortestPaths)\s*\(/iu,
    hint: '内嵌图库不认 RETURN 里的 shortestPath(…)。请写 MATCH p = shortestPath(…) RETURN length(p)。',
  },
  {
    code: 'hint.optional-call',
    form: /\bOPTIONAL\s+CALL\b/iu,
    hint: '内嵌图库不认 OPTIONAL CALL。请在子查询里写 OPTIONAL MATCH。',
  },
  {
    code: 'hint.exists-returning',
    form: /\b(?:EXISTS|COUNT)\s*\{\s*RETURN\b/iu,
    hint: '内嵌图库的 EXISTS { … } 里要有模式：EXISTS { (n)-[:T]->() }。',
  },
  {
    code: 'hint.string-operators',
    form: /\|\||\btrim\s*\(\s*(?:BOTH|LEADING|TRAILING)\b|\bIS\s*(?:NOT\s*)?::|(?<![\p{L}\p{N}_.])\d+_\d+/iu,
    hint: '内嵌图库不认 ||、trim(BOTH …)、IS ::、1_000。请写 a + b、trim(x)、1000。',
  },
  {
    code: 'hint.union-order',
    form: /\bRETURN\s(?:(?!\b(?:AS|RETURN)\b)[^;])*\bAS\s+(\w+)\s*,(?:(?!\b(?:UNION|RETURN)\b)[^;])*\bAS\s+(\w+)\s+UNION\s(?:(?!\bRETURN\b)[^;])*\bRETURN\s(?:(?!\bAS\b)[^;])*\bAS\s+\2\s*,(?:(?!\bRETURN\b)[^;])*\bAS\s+\1\b/iu,
    hint: 'UNION 两边的列要同名同序：内嵌图库不会自己对齐。',
  },
]

/** Neo4j refuses these; the embedded engine gives something. */
const ONLY_EMBEDDED: readonly Omit<Difference, 'refusedBy'>[] = [
  {
    code: 'hint.not-a-list',
    form: /''\s*\[|'\s+'\s*\[|\blength\s*\(\s*'|\btoString\s*\(\s*\[|\bexists\s*\(\s*\w+\.\w+\s*\)|'\s*\+\s*(?:true|false)\b|(?<![\w.])\d+\s*=~|\brange\s*\([^()]*,\s*0\s*\)|\bsubstring\s*\([^(),]*,\s*-/iu,
    hint: "Neo4j 不认：'abc'[0]、length('abc')、toString([1])、exists(n.p)、'a' + true、1 =~ '1'、步长为 0 的 range、负的 substring 起点。请写 substring('abc', 0, 1)、size('abc')、n.p IS NOT NULL、toString(true)。",
  },
  {
    code: 'hint.shortest-path-minimum',
    form: /[sS]hortestPaths?\s*\([^;]*?\*\s*(?:[2-9]|\d\d)\d*\s*\.\./u,
    hint: 'Neo4j 的 shortestPath 从 0 或 1 步起。请写 [*..6]，再用 WITH p WHERE length(p) >= 2。',
  },
]

/** Both run these, and answer otherwise (or one of them not in time). */
const ANSWERED_OTHERWISE: readonly Omit<Difference, 'refusedBy'>[] = [
  {
    code: 'hint.shortest-path-pairs',
    form: /MATCH\s*\([^()]*\)\s*,\s*\([^()]*\)\s*,\s*\w+\s*=\s*(?:shortestPath|allShortestPaths)\s*\(/iu,
    hint: '这样写在内嵌图库里会搜遍所有点对，非常慢。请把两端和路径分成两个 MATCH：MATCH (a …), (b …) MATCH p = shortestPath((a)-[*..6]-(b))，并先写 WHERE a <> b。',
  },
  {
    code: 'hint.shortest-path-same-ends',
    form: /\b(?:shortestPath|allShortestPaths)\s*\(/iu,
    unless: /<>/u,
    hint: '两端是同一个节点时，Neo4j 报错，内嵌图库给出一个圈。请在 shortestPath 之前写 WHERE a <> b。',
  },
  {
    code: 'hint.filtered-shortest-path',
    form: /[sS]hortestPaths?\s*\((?:(?!\b(?:WITH|RETURN)\b)[\s\S])*?\)\s*WHERE\s+(?:all|any|none|single|length)\s*\(/u,
    hint: '最短路上的 WHERE：内嵌图库先求路再过滤，会漏掉路径；Neo4j 会逐条试更长的路，可能极慢。请把允许的关系类型写进模式：shortestPath((a)-[:A|B*..6]-(b))；长度用 WITH p WHERE length(p) <= 3 过滤。',
  },
  {
    code: 'hint.empty-range',
    form: /\*\s*\.\.\s*0\s*\]|\*\s*(?:9\s*\.\.\s*[1-8]|8\s*\.\.\s*[1-7]|7\s*\.\.\s*[1-6]|6\s*\.\.\s*[1-5]|5\s*\.\.\s*[1-4]|4\s*\.\.\s*[1-3]|3\s*\.\.\s*[12]|2\s*\.\.\s*1)\s*\]/u,
    hint: '上限小于下限（或为 0）的路径：Neo4j 没有结果，内嵌图库有。请写 [*1..3] 这样的范围。',
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
    code: 'hint.list-append',
    form: /(?<![\p{L}\p{N}_)\]])\[[^[\]]*\]\s*\+\s*(?:\d|'|")|(?<![\p{L}\p{N}_])\d+\s*\+\s*(?:\[|'|")/u,
    hint: "列表加单个值、数字加文本在内嵌图库里是 null。请写 [1, 2] + [3]、toString(1) + 'a'。",
  },
  {
    code: 'hint.mixed-comparison',
    form: /(?<![\w.])\d+\s*(?:=|<>)\s*'|'\s*(?:=|<>)\s*\d+(?![\w.])|\b(?:true|false)\s*[<>]\s*(?:true|false)\b|\]\s*[<>]=?\s*\[|\btoBoolean\s*\(\s*\d/iu,
    hint: "不同类型、布尔值、列表之间的比较，两种图库答案不同。请比较同类的数或文本：toString(x) = '1'。",
  },
  {
    code: 'hint.power-chain',
    form: /\^\s*[\w.]+\s*\^/u,
    hint: '连写的乘方两种图库结合方向不同。请加括号：(2 ^ 3) ^ 2。',
  },
  {
    code: 'hint.null-element',
    form: /\[[^[\]]*\bnull\b[^[\]|]*\]\s*(?:=|<>|IN\b)|(?:=|<>)\s*\[[^[\]]*\bnull\b|\{[^{}]*:\s*null\s*\}\s*(?:=|<>)|\bnull\s+IN\b|\b(?:any|none|all|single)\s*\(\s*\w+\s+IN\s+\[[^[\]]*\bnull\b/iu,
    hint: '含 null 的列表、映射，两种图库判断不同。请先去掉：[x IN l WHERE x IS NOT NULL]。',
  },
  {
    code: 'hint.null-in-pattern',
    form: /\([^()]*\{[^{}]*:\s*null\b[^{}]*\}\s*\)|\[[^[\]]*\{[^{}]*:\s*null\b[^{}]*\}\s*\]/iu,
    hint: '模式里的 {属性: null}：Neo4j 什么也不匹配，内嵌图库匹配没有该属性的。请写 WHERE n.属性 IS NULL。',
  },
  {
    code: 'hint.slice-from-end',
    form: /\[\s*-?\d*\s*\.\.\s*(?:-\s*\d|null)/iu,
    hint: '从末尾数的切片在内嵌图库里给出整个列表。请写 l[..size(l) - 1]。',
  },
  {
    code: 'hint.text-of-number',
    form: /\btoString\s*\(\s*\d[\d.]*(?:\.\d|e\d|\s*\/)|'\s*\+\s*\d+\.\d/iu,
    hint: '小数变成文本，两种图库写法不同（8.0 与 8）。请返回数，或先 toInteger(x)。',
  },
  {
    code: 'hint.number-of-text',
    form: /\btoInteger\s*\(\s*(['"])[^'"]*[.eE０-９][^'"]*\1|\bround\s*\(\s*-\s*\d+\.5\b/u,
    inStrings: true,
    hint: "toInteger('12.7')、round(-2.5) 两种图库不同。请写 toInteger(toFloat(x))、floor(x + 0.5)。",
  },
  {
    code: 'hint.partial-date',
    form: /\b(?:date|datetime|localdatetime)\s*\(\s*(['"])(?!\d{4}-\d{2}-\d{2}(?:\1|T))[^'"]*\1\s*\)/iu,
    inStrings: true,
    hint: "不完整的日期两种图库读法不同（一种报错或补全，一种给 null）。请写全：date('2024-05-01')，或直接比较文本 left(r.date, 7) = '2024-05'。",
  },
  {
    code: 'hint.empty-separator',
    form: /\bsplit\s*\([^,]*,\s*(?:''|"")\s*\)/iu,
    hint: "split(s, '') 在内嵌图库里两端多出空文本。请写 [i IN range(0, size(s) - 1) | substring(s, i, 1)]。",
  },
  {
    code: 'hint.pattern-classes',
    form: /=~\s*(['"])(?:(?!\1).)*?(?:\\\\?[wdbsWDBS1-9]|\(\?[=!<]|\\\\?p\{Han\})/u,
    inStrings: true,
    hint: '正则里的 \\w、\\d 在 Neo4j 只认 ASCII，在内嵌图库里也认汉字和全角数字；内嵌图库没有环视和反向引用。请写 [一-龥]、[0-9]、\\p{L}、\\p{IsHan}。',
  },
  {
    code: 'hint.unwind-of-one',
    form: /\bUNWIND\s+(?:\d|'|"|\{)/iu,
    hint: 'UNWIND 单个值：Neo4j 给一行，内嵌图库没有行。请写 UNWIND [x] AS y。',
  },
  {
    code: 'hint.first-label',
    form: /\blabels\s*\([^()]*\)\s*\[/iu,
    hint: "多个标签的次序两种图库不同。请写 n:Hospital，或 'Hospital' IN labels(n)。",
  },
  {
    code: 'hint.limit-without-order',
    form: /\b(?:LIMIT|SKIP)\b/iu,
    unless: /\bORDER\s+BY\b|\bRETURN\s+(?:DISTINCT\s+)?(?:count|coalesce|min|max|avg|size)\s*\(/iu,
    hint: '没有 ORDER BY 的 LIMIT，两种图库取到的不是同一些行。请加上 ORDER BY，例如 ORDER BY n.id。',
  },
]

const by = (refusedBy: Difference['refusedBy'], rows: readonly Omit<Difference, 'refusedBy'>[]): Difference[] =>
  rows.map((row) => ({ ...row, refusedBy }))

export const differences: readonly Difference[] = [
  ...by('embedded', ONLY_NEO4J),
  ...by('neo4j', ONLY_EMBEDDED),
  ...by('neither', ANSWERED_OTHERWISE),
]
