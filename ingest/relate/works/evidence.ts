/** Whether a group of objects is really works, or only a name, a department or a service. */
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import { VERB_BEFORE, type WorksObject } from './objects.ts'
import type { Clause, StageHit } from './stages.ts'
import { afterGloss } from './tail.ts'
import type { WorksKind } from './words.ts'

const END = /^(?:建设|等|施工|仪式|并|和|及|与|、|以及|[，。；：！？|\t]|$)/u
/** 新大楼建成后达500张: nothing of how far it is, but that it is built. */
const BUILT_ONCE = /^(?:建成|投用|启用|竣工|完工|投入使用)后/u
const NAMED_PROJECTS = /^等.{0,8}(?:项目|工程)/u
const NEXT_OPENS = /^(?:项目|工程|主体|土建|桩基|总投资|总建筑面积|占地)/u
const FAR = 120
/** 对甲、乙卫生院进行了改造提升. */
const DONE_TO =
  /^(?:目前)?(?:正在|已经?|将)?(?:进行|实施|开展)了?(?:全面|整体|部分)?(?<kind>异地新建|新建|改扩建|扩建|迁建|改建|修缮|(?:装修|提升|升级|维修)?改造(?:提升|升级)?)/u

/** 甲医院作为重点民生工程之一，占地40亩…: it is built. */
const ONE_OF = /^(?:作为|是|系|被?列[为入])[^，。；]{0,20}(?:工程|项目|实事)之一$/u
/** 主要建设门诊楼、住院楼: rooms and houses of what was spoken of. */
const PARTS_LEAD =
  /(?:主要(?:建设|新建|包括|包含|由|为|分为|设置|规划)|建设内容|主要功能|内设|设有|下设|(?<!项目|工程)(?:包括|包含))(?:内容|有|为|包括|：)*[^，。；]{0,10}$/u
/** 项目将拆除旧楼，新建一座门诊综合楼: the project is the subject. */
const WHOLE_IS_SUBJECT =
  /(?:^|[，；：。])(?:该|本|此|整个)?(?:改扩建|扩建|迁建|新建|搬迁|改造|[一二三]期)?(?:项目|工程)(?:将|计划|拟|主要|共|新建|拆除|包括|分|由|规划|总投资|概算|用地|占地|建设内容)/u

/** Objects of a group that are works, given the stage words of the group and of the clauses that go on about it. */
export function realObjects(
  group: Group,
  ground: Ground,
  hits: { own: readonly StageHit[]; all: readonly StageHit[]; following: readonly Clause[] },
): WorksObject[] {
  const listed = group.head !== undefined && hits.own.some((hit) => group.head !== undefined && hit.from < group.head.to)
  const context = { group, ground, hits }
  if (!listed && isInventory(group, ground, hits.own)) return []
  const real = group.objects.filter((object) => listed || isReal(object, context))
  // 公共卫生中心、县医院二期等重点项目: what is listed with works as one of the projects is one too.
  const all = real.length > 0 && NAMED_PROJECTS.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to)) ? group.objects : real
  // 疾控中心 read as a body and as a house is one.
  const bodies = all.filter((object) => object.rule === 'works/bare-owner')
  return all
    .filter(
      (object) => object.rule !== 'works/object-without-owner' || !bodies.some((body) => body.from <= object.from && object.to <= body.to),
    )
    .map((object) => withKind(object, context))
}

/** Houses that a sentence counts up as parts of one project. */
function isInventory(group: Group, ground: Ground, own: readonly StageHit[]): boolean {
  const first = group.objects[0]
  if (first === undefined || own.some((hit) => hit.mood === 'reached')) return false
  if (!group.objects.every((object) => object.rule === 'works/object-without-owner' && !/项目|工程|期/u.test(object.tail))) return false
  const before = ground.text.slice(Math.max(0, first.from - FAR), first.from)
  return PARTS_LEAD.test(before.slice(before.lastIndexOf('，') + 1)) || WHOLE_IS_SUBJECT.test(before)
}

interface Context {
  readonly group: Group
  readonly ground: Ground
  readonly hits: { own: readonly StageHit[]; all: readonly StageHit[]; following: readonly Clause[] }
}

