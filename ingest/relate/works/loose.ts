/** Buildings of which a sentence does not say in the same breath whose they are. */
import type { SentenceMention } from '../../reading.ts'
import type { WorksObject } from './objects.ts'
import { inBracket, readTail, stepAt, type Step, type Tail } from './tail.ts'
import type { WorksWords } from './words.ts'

const CLAUSE = /[^，。；：！？|\t]+/gu
const GENERIC =
  /^(?:新|主|裙|附|塔|老|旧|原|该|本|其|大|综合|基层|公立|社区|服务|规范化|标准化|各|多|所有|医疗|卫生|医院|村|镇级|乡镇|一|二|两|三|几|数|\d|个|座|栋|幢|处|新增|相关|全部|多个)*$/u
const COUNTED = /^(?:\d|[一二三四五六七八九十两几多]+[个座栋幢处家所])/u

/** Buildings without a body before them: 新建外科病房大楼, 医疗健康综合体项目开工. */
export function findLoose(
  text: string,
  known: { found: readonly WorksObject[]; mentions: readonly SentenceMention[]; speaks: boolean },
  words: WorksWords,
): WorksObject[] {
  const made: WorksObject[] = []
  const taken = [
    ...known.found.filter((object) => object.tail !== '' || object.rule !== 'works/bare-owner'),
    ...known.mentions.filter((mention) => mention.label !== 'Institution'),
  ].sort((a, b) => a.from - b.from)
  let next = 0
  for (const clause of text.matchAll(CLAUSE)) {
    const end = clause.index + clause[0].length
    const inside: { from: number; to: number }[] = []
    for (let span = taken[next]; span !== undefined && span.from < end; span = taken[++next]) inside.push(span)
    let from = clause.index
    for (const span of [...inside, { from: end, to: end }]) {
      if (span.from > from) {
        const object = looseObject(text, { from, to: span.from, speaks: known.speaks }, words)
        if (object !== undefined) made.push(object)
      }
      from = Math.max(from, span.to)
    }
  }
  return made
}

function looseObject(
  text: string,
  { from, to, speaks }: { from: number; to: number; speaks: boolean },
  words: WorksWords,
): WorksObject | undefined {
  for (let at = from; at < to; at++) {
    const step = stepAt(text, at, to, words)
    if (step === undefined || !opensLoose(step, { text, speaks }) || inBracket(text, at)) continue
    const begin = step.sort === 'kind' ? at : nameBegin(text, from, step, words)
    const tail = begin === undefined ? undefined : readTail(text, begin, to, words)
    if (tail === undefined || begin === undefined || tail.to <= at || COUNTED.test(text.slice(tail.to, tail.to + 3))) continue
    const specific = text.slice(begin, step.sort === 'phase' ? step.to : step.from)
    if (GENERIC.test(specific) && step.sort !== 'phase' && step.sort !== 'kind' && !/^新(?:院|大楼|楼|综合楼)/u.test(tail.text)) continue
    return {
      from: begin,
      to: tail.to,
      owners: [],
      tail: tail.text,
      needs: looseNeeds(tail, step),
      rule: 'works/object-without-owner',
      ...(tail.works === undefined ? {} : { works: tail.works }),
    }
  }
  return undefined
}

/** A building opens a name; where a hospital speaks of itself, 整体迁建项目 does too. */
function opensLoose(step: Step, at: { text: string; speaks: boolean }): boolean {
  if (step.sort === 'kind') return at.speaks && /^(?:项目|工程)/u.test(at.text.slice(step.to, step.to + 2))
  return step.sort === 'head' || step.sort === 'weak' || step.sort === 'phase'
}

/** A centre or a base is as often a service: it must be built before our eyes. */
function looseNeeds(tail: Tail, step: Step): WorksObject['needs'] {
  if (step.sort === 'weak' && !/楼|综合体/u.test(tail.text))
    return tail.works !== undefined && /项目|工程/u.test(tail.text)
      ? 'nothing'
      : /建设(?:项目|工程)/u.test(tail.text)
        ? 'stage'
        : 'physical'
  return tail.needs === 'nothing' ? 'nothing' : 'stage'
}

/** Where the name of a building begins: behind the last verb, particle or number before it. */
function nameBegin(text: string, from: number, step: Step, words: WorksWords): number | undefined {
  const before = text.slice(Math.max(from, step.from - 20), step.from)
  const boundary = words.boundary.exec(before)?.[0].length ?? 0
  const begin = step.from - before.length + boundary
  const name = text.slice(begin, step.from)
  if (name.length > 16 || COUNTED.test(name) || /[“”《》（）*]/u.test(name)) return undefined
  if (boundary === 0 && step.from - before.length > from) return undefined
  return name.length === 0 && step.sort !== 'phase' && !step.word.startsWith('新') ? undefined : begin
}
