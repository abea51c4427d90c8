/** Finds what is built in a sentence: a body with the words of its works, a listed body, or a building without its body. */
import type { SentenceMention } from '../../reading.ts'
import { worksWords, type WorksKind, type WorksWords } from './words.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'

export interface WorksObject {
  /** Span in the reading form, with the owner's name where it stands directly before. */
  readonly from: number
  readonly to: number
  /** The body named with it; several where they build together; none where the sentence leaves it out. */
  readonly owners: readonly SentenceMention[]
  /** What is built or done, as written after the owner's name; '' where only the name stands. */
  readonly tail: string
  readonly works?: WorksKind
  /** For 北区项目一期: the tail of the whole. */
  readonly whole?: string
  /** How sure it is that works are meant: surely, only beside a stage of works, or only beside a physical one. */
  readonly needs: 'nothing' | 'stage' | 'physical'
  readonly rule: 'works/owner-and-object' | 'works/shared-object' | 'works/bare-owner' | 'works/object-without-owner'
}

const FREE = 12
const PHASE = /(?:[一二三四五]|首|1|2|3)期(?:工程|项目)?(?!临床|培训|学员|课程|试验)/uy
const TYPE = /项目|工程/uy
const BUILD = /建设/uy
const FREE_STOP =
  /[，。；：！？（）“”《》|\t□*]|完成|推进|启动|开工|竣工|投入|投用|启用|正式|已|将|于|因|与|为|被|获|在|开展|达到|通过|选址|总投资|占地|建筑面积|床位|主体|累计|目前|计划|按|标准|以|对|从|把|成为|新增|采购|拥有|由|以及|\d|个|家|名|人/u
const JOINT = /^(?:合建|共建|共用|联合建设|共同建设|合作建设)的?/u

interface Tail {
  readonly to: number
  readonly text: string
  readonly works: WorksKind | undefined
  readonly needs: WorksObject['needs']
  readonly whole: string | undefined
  /** Words of works in it (迁建, 项目), so that names joined before it by 、 share it. */
  readonly shared: boolean
}

interface Step {
  readonly sort: 'head' | 'weak' | 'kind' | 'phase' | 'type' | 'build'
  readonly from: number
  readonly to: number
  readonly word: string
}

/** The next word of works at `at`, after at most `FREE` free characters that hold no stop. */
function nextStep(text: string, at: number, limit: number, words: WorksWords): Step | undefined {
  for (let from = at; from < limit && from - at <= FREE; from++) {
    const step = stepAt(text, from, limit, words)
    if (step !== undefined) return FREE_STOP.test(text.slice(at, from)) ? undefined : step
  }
  return undefined
}

function stepAt(text: string, from: number, limit: number, words: WorksWords): Step | undefined {
  const tries: readonly (readonly [Step['sort'], RegExp])[] = [
    ['kind', words.kind],
    ['phase', PHASE],
    ['type', TYPE],
    ['build', BUILD],
    ['weak', words.weakHead],
    ['head', words.head],
  ]
  let best: Step | undefined
  for (const [sort, pattern] of tries) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match === null || from + match[0].length > limit) continue
    const to = from + match[0].length
    if (best === undefined || to > best.to) best = { sort, from, to, word: match[0] }
  }
  return best
}

/** The words of works that follow a body's name, or undefined where there are none. */
export function readTail(text: string, at: number, limit: number, words: WorksWords): Tail | undefined {
  const steps: Step[] = []
  let from = at + (text.startsWith('的', at) ? 1 : 0)
  let start = from
  let verb: WorksKind | undefined
  for (let step = nextStep(text, from, limit, words); step !== undefined; step = nextStep(text, from, limit, words)) {
    const free = step.from - from
    // 县医院新建外科大楼: the verb tells the kind of works, and is no part of the name.
    if (steps.length === 0 && free === 0 && verb === undefined && opensBuilding(step, { text, limit, words })) {
      verb = 'new'
      from = start = step.to
      continue
    }
    const sort = step.sort
    // After the first word of works only a building, or works directly joined, still belong to it: 二期住院综合楼, 门诊及病房楼改建项目.
    if (steps.length > 0 && free > 0 && sort !== 'head' && sort !== 'weak') break
    if (steps.length > 0 && free > 8) break
    if (steps.length === 0 && free > 0 && sort === 'build') break
    // 新址搬迁启用: moving in is progress, not part of the name.
    if (steps.at(-1)?.word === '新址' && step.word.startsWith('搬迁')) break
    steps.push(step)
    from = step.to
  }
  const last = steps.at(-1)
  if (last === undefined) return undefined
  const written = text.slice(start, last.to)
  if (!steps.some((step) => step.sort === 'head') && words.not.test(written)) return undefined
  const tail = judgeTail(steps, { text, start, written, words })
  return tail === undefined || verb === undefined ? tail : { ...tail, works: verb }
}