function isReal(object: WorksObject, context: Context): boolean {
  const { ground, hits, group } = context
  if (object.rule === 'works/bare-owner') return isBareReal(object, context)
  if (object.needs === 'nothing') return true
  const physical = hits.all.some((hit) => ground.words.physical.test(ground.text.slice(hit.from, hit.to)))
  const keys = [group.clause, ...hits.following].flatMap((clause) => ground.figuresIn(clause).map((figure) => figure.key))
  const figures = keys.some((key) => key !== 'beds') || (keys.length > 0 && BUILT_ONCE.test(ground.text.slice(object.to, object.to + 5)))
  if (object.needs === 'site') return physical
  if (object.needs === 'physical') return physical || figures
  return physical || figures || hits.own.length > 0 || isDriven(group, ground)
}

/** 推进A新院区建设: a verb of works before, and nothing of another kind behind. */
function isDriven(group: Group, ground: Ground): boolean {
  const verb = ground.masked.slice(group.clause.from, group.objects[0]?.from)
  const behind = ground.text.slice(group.objects.at(-1)?.to, group.clause.to)
  return END.test(behind) && (ground.words.start.test(verb) || ground.words.goesOn.test(verb) || ground.words.plan.test(verb))
}

/** A bare name: 甲医院开工建设, 新建甲医院, 甲医院南区，项目土建完工; 甲医院建成胸痛中心 is no works. */
function isBareReal(object: WorksObject, { group, ground, hits }: Context): boolean {
  const { text, masked, words } = ground
  const last = afterGloss(text, group.objects.at(-1)?.to ?? object.to)
  const before = text.slice(Math.max(0, (group.objects[0]?.from ?? 0) - 6), group.objects[0]?.from)
  const behind = text.slice(last, group.clause.to)
  const verb = VERB_BEFORE.exec(before)?.[0]
  // 建设甲医院 builds it; 建设培训中心 may only set it up.
  if (verb !== undefined && END.test(behind) && (object.owners[0]?.label === 'Hospital' || verb !== '建设')) return true
  const next = hits.following[0]
  if (ONE_OF.test(behind) && hits.following.some((clause) => ground.figuresIn(clause).length > 0)) return true
  if (behind === '' && next !== undefined && NEXT_OPENS.test(text.slice(next.from, next.to))) return hits.all.length > 0
  if (toldKind(object, { group, ground, hits }) !== undefined) return true
  const said = ground.hitsIn({ from: last, to: group.clause.to })
  const first = said[0]
  if (first === undefined || !words.bareStage.test(text.slice(first.from, first.to))) return false
  const gap = masked
    .slice(last, first.from)
    .replaceAll(words.parts, '')
    .replaceAll(/[\d、.]/gu, '')
  let end = first.to
  for (const hit of said) if (hit.from <= end + 4) end = Math.max(end, hit.to)
  return gap.length <= 1 && END.test(text.slice(end, group.clause.to).replaceAll(words.parts, ''))
}

/** 以甲卫生服务站为例，投入27万元资金改造后…: the next clause says what was done to it, and for how much. */
function exampleKind(object: WorksObject, { group, ground, hits }: Context): WorksKind | undefined {
  const next = hits.following[0]
  if (next === undefined || object.owners[0]?.label !== 'Hospital' || ground.text.slice(object.to, group.clause.to) !== '为例')
    return undefined
  const text = ground.text.slice(next.from, next.to)
  const verb = /异地新建|新建|改扩建|扩建|改造|迁建|改建|修缮/u.exec(text)?.[0]
  return verb === undefined || !/投[入资]/u.test(text) ? undefined : ground.words.kindOf(verb)
}

/** The kind of works that the words behind a bare name tell. */
function toldKind(object: WorksObject, context: Context): WorksKind | undefined {
  const { ground, group } = context
  const behind = ground.text.slice(group.objects.at(-1)?.to, group.clause.to)
  const done = DONE_TO.exec(behind)?.groups?.['kind']
  return done === undefined ? exampleKind(object, context) : ground.words.kindOf(done)
}

function withKind(object: WorksObject, context: Context): WorksObject {
  const kind = object.rule === 'works/bare-owner' && object.works === undefined ? toldKind(object, context) : undefined
  return kind === undefined ? object : { ...object, works: kind }
}

/** 门诊楼、住院楼主体已封顶, behind the removal of a hospital: houses that no verb of building and no owner introduces. */
export function isPartOfWhole(group: Group, ground: Ground): boolean {
  const verb = ground.masked.slice(group.clause.from, group.objects[0]?.from)
  return (
    group.objects.every(
      (object) =>
        object.rule === 'works/object-without-owner' && object.needs === 'stage' && object.works === undefined && !/期/u.test(object.tail),
    ) && !/新建|启动|开工|改造|扩建|实施|[一二三四五六]是|[；。]/u.test(verb)
  )
}
