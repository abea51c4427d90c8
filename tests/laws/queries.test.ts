/** Named queries: true headers, declared names only, and no form that one of the two stores reads otherwise (research: stores.md §2). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { labels, relationTypes, type Label, type RelationType } from '../../cypher/model/index.ts'
import { loadQueries, queryByName } from '../../cypher/queries/registry.ts'
import { edgeProperties, nodeProperties } from '../../cypher/schema/properties.ts'
import { maskStrings } from '../../cypher/store/cypher-text.ts'
import { findDifferences } from '../../cypher/store/hints.ts'

const queries = [...loadQueries().values()].map((query) => ({ ...query, masked: maskStrings(query.cypher) }))

const properties = new Set([...labels.flatMap((label) => nodeProperties(label)), ...relationTypes.flatMap((type) => edgeProperties(type))])

/** Forms that both accept and answer otherwise, beside those that the console hints at (research: neo4j.md §3). */
const unportable: readonly (readonly [string, RegExp])[] = [
  ['labels(n)[0]', /\blabels\s*\([^()]*\)\s*\[/],
  ['elementId or id()', /\belementId\s*\(|\bid\s*\(/i],
  ['=~ with \\w or \\d', /=~/],
  ['a list cut from the end', /\[\s*-?\d*\s*\.\.\s*-/],
  ['a null property in a pattern', /\{\s*\w+\s*:\s*null/],
  ['a relation type as a predicate', /(?:WHERE|AND|OR|NOT)\s+\w+\s*:\s*[A-Z]+_[A-Z]+/],
  ['a comma between patterns', /MATCH\s*\([^()]*\)\s*,/],
  ['an unbounded path', /\*\s*[\]|{]|\*\d+\.\.\s*\]/],
  ['toString of a number', /\btoString\s*\(/],
  ['a write', /\b(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD|DROP)\b/i],
]

/** Queries that look up one thing. */
const singleRow = new Set(['get-document', 'get-relation'])

/** `RETURN x AS a, count(*) AS b ORDER BY …` → a, b. */
function returnedColumns(masked: string): string[] {
  const last = masked.slice(masked.lastIndexOf('RETURN') + 'RETURN'.length).replace(/\bORDER BY[\s\S]*$/, '')
  const items: string[] = ['']
  let depth = 0
  for (const character of last) {
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth -= 1
    if (character === ',' && depth === 0) items.push('')
    else items[items.length - 1] += character
  }
  return items.map((item) => /(?:\bAS\s+)?(\w+)\s*$/.exec(item.trim())?.[1] ?? item)
}

describe.each(queries)('$name', (query) => {
  const { name, cypher, masked } = query
  test('头里的列就是返回的列，参数就是用到的参数', () => {
    expect(returnedColumns(masked)).toEqual(query.columns.map((column) => column.name))
    const used = new Set([...masked.matchAll(/\$(\w+)/g)].map((match) => match[1]))
    expect(used).toEqual(new Set(query.params.map((param) => param.name)))
    expect(queryByName(name).cypher).toBe(cypher)
  })
  test('只用模型里的标签、关系和属性', () => {
    const inNodes = [...masked.matchAll(/\(\s*\w*\s*:\s*(\w+)/g)].map((match) => match[1] as Label)
    expect(inNodes.filter((label) => !labels.includes(label))).toEqual([])
    const inEdges = [...masked.matchAll(/\[\s*\w*\s*:\s*([\w|]+)/g)].flatMap((match) => (match[1] ?? '').split('|') as RelationType[])
    expect(inEdges.filter((type) => !relationTypes.includes(type))).toEqual([])
    const named = [...masked.matchAll(/(?<![\d.])\b[a-z]\w*\.([a-zA-Z]\w*)\b(?!\s*\()/g)].map((match) => match[1] ?? '')
    const keys = [...masked.matchAll(/\{\s*(\w+)\s*:/g)].map((match) => match[1] ?? '')
    expect([...named, ...keys].filter((property) => !properties.has(property))).toEqual([])
  })
  test('两种图库读法相同', () => {
    expect([...findDifferences(cypher, 'embedded'), ...findDifferences(cypher, 'neo4j')]).toEqual([])
    expect(unportable.filter(([, form]) => form.test(masked)).map(([what]) => what)).toEqual([])
  })
  test('除非只有一行，都有顺序', () => {
    const last = masked.slice(masked.lastIndexOf('RETURN'))
    expect(last.includes('ORDER BY') || singleRow.has(name)).toBe(true)
  })
  test('不返回整个 Document（全文太大）', () => {
    const documents = [...masked.matchAll(/\((\w+)\s*:\s*Document\b/g)].map((match) => match[1])
    const returned = masked.slice(masked.lastIndexOf('RETURN')).replaceAll(/\{[^{}]*\}/g, '')
    for (const variable of documents) expect(returned).not.toMatch(new RegExp(`[\\s,(]${variable}\\s*(?:,|AS\\b|\\))`))
  })
})

describe('全部查询', () => {
  test('设计里的每一个都在', () => {
    const designed = [
      'overview',
      'find-entity',
      'list-neighbours',
      'count-neighbours',
      'list-partners',
      'list-members',
      'list-projects',
      'compare-projects',
      'count-initiatives',
      'compare-districts',
      'list-initiative-gaps',
      'rank-first-movers',
      'find-paths',
      'list-common-partners',
      'list-silent-plans',
      'list-claims',
      'list-conflicts',
      'count-coverage',
      'project-hospitals',
      'project-districts',
    ]
    expect(designed.filter((name) => !loadQueries().has(name))).toEqual([])
  })
  test('产品的九个问题都有人回答', () => {
    expect(new Set(queries.flatMap(({ asks }) => asks))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]))
  })
  test('名字是动词加宾语，标题不重复', () => {
    const named = /^(?:overview|(?:find|get|list|count|compare|rank|project)-[a-z-]+)$/
    expect(queries.map(({ name }) => name).filter((name) => !named.test(name))).toEqual([])
    expect(new Set(queries.map(({ title }) => title.zh)).size).toBe(queries.length)
  })
  test('读不懂的文件说出文件名', () => {
    expect(readFileSync(new URL('../../cypher/queries/registry.ts', import.meta.url), 'utf8')).toContain('cypher/queries/${file}')
  })
})
