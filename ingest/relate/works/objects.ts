/** Finds what is built in a sentence: a body with the words of its works, a listed body, or a building without its body. */
import type { SentenceMention } from '../../reading.ts'
import { clausesOf } from './stage-hits.ts'
import type { Step } from './steps.ts'
import { jointAt, tailBehind } from './tail-behind.ts'
import { afterGloss, inBracket, PUBLIC_HOUSE, readTail, type Needs, type Tail } from './tail.ts'
import type { WorksKind, WorksWords } from './words.ts'

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
  readonly needs: Needs
  /** 该大楼项目: what was spoken of last. */
  readonly deictic?: true
  readonly rule:
    | 'works/owner-and-object'
    | 'works/shared-object'
    | 'works/bare-owner'
    | 'works/object-without-owner'
    | 'works/named-in-notice'
}

const NONE: readonly never[] = []
/** A campus that is named: what is built there is itself. */
export const CAMPUS_NAME = /(?:院区|分院|新院|[东西南北]院|[东西南北中]区)$/u

/** 分别为甲医院、乙医院扩建工程: each item of such a list says for itself what it is. */
const LISTING = /(?:分别为|分别是|包括|包含|：)$/u
/** 项目包括甲、乙和丙卫生院建设项目: what is said of all. */
const PLAIN = /^(?:建设|项目|工程)+$/u
const JOINER = /^(?:[、和及与暨]|以及|，以及)$/u

/** 5所乡镇卫生院: a number of them, none by name. */
const COUNT_BEFORE = /(?:\d|[一二三四五六七八九十两多余])[家所个]$/u

/** All objects of a sentence, left to right, none overlapping. Where a hospital `speaks`, works may stand without any name. */
export function findObjects(
  text: string,
  mentions: readonly SentenceMention[],
  { words, speaks }: { words: WorksWords; speaks: boolean },
): readonly WorksObject[] {
  const found: WorksObject[] = []
  let reached = 0
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]
    if (
      mention === undefined ||
      !canOwn(mention) ||
      mention.from < reached ||
      inBracket(text, mention.from) ||
      COUNT_BEFORE.test(text.slice(Math.max(0, mention.from - 4), mention.from)) ||
      CALLED.test(text.slice(Math.max(0, mention.from - 5), mention.from))
    )
      continue
    const last = lastOfRun(text, mentions, index)
    const owner = mentions[last] ?? mention
    const end = afterGloss(text, owner.to)
    const joint = jointAt(text, end)
    const tail = tailBehind(text, { end, joint, limit: nextBody(mentions, { last, end }, text) }, words)
    const run = mentions.slice(index, last + 1).filter(canOwn)
    if (tail === undefined) found.push(...run.map((one) => bareObject(text, one, words)))
    else if (joint > 0 && text.charAt(end) !== '等')
      found.push({ ...fromTail(tail, run), from: mention.from, to: tail.to, rule: 'works/shared-object' })
    else if (
      (tail.shared || joint > 0) &&
      !(tail.phased && CAMPUS_NAME.test(text.slice(mention.from, mention.to))) &&
      (PLAIN.test(tail.text) || !LISTING.test(text.slice(Math.max(0, mention.from - 5), mention.from)))
    )
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
  const loose = findLoose(text, { found, mentions, speaks }, words)
  if (loose.length === 0) return found
  return found.length === 0 ? loose : [...found, ...loose].sort((a, b) => a.from - b.from)
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

/** 拟挂牌甲医院分院, 更名为甲医院新院区: a name that is given. */
const CALLED = /(?:挂牌|加挂|更名为|命名为)了?“?$/u

const NO_OWNERS: ReadonlySet<unknown> = new Set(['company', 'government', 'university', 'research'])

