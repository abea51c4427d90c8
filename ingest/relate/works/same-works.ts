/** One project under several wordings: 县医院项目 beside 县医院迁建项目, 新院区 after 县医院新院区. */
import type { Claim } from '../../../cypher/model/index.ts'
import { projectStage } from '../../../cypher/model/statuses.ts'
import { secondNames } from './objects/joined-names.ts'
import type { WorksObject } from './objects/objects.ts'
import { isNoticeTitle } from './objects/notice.ts'
import type { Owned, Owner } from './owners/named-owner.ts'
import { dropParts } from './parts.ts'
import { objectKey, projectOf } from './objects/project-name.ts'
import { builtOf, sameHouses } from './same-houses.ts'
import type { Gathered, Told } from './tell.ts'
import { dropWeak } from './stages/weak-stages.ts'

const NEW_SITE = /^新(?:院区?|址)$/u
const MOVES = new Set([
  '新院',
  '新院区',
  '新址',
  '新医院',
  '迁建',
  '新院迁建',
  '新院区迁建',
  '新址迁建',
  '迁建改造',
  '迁建新建',
  '迁建重建',
  '迁扩建',
  '迁建扩建',
])
const NEW_HOUSE = /^新(?:大楼|楼|综合楼)$/u

/** The object in the wording of the one project before that it can only mean: 新院区 after 甲医院迁建项目. */
export function sameAsBefore(owned: Owned, before: readonly Told[]): Owned {
  const moved = moveBefore(owned, before)
  if (moved === undefined) return { ...owned, object: inWordsBefore(owned, before) }
  // 新院区 of a move is no hospital more.
  const works = moved.object.works === 'relocation' ? moved.object.works : (owned.object.works ?? moved.object.works)
  return {
    owners: owned.owners.map((owner) => ({ ...owner, campus: '' })),
    object: { ...owned.object, tail: builtOf(moved), ...(works === undefined ? {} : { works }) },
  }
}

/** 甲医院项目, 甲医院新院区 after 甲医院异地新建项目: the move of that hospital that was told of first. */
function moveBefore({ object, owners: [owner] }: Owned, before: readonly Told[]): Told | undefined {
  if (owner?.label !== 'Hospital' || before.length === 0) return undefined
  const key = objectKey(owner.campus + object.tail)
  if (!MOVES.has(key) && (key !== '建设' || object.works !== undefined)) return undefined
  const first = before.find((told) => told.owners[0]?.entity === owner.entity && MOVES.has(objectKey(builtOf(told))))
  return first === undefined || objectKey(builtOf(first)) === key ? undefined : first
}

function inWordsBefore({ object, owners }: Owned, before: readonly Told[]): WorksObject {
  const last = before.at(-1)
  if (object.deictic && last !== undefined && last.owners[0]?.entity === owners[0]?.entity)
    return { ...object, tail: builtOf(last), ...(last.object.works === undefined ? {} : { works: last.object.works }) }
  const [owner] = owners
  const titled = isGenericTail(object) ? titleWorks(before, owner) : undefined
  if (titled !== undefined)
    return { ...object, tail: builtOf(titled), ...(titled.object.works === undefined ? {} : { works: titled.object.works }) }
  const pattern = NEW_SITE.test(object.tail) ? /新院|新址|迁建|搬迁|异地/u : NEW_HOUSE.test(object.tail) ? /楼/u : undefined
  if (pattern === undefined || owner === undefined || owner.campus !== '' || object.owners.length > 0) return object
  const found = new Map(
    before
      .filter((told) => told.owners[0]?.entity === owner.entity && pattern.test(builtOf(told)) && !isPhaseOfCampus(told))
      .map((told) => [told.id, told]),
  )
  const [only] = found.values()
  if (only === undefined || found.size > 1) return object
  return { ...object, tail: builtOf(only), ...(only.object.works === undefined ? {} : { works: only.object.works }) }
}

/** 新院区二期 is not the campus that stands. */
function isPhaseOfCampus(told: Told): boolean {
  return /院.*[二三四五]期/u.test(builtOf(told))
}

function isGenericTail(object: WorksObject): boolean {
  return object.works === undefined && object.owners.length > 0 && objectKey(object.tail) === '建设'
}