/** 新建 before a building, not before 项目. */
function opensBuilding(step: Step, at: { text: string; limit: number; words: WorksWords }): boolean {
  if (step.sort !== 'kind' || at.words.kindOf(step.word) !== 'new') return false
  const next = nextStep(at.text, step.to, at.limit, at.words)
  return next !== undefined && (next.sort === 'head' || next.sort === 'weak')
}

function judgeTail(steps: readonly Step[], at: { text: string; start: number; written: string; words: WorksWords }): Tail | undefined {
  const last = steps.at(-1)
  const first = steps[0]
  if (last === undefined || first === undefined) return undefined
  const has = (...sorts: Step['sort'][]): boolean => steps.some((step) => sorts.includes(step.sort))
  const direct = first.from === at.start
  const kindStep = steps.find((step) => step.sort === 'kind')
  const works = (kindStep === undefined ? undefined : at.words.kindOf(kindStep.word)) ?? kindOfText(at.written)
  const phaseAt = steps.findIndex((step) => step.sort === 'phase')
  const whole = phaseAt > 0 && phaseAt === steps.length - 1 ? at.text.slice(at.start, steps[phaseAt]?.from) : undefined
  const strongKind = kindStep !== undefined && (works !== 'renovation' || direct || has('type', 'head'))
  const needs =
    strongKind || (has('head', 'phase', 'weak') && has('type')) || (direct && has('type'))
      ? 'nothing'
      : has('head', 'phase')
        ? 'stage'
        : has('weak') || direct
          ? 'physical'
          : undefined
  if (needs === undefined) return undefined
  return {
    to: last.to,
    text: at.written,
    works,
    needs: first.sort === 'build' && !has('type') ? 'stage' : needs,
    whole,
    shared: has('kind', 'type', 'phase') && !has('head', 'weak'),
  }
}

/** 新院区 is new, 新址 a move, where no word of works says so. */
export function kindOfText(written: string): WorksKind | undefined {
  if (/新址|搬迁|迁/u.test(written)) return 'relocation'
  return /新院|新大楼|新楼|新区|新建/u.test(written) ? 'new' : undefined
}

/** 分别为甲医院、乙医院扩建工程: each item of such a list says for itself what it is. */
const LISTING = /(?:分别为|分别是|包括|包含|：)$/u
const JOINER = /^(?:[、和及与暨]|以及|，以及)$/u

/** 5所乡镇卫生院: a number of them, none by name. */
const COUNT_BEFORE = /(?:\d|[一二三四五六七八九十两多余])[家所个]$/u

/** All objects of a sentence, left to right, none overlapping. */
export function findObjects(text: string, mentions: readonly SentenceMention[], lexicon: Lexicon): WorksObject[] {
  const words = worksWords(lexicon)
  const found: WorksObject[] = []
  let reached = 0
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]
    if (
      mention === undefined ||
      !canOwn(mention) ||
      mention.from < reached ||
      inBracket(text, mention.from) ||
      COUNT_BEFORE.test(text.slice(Math.max(0, mention.from - 4), mention.from))
    )
      continue
    const last = lastOfRun(text, mentions, index)
    const owner = mentions[last] ?? mention
    const joint = JOINT.exec(text.slice(owner.to, owner.to + 8))?.[0].length ?? 0
    const tail = readTail(text, owner.to + joint, nextBody(mentions, last, text), words)
    const run = mentions.slice(index, last + 1).filter(canOwn)
    if (tail === undefined) found.push(...run.map((one) => bareObject(text, one, words)))
    else if (joint > 0) found.push({ ...fromTail(tail, run), from: mention.from, to: tail.to, rule: 'works/shared-object' })
    else if (tail.shared && !LISTING.test(text.slice(Math.max(0, mention.from - 5), mention.from)))
      found.push(
        ...run.map((one) => ({
          ...fromTail(tail, [one]),
          from: one.from,
          to: one === owner ? tail.to : one.to,
          rule: one === owner ? ('works/owner-and-object' as const) : ('works/shared-object' as const),
        })),
      )
    else
      found.push(...run.slice(0, -1).map((one) => bareObject(text, one, words)), {
        ...fromTail(tail, [owner]),
        from: owner.from,
        to: tail.to,
        rule: 'works/owner-and-object',
      })
    reached = found.at(-1)?.to ?? reached
    index = last
  }
  return [...found, ...withoutOwner(text, { found, mentions }, words)].sort((a, b) => a.from - b.from)
}