/** Hospitals, and bodies that have premises; a company that builds and a government that pays own nothing. */
export function canOwn(mention: SentenceMention): boolean {
  // 你院新院区: whose it is, the letter's head says.
  if (mention.label === 'Hospital') return !mention.name.startsWith('你院')
  return mention.label === 'Institution' && !NO_OWNERS.has(mention.attrs['kind'])
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

function nextBody(mentions: readonly SentenceMention[], at: { last: number; end: number }, text: string): number {
  for (let index = at.last + 1; index < mentions.length; index++) {
    const from = mentions[index]?.from ?? text.length
    if (from >= at.end) return from
  }
  return text.length
}

/** A verb of building right before a name: 新建甲医院. */
export const VERB_BEFORE =
  /(?:新建|迁建|扩建|改扩建|改造|异地新建|规划建设|谋划建设|开工建设|启动建设|筹建|拟建|将建|兴建|重建|翻建|续建|推进建设|加快建设|(?<!共同|合作|联合)建设)(?:了)?$/u

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

const GENERIC =
  /^(?:新|址|主|裙|附|塔|老|旧|原|该|本|其|大|综合|基层|公立|社区|服务|规范化|标准化|各|多|所有|医疗|卫生|医院|业务|办公|[一二两三四五六七八九十]层|村|镇级|乡镇|一|二|两|三|几|数|\d|个|座|栋|幢|处|新增|相关|全部|多个)*$/u
const COUNTED = /^(?:\d|[一二三四五六七八九十两几多]+[个座栋幢处家所])/u

/** 疾控中心主任, 检验科、消毒供应中心, 城市副中心: a body, a department or a place, and nothing that is built. */
function isService(text: string, { begin, to }: { begin: number; to: number }): boolean {
  if (text.charAt(begin) === '集' || OF_PEOPLE.test(text.slice(to, to + 4)) || text.slice(begin, to).endsWith('副中心')) return true
  return text.charAt(begin - 1) === '、' && !/[楼房院程目区]/u.test(text.charAt(begin - 2))
}

/** 门诊楼扩建问题: what is asked for. */
const ASKED = /^(?:的?(?:问题|提案|建议(?!书))|事宜)/u
/** 某项目是第一个落地的医学中心建设项目: what it is, and no other. */
const PREDICATE = /(?:^|[^一二三四五六七八九十凡])(?:是|作为|系)[^，；。]*$/u
const OF_PEOPLE = /^(?:为|党|主任|书记|院长|站长|所长|副|负责|专家|领导|相关负责|工作人员|医[生务]|职工)/u

/** Buildings without a body before them: 新建外科病房大楼, 医疗健康综合体项目开工. */
function findLoose(
  text: string,
  known: { found: readonly WorksObject[]; mentions: readonly SentenceMention[]; speaks: boolean },
  words: WorksWords,
): readonly WorksObject[] {
  if (!words.steps.areIn(text)) return NONE
  const made: WorksObject[] = []
  const taken = [
    ...known.found.filter((object) => object.tail !== '' || object.rule !== 'works/bare-owner'),
    ...known.mentions.filter((mention) => mention.label !== 'Institution'),
  ].sort((a, b) => a.from - b.from)
  let next = 0
  for (const { from: begin, to: end } of clausesOf(text)) {
    const inside: { from: number; to: number }[] = []
    for (let span = taken[next]; span !== undefined && span.from < end; span = taken[++next]) inside.push(span)
    let from = begin
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
  for (let at = words.steps.nextOpening(text, from); at < to; at = words.steps.nextOpening(text, at + 1)) {
    const step = words.steps.at(text, at, to)
    if (
      step === undefined ||
      !opensLoose(step, { text, speaks: speaks || text.startsWith('该院', at - 2) }) ||
      inBracket(text, at) ||
      isPlaceWord(text, step)
    )
      continue
    const begin = step.sort === 'kind' ? at : nameBegin(text, from, step, words)
    const tail = begin === undefined ? undefined : readTail(text, begin, to, words)
    if (tail === undefined || begin === undefined || tail.to <= at) continue
    if (COUNTED.test(text.slice(tail.to, tail.to + 3)) || PART_OF.test(text.slice(tail.to, tail.to + 8))) continue
    const specific = text.slice(begin, step.sort === 'phase' ? step.to : step.from)
    if (
      PREDICATE.test(text.slice(from, begin)) ||
      ASKED.test(text.slice(tail.to, tail.to + 3)) ||
      /^[老旧原]院|^[省市县区]?[\u4e00-\u9fff]{2,6}(?:病院|防治院|疗养院)|^(?:大楼|该楼)?[主裙附辅副塔]楼$|办公用房$/u.test(tail.text) ||
      (step.sort === 'weak' && isService(text, { begin, to: tail.to }))
    )
      continue
    if (STRANGER.test(text.slice(Math.max(from, begin - 20), begin))) continue
    if (GENERIC.test(specific) && step.sort !== 'phase' && step.sort !== 'kind' && !/^新(?:院|址|大楼|楼|综合楼)/u.test(tail.text)) continue
    return {
      from: begin,
      to: tail.to,
      owners: [],
      tail: tail.text,
      needs: looseNeeds(tail, step),
      rule: 'works/object-without-owner',
      ...(tail.works === undefined ? {} : { works: tail.works }),
      ...(/[该此本]$/u.test(text.slice(0, begin)) ? { deictic: true } : {}),
    }
  }
  return undefined
}

/** 湖西新区, 金江镇公园路, 东站路: a place, and no building. */
function isPlaceWord(text: string, { sort, word, to }: Step): boolean {
  if (sort !== 'head' && sort !== 'weak') return false
  if (/^(?:以[东南西北]|[东南西北][侧面]|附近|旁|对面|周边|交叉)/u.test(text.slice(to, to + 2))) return true
  return /^(?:新区|[东南西北]区|总部院区)$/u.test(word) || (word.length === 1 && /^[路街区村镇乡巷社内旁边周]/u.test(text.slice(to)))
}

/** 是二期项目的重要组成部分. */
const PART_OF = /^的(?:重要|核心)?(?:组成)?部分/u

/** 儿童医院改扩建一期项目 where the reader does not know the hospital: what is another's is nobody's here. */
const STRANGER =
  /[\u4e00-\u9fff](?<![级等性合])(?:医院|卫生院|保健院|卫生服务中心|学校|学院)(?:原址|异地|易地|整体|迁址|改扩建|扩建|新建|迁建|改建|改造|建设)*$/u

/** A building opens a name; where a hospital speaks of itself, 整体迁建项目 does too. */
function opensLoose(step: Step, at: { text: string; speaks: boolean }): boolean {
  if (step.word === '新址') return true
  if (step.sort === 'kind') return at.speaks && /^(?:项目|工程)/u.test(at.text.slice(step.to, step.to + 2))
  return step.sort === 'head' || step.sort === 'weak' || step.sort === 'phase'
}

/** A centre or a base is as often a service: it must be built before our eyes. */
function looseNeeds(tail: Tail, step: Step): Needs {
  if (step.sort === 'weak' && !/楼|综合体/u.test(tail.text))
    return tail.works !== undefined && /项目|工程/u.test(tail.text)
      ? 'nothing'
      : /建设(?:项目|工程)/u.test(tail.text) || PUBLIC_HOUSE.test(tail.text)
        ? 'stage'
        : 'physical'
  return tail.needs === 'nothing' ? 'nothing' : 'stage'
}

/** Where the name of a building begins: behind the last verb, particle or number before it. */
function nameBegin(text: string, from: number, step: Step, words: WorksWords): number | undefined {
  const before = text.slice(Math.max(from, step.from - 20), step.from)
  const boundary = words.boundary.exec(before)?.[0].length ?? 0
  const opening = step.from - before.length + boundary
  // 一栋21层外科大楼: how high it is.
  const begin = opening + (/^\d+层/u.exec(text.slice(opening, step.from))?.[0].length ?? 0)
  const name = text.slice(begin, step.from)
  // 该院一期: the hospital spoken of.
  if (name === '院' && step.sort === 'phase' && /[该本我]/u.test(text.charAt(begin - 1))) return step.from
  if (name.length > 16 || COUNTED.test(name) || /[“”《》（）【】*]/u.test(name)) return undefined
  if (boundary === 0 && step.from - before.length > from) return undefined
  return name.length === 0 && step.sort !== 'phase' && !step.word.startsWith('新') ? undefined : begin
}