/** The works that a notice is about, by its title: 关于甲医院门诊楼项目的批复. */
function titleWorks(before: readonly Told[], owner: Owner | undefined): Told | undefined {
  const [first, ...others] = before.filter(({ sentence }) => sentence.index === 0)
  if (first === undefined || others.length > 0 || owner === undefined || owner.campus !== '') return undefined
  return first.owners[0]?.entity === owner.entity && first.owners[0].campus === '' && isNoticeTitle(first.sentence.text) ? first : undefined
}

/** 门诊楼扩建, 停车场扩建工程, 发热门诊改造: of one house or room. */
const OF_A_PART = /楼|中心|部|房|期|停车|车库|食堂|[室馆舱]|门诊|病区|污水|供氧|(?<!专)科(?!医院)/u

/** What rebuilds a hospital as a whole, so that 县医院项目 can mean nothing else. */
function isWholeWorks({ object, owners }: Told): boolean {
  const built = (owners[0]?.campus ?? '') + object.tail
  return object.works === 'relocation' || /新院|新址|院区|分院/u.test(built) || (object.works !== undefined && !OF_A_PART.test(built))
}

/** The whole that loose houses are parts of: what follows them is said of it again. */
export function wholeOf(told: readonly Told[], before: readonly Told[]): Told | undefined {
  const owner = told[0]?.owners[0]
  if (owner?.label !== 'Hospital' || !told.every((one) => isLooseHouse(one))) return undefined
  return before.findLast((one) => one.owners[0]?.entity === owner.entity && isWholeWorks(one) && !isLooseHouse(one))
}

/** Whether a document has named the works of an object before: under this name, or as the one thing that is done to its owner. */
export function isToldBefore(owned: Owned, before: readonly Told[]): boolean {
  const { object, owners } = sameAsBefore(owned, before)
  const [owner] = owners
  if (owner === undefined) return false
  const { id } = projectOf(object, owner)
  if (before.some((told) => told.id === id)) return true
  if (object.tail !== '' || owner.campus !== '') return false
  return new Set(before.filter((told) => told.owners[0]?.entity === owner.entity && isWholeWorks(told)).map((told) => told.id)).size === 1
}

/** Takes back weak stages, and tells once what goes by several names: houses and moves of one hospital, 甲医院项目, parts of a whole. */
export function foldGeneric(into: Gathered): void {
  if (into.told.length === 0) return
  const named = new Map([...sameHouses(into.told, ({ id }) => into.reached.has(id)), ...movesOf(into.told), ...secondNames(into.told)])
  tellAs(into, named)
  const generic = new Map([...genericsOf(into), ...headlinesOf(into)])
  tellAs(into, generic)
  const target = new Map([...[...named].map(([id, told]) => [id, generic.get(told.id) ?? told] as const), ...generic])
  for (const [id, told] of target) if (into.firm.has(told.id)) into.firm.add(id)
  dropWeak(into)
  if (target.size > 0) renameAll(into, target)
  dropNew(into)
  dropParts(into, wholeByOwner(into.told))
}

/** For what is only called 甲医院项目, the one project of that owner that tells more. */
function genericsOf(into: Gathered): Map<string, Told> {
  const generic = new Map<string, Told>()
  const wholes = new Map<string, Map<string, Told>>()
  const others = new Map<string, Map<string, Told>>()
  for (const told of into.told) {
    const [owner] = told.owners
    if (owner === undefined || owner.label === 'District') continue
    if (told.object.whole !== undefined || /期/u.test(told.object.tail)) continue
    if (isGeneric(told)) generic.set(told.id, told)
    else
      for (const byOwner of isWholeWorks(told) ? [wholes, others] : [others])
        byOwner.set(owner.entity, (byOwner.get(owner.entity) ?? new Map<string, Told>()).set(told.id, told))
  }
  const target = new Map<string, Told>()
  for (const [id, told] of generic) {
    const owner = told.owners[0]?.entity ?? ''
    const whole = onlyIn(wholes.get(owner))
    // 推进甲医院项目建设, and nothing more of it: the one house that is told of beside it.
    const house = whole === undefined ? onlyIn(others.get(owner)) : undefined
    if (whole !== undefined) target.set(id, whole)
    else if (house !== undefined && !isLooseHouse(house) && isOneStage(id, house.id, into)) target.set(id, house)
  }
  for (const [id, told] of kindsOf(into.told)) target.set(id, told)
  return target
}