function fromTail(
  tail: Tail,
  owners: readonly SentenceMention[],
): Pick<WorksObject, 'owners' | 'tail' | 'needs'> & { works?: WorksKind; whole?: string } {
  return {
    owners,
    tail: tail.text,
    needs: tail.needs,
    ...(tail.works === undefined ? {} : { works: tail.works }),
    ...(tail.whole === undefined ? {} : { whole: tail.whole }),
  }
}

/** Hospitals, and bodies that have premises; a company that builds and a government that pays own nothing. */
export function canOwn(mention: SentenceMention): boolean {
  if (mention.label === 'Hospital') return true
  return (
    mention.label === 'Institution' && !['company', 'government', 'university', 'research'].includes(String(mention.attrs['kind'] ?? ''))
  )
}

/** Index of the last body of a run that is joined by 、, 和 or 及 only. */
function lastOfRun(text: string, mentions: readonly SentenceMention[], index: number): number {
  let last = index
  for (;;) {
    const here = mentions[last]
    const next = mentions[last + 1]
    if (here === undefined || next === undefined || !canOwn(next) || !JOINER.test(text.slice(here.to, next.from))) return last
    last++
  }
}

function nextBody(mentions: readonly SentenceMention[], index: number, text: string): number {
  return mentions[index + 1]?.from ?? text.length
}

const GLOSS = 60

/** Whether a place stands in a bracket that glosses what is before it. */
function inBracket(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - GLOSS), at)
  const open = before.lastIndexOf('（')
  return open >= 0 && open + Math.max(0, at - GLOSS) > 0 && before.lastIndexOf('）') < open
}

const VERB_BEFORE = /(?:新建|迁建|扩建|改扩建|改造|异地新建|规划建设|开工建设|启动建设|筹建|拟建|推进建设|加快建设)(?:了)?$/u

/** A body whose name stands alone; counts only beside a stage of works that is said of it. */
function bareObject(text: string, owner: SentenceMention, words: WorksWords): WorksObject {
  const verb = VERB_BEFORE.exec(text.slice(Math.max(0, owner.from - 6), owner.from))?.[0]
  const kind = verb === undefined ? undefined : words.kindOf(verb.replace(/了$/u, ''))
  return {
    from: owner.from,
    to: owner.to,
    owners: [owner],
    tail: '',
    needs: 'physical',
    rule: 'works/bare-owner',
    ...(kind === undefined ? {} : { works: kind }),
  }
}

const CLAUSE = /[^，。；：！？|\t]+/gu
const GENERIC =
  /^(?:新|主|裙|附|塔|老|旧|原|该|本|其|大|综合|基层|公立|社区|服务|规范化|标准化|各|多|所有|医疗|卫生|医院|村|镇级|乡镇|一|二|两|三|几|数|\d|个|座|栋|幢|处|新增|相关|全部|多个)*$/u
const COUNTED = /^(?:\d|[一二三四五六七八九十两几多]+[个座栋幢处家所])/u

/** Buildings without a body before them: 新建外科病房大楼, 医疗健康综合体项目开工. */
function withoutOwner(
  text: string,
  known: { found: readonly WorksObject[]; mentions: readonly SentenceMention[] },
  words: WorksWords,
): WorksObject[] {
  const made: WorksObject[] = []
  const taken = [
    ...known.found.filter((object) => object.tail !== '' || object.rule !== 'works/bare-owner'),
    ...known.mentions.filter((mention) => mention.label !== 'Institution'),
  ].sort((a, b) => a.from - b.from)
  for (const clause of text.matchAll(CLAUSE)) {
    const end = clause.index + clause[0].length
    const inside = taken.filter((span) => span.from >= clause.index && span.from < end)
    let from = clause.index
    for (const span of [...inside, { from: end, to: end }]) {
      if (span.from > from) {
        const object = looseObject(text, from, span.from, words)
        if (object !== undefined) made.push(object)
      }
      from = Math.max(from, span.to)
    }
  }
  return made
}

function looseObject(text: string, from: number, to: number, words: WorksWords): WorksObject | undefined {
  for (let at = from; at < to; at++) {
    const step = stepAt(text, at, to, words)
    if (step === undefined || (step.sort !== 'head' && step.sort !== 'weak' && step.sort !== 'phase') || inBracket(text, at)) continue
    const begin = nameBegin(text, from, step, words)
    const tail = begin === undefined ? undefined : readTail(text, begin, to, words)
    if (tail === undefined || begin === undefined || tail.to <= at || COUNTED.test(text.slice(tail.to, tail.to + 3))) continue
    const specific = text.slice(begin, step.sort === 'phase' ? step.to : step.from)
    if (GENERIC.test(specific) && step.sort !== 'phase' && !/^新(?:院|大楼|楼|综合楼)/u.test(tail.text)) continue
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
  return name.length === 0 && step.sort !== 'phase' && !/^新/u.test(step.word) ? undefined : begin
}
