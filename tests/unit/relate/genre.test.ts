/** Passages in the wording of the genre, from many provinces and kinds of speaker, read through all stages and folded. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Relation } from '../../../cypher/model/index.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { extractDocument } from '../../../ingest/pipeline.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { foldExtraction } from '../../../ingest/resolve/extraction.ts'

interface Passage {
  readonly title: string
  readonly text: string
  /** `type end end form-or-role status year`; COOPERATES_WITH in either order. */
  readonly expect: readonly string[]
  /** Right as well: what annotators may differ on, or another reading of an expected pair. */
  readonly may?: readonly string[]
  /** Names that no relation may have for an end. */
  readonly forbid?: readonly string[]
  readonly note: string
  /** Why it is not yet read right; a passage that starts to pass must lose it. */
  readonly todo?: string
}

const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
const passages = JSON.parse(readFileSync(new URL('../../cases/genre.json', import.meta.url), 'utf8')) as Passage[]
const KEYS: Readonly<Record<string, readonly string[]>> = {
  COOPERATES_WITH: ['form', 'status', 'year'],
  MEMBER_OF: ['role', 'status'],
  BRANCH_OF: [],
  AFFILIATED_WITH: [],
}

/** The relations that the text itself states, one line each. */
function read(title: string, text: string): string[] {
  const whole = `${title}\n\n${text}\n`
  const raw = { id: createHash('sha256').update(whole).digest('hex'), text: whole, encoding: 'utf-8', problems: [], meta: {} }
  const record = { ...extractDocument(raw, tools), paths: ['passage.txt'], read: null }
  const { entities, relations } = foldExtraction([record as never], [])
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return relations.filter(({ type, basis }) => type in KEYS && basis === 'text').map((relation) => lineOf(relation, names))
}

function lineOf({ type, from, to, attrs }: Pick<Relation, 'type' | 'from' | 'to' | 'attrs'>, names: ReadonlyMap<string, string>): string {
  const values = (KEYS[type] ?? []).map((key) => attrs[key]).filter((value) => value !== undefined)
  return inOrder([type, names.get(from), names.get(to), ...values].join(' '))
}

function inOrder(line: string): string {
  const [type = '', first = '', second = '', ...rest] = line.split(' ')
  const ends = type === 'COOPERATES_WITH' ? [first, second].sort() : [first, second]
  return [type, ...ends, ...rest].join(' ')
}

const pairOf = (line: string): string => inOrder(line).split(' ').slice(0, 3).join(' ')

/** What is wrong with what was read: missing pairs, pairs and attributes that nobody expects, forbidden ends. */
function faultsOf(passage: Passage): string[] {
  const got = read(passage.title, passage.text)
  const right = new Set([...passage.expect, ...(passage.may ?? [])].map(inOrder))
  const pairs = new Set(got.map(pairOf))
  return [
    ...passage.expect.filter((line) => !pairs.has(pairOf(line))).map((line) => `缺：${line}`),
    ...got.filter((line) => !right.has(line)).map((line) => `多或错：${line}`),
    ...got.filter((line) => (passage.forbid ?? []).some((name) => line.includes(name))).map((line) => `不该有：${line}`),
  ]
}

describe('各地公文里的合作与联合体', () => {
  it.each(passages.filter((passage) => passage.todo === undefined))('$title', (passage) => {
    expect(faultsOf(passage)).toEqual([])
  })

  it.each(passages.filter((passage) => passage.todo !== undefined))('尚未读对：$title', (passage) => {
    expect(faultsOf(passage)).not.toEqual([])
  })
})

/** Words of one list over and over, and then one that is none of it: each is read, or left, at once. */
describe('反复的词', () => {
  it.each([
    ['单个的名称', `选派医生到${'瑞金和仁济及'.repeat(40)}学习，江州市第一医院参加。`],
    ['成员之间', `江州市第一医院医联体成员单位：江州市第二医院${'成员单位'.repeat(40)}员江州市中医院、青岚县人民医院、云溪县人民医院。`],
    ['迁建的内容', `江州市第一医院整体搬迁${'基础设施附属设施'.repeat(30)}基建设项目开工。`],
    ['一格里', `项目名称\t计划节点\t实际进度\n江州市第一医院门诊楼\t主体封顶\t${'已按期'.repeat(60)}提`],
    ['揭牌之前', `江州市第一医院云溪医院${'在江州也'.repeat(60)}。`],
  ])('%s', (_, text) => {
    const id = createHash('sha256').update(text).digest('hex')
    const raw = { id, text: `江州市卫生健康委员会2022年工作总结\n\n${text}\n`, encoding: 'utf-8' as const, meta: {}, problems: [] }
    expect(extractDocument(raw, tools).problems).toEqual([])
  })
})