const ONLY_KIND = /^(?:改扩建|扩建|改建|改造)$/u

/** 加快甲医院改扩建 behind 甲医院门诊楼改扩建: the one house to which the document does so. */
function kindsOf(all: readonly Told[]): Map<string, Told> {
  const target = new Map<string, Told>()
  for (const told of all) {
    const kind = ONLY_KIND.exec(objectKey(builtOf(told)))?.[0]
    if (kind === undefined) continue
    const ofOwner = all.filter((one) => one.id !== told.id && one.owners[0]?.entity === told.owners[0]?.entity)
    const [house] = ofOwner
    const isOne = house !== undefined && ofOwner.every(({ id }) => id === house.id) && house.sentence.index < told.sentence.index
    if (isOne && house.object.tail.includes('楼') && objectKey(builtOf(house)).endsWith(kind)) target.set(told.id, house)
  }
  return target
}

/** 甲医院新院开建, a headline over the news of its 扩建项目: the same works, which only the headline calls so. */
function headlinesOf(into: Gathered): Map<string, Told> {
  const [first, ...others] = into.told
  const target = new Map<string, Told>()
  const owner = first?.owners[0]
  if (first?.sentence.index !== 0 || owner?.label !== 'Hospital' || !NEW_SITE.test(builtOf(first))) return target
  const next = others.find(({ id }) => id !== first.id)
  const isOnly = others.every(({ id, sentence }) => id !== first.id || sentence.text === first.sentence.text)
  if (!isOnly || next?.object.works !== 'expansion' || next.owners[0]?.entity !== owner.entity || !isWholeWorks(next)) return target
  if (into.reached.get(first.id) !== into.reached.get(next.id)) return target
  const kept = into.claims.filter((claim) => claim.kind !== 'statement' || claim.subject !== first.id || claim.key !== 'works')
  into.claims.splice(0, into.claims.length, ...kept)
  return target.set(first.id, next)
}

/** Whether two works may be one by the stages that are told of them. */
function isOneStage(id: string, other: string, { firm, reached }: Gathered): boolean {
  return !firm.has(id) || !firm.has(other) || reached.get(id) === reached.get(other)
}

const DISTRICT_WHOLE = /(?:中心|综合体|基地)(?:建设)?(?:项目|工程)?$/u

/** The works by which each hospital, or what its district builds, is built as a whole, where there is one only. */
function wholeByOwner(all: readonly Told[]): Map<string, Told> {
  const wholes = new Map<string, Map<string, Told>>()
  for (const told of all) {
    const [owner] = told.owners
    const built = builtOf(told)
    if (owner === undefined || told.object.works === 'renovation' || /[楼房部]|(?<!院区|新院|分院)[一二三1-3首]期/u.test(built)) continue
    if (owner.label === 'Hospital' ? !isGeneric(told) && !isWholeWorks(told) : !DISTRICT_WHOLE.test(built)) continue
    wholes.set(owner.entity, (wholes.get(owner.entity) ?? new Map<string, Told>()).set(told.id, told))
  }
  return new Map(
    [...wholes].flatMap(([owner, projects]) => [...(projects.size === 1 ? projects.values() : [])].map((told) => [owner, told] as const)),
  )
}

/** The stages that works have reached, and what was told of them in order, by the names of `target`. */
function tellAs({ told, reached }: Gathered, target: ReadonlyMap<string, Told>): void {
  if (target.size === 0) return
  for (const [id, { id: same }] of target) {
    const [one, other] = [reached.get(id), reached.get(same)]
    if (one !== undefined && (other === undefined || projectStage(one) > projectStage(other))) reached.set(same, one)
  }
  told.splice(
    0,
    told.length,
    ...told.map((one) => ({ ...one, id: target.get(one.id)?.id ?? one.id, name: target.get(one.id)?.name ?? one.name })),
  )
}

/** Tells of the works of `target` what was told of those that go by another name. */
function renameAll(into: Gathered, target: ReadonlyMap<string, Told>): void {
  const idOf = (id: string): string => target.get(id)?.id ?? id
  dropUndone(into, target)
  into.mentions.splice(0, into.mentions.length, ...into.mentions.map((mention) => renamed(mention, target)))
  into.claims.splice(
    0,
    into.claims.length,
    ...into.claims.map((claim) => {
      if (claim.kind === 'relation') return { ...claim, subject: idOf(claim.subject), object: idOf(claim.object) }
      return claim.kind === 'statement' ? { ...claim, subject: idOf(claim.subject) } : claim
    }),
  )
}

/** 拟加快甲医院改扩建, behind its 门诊楼改扩建 that is begun: a plan under the other name undoes nothing. */
function dropUndone(into: Gathered, target: ReadonlyMap<string, Told>): void {
  const isBegun = (id: string): boolean => {
    const stage = into.reached.get(target.get(id)?.id ?? id)
    return target.has(id) && stage !== undefined && projectStage(stage) >= projectStage('started')
  }
  const undone = into.claims.filter(
    (claim) => claim.kind === 'relation' && claim.type === 'CONSTRUCTS' && claim.attrs['status'] === 'planned' && isBegun(claim.object),
  )
  if (undone.length === 0) return
  const isUndone = ({ start }: Claim, id: string): boolean =>
    undone.some((one) => one.kind === 'relation' && one.object === id && one.start === start)
  const kept = into.claims
    .filter((claim) => claim.kind !== 'statement' || !/^(?:status|year)$/u.test(claim.key) || !isUndone(claim, claim.subject))
    .map((claim) => (claim.kind === 'relation' && undone.includes(claim) ? { ...claim, attrs: {} } : claim))
  into.claims.splice(0, into.claims.length, ...kept)
}

/** Works of which 整体迁建 is told are a move, and no hospital more. */
function dropNew(into: Gathered): void {
  const isKind = (claim: Claim, kind: string): boolean => claim.kind === 'statement' && claim.key === 'works' && claim.value === kind
  const moved = new Set(into.claims.flatMap((claim) => (isKind(claim, 'relocation') ? [claim.subject] : [])))
  if (moved.size === 0) return
  const kept = into.claims.filter((claim) => !isKind(claim, 'new') || !moved.has(claim.subject))
  if (kept.length < into.claims.length) into.claims.splice(0, into.claims.length, ...kept)
}

function onlyIn(projects: ReadonlyMap<string, Told> | undefined): Told | undefined {
  const [only] = projects?.values() ?? []
  return projects?.size === 1 ? only : undefined
}

/** 新院, 新址 and 异地新建 of the same hospital are one: the first that is told gives the name. */
function movesOf(all: readonly Told[]): Map<string, Told> {
  const firstByOwner = new Map<string, Told>()
  const target = new Map<string, Told>()
  for (const told of all) {
    const [owner] = told.owners
    if (owner?.label !== 'Hospital' || !MOVES.has(objectKey(builtOf(told)))) continue
    const first = firstByOwner.get(owner.entity)
    if (first === undefined) firstByOwner.set(owner.entity, told)
    else if (first.id !== told.id) target.set(told.id, first)
  }
  return target
}

/** 门急诊医技楼正在施工, beside 甲医院项目: what is built of it. */
function isLooseHouse({ object }: Told): boolean {
  return object.owners.length === 0 && object.works === undefined && object.tail.endsWith('楼')
}

/** 甲医院项目, and 新建甲医院 where nothing but the verb tells more. */
function isGeneric({ owners, object }: Told): boolean {
  return (
    (object.works === undefined || object.tail === '') &&
    object.works !== 'relocation' &&
    objectKey((owners[0]?.campus ?? '') + object.tail) === '建设'
  )
}

function renamed<Named extends { readonly entity: string; readonly name: string }>(
  mention: Named,
  target: ReadonlyMap<string, Told>,
): Named {
  const told = target.get(mention.entity)
  return told === undefined ? mention : { ...mention, entity: told.id, name: told.name }
}

const HOUSE = /[楼房部]|病区/u

/** A whole hospital is built: its houses are parts of the works and no works of their own. */
export function isWhole(object: WorksObject | undefined): boolean {
  return (
    object !== undefined &&
    // 老院区门诊楼改造: one house of what stands.
    !(object.works === 'renovation' && (HOUSE.test(object.tail) || /^[老旧原]/u.test(object.tail))) &&
    (object.works === 'relocation' || object.works === 'new' || object.tail === '' || /院区|新院|新址|迁建|搬迁/u.test(object.tail))
  )
}
