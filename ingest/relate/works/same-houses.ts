/** Houses of one hospital under several wordings: 门急诊大楼 beside 门急诊综合楼, 住院楼 beside 二期住院楼扩建项目. */
import { objectKey } from './objects/project-name.ts'
import type { Told } from './tell.ts'

/** What a house is called, in parts: two wordings of one house differ in parts that one of them leaves out. */
interface Wording {
  readonly campus: string
  readonly phase: string
  readonly kind: string
  /** What it is for, its letters in order: 门诊病房综合楼 and 综合病房门诊楼 are one. */
  readonly use: string
}

const CAMPUS = /^(?:.{0,8}?(?:院区|分院|新院(?!区))|[东西南北中][院区](?!区))(?=.)/u
const PHASE = /[一二三四五首]期/u
/** 二期改造, 一期: a phase, and no name. */
const ONLY_PHASE = /^([一二三四五首]期)(?:改扩建|扩建|改造)?$/u
const KIND = /(?:改扩建|扩建|改造|改建|装修|修缮|新建|翻建|(?:灾后)?(?:恢复)?重建|迁建)$/u
const NEW = /^新(?=.)/u
/** Words that a name of a house has or has not. */
const FILLER = /综合|业务|技术|医疗|办公|大(?=楼)/gu
/** The same of a house whose name holds nothing else: 综合办公楼 beside 综合楼. */
const OFFICE = /办公|业务/gu
const LEAST_USE = 3
const HOUSE = /(?:楼|用房|宿舍|公寓)$/u
/** 新楼, 大楼: the house that was spoken of. */
const ANY_HOUSE = /^新?楼$/u
const NAMED_HOUSE = /(?<!^新?)楼(?:迁建|扩建)?$/u

function wordingOf(built: string): Wording | undefined {
  const key = objectKey(built)
  const campus = CAMPUS.exec(key)?.[0] ?? ''
  const named = key.slice(campus.length)
  const kind = KIND.exec(named)?.[0] ?? ''
  const phase = PHASE.exec(named)?.[0] ?? ''
  const plain = named
    .slice(0, named.length - kind.length)
    .replace(PHASE, '')
    .replace(NEW, '')
  if (!HOUSE.test(plain) && (plain !== '' || phase === '')) return undefined
  const use = [FILLER, OFFICE].map((filler) => plain.replaceAll(filler, '')).find(({ length }) => length >= LEAST_USE) ?? plain
  if (use !== '' && use.length < LEAST_USE) return undefined
  return { campus, phase, kind, use: Array.from(use).toSorted().join('') }
}

interface Known {
  readonly told: Told
  readonly wording: Wording
}

/** Whether two wordings may be of one house. */
function agree(one: Wording, other: Wording): boolean {
  return (
    one.use === other.use &&
    (['campus', 'phase', 'kind'] as const).every((part) => one[part] === '' || other[part] === '' || one[part] === other[part])
  )
}

function detailOf({ campus, phase, kind }: Wording): number {
  return [campus, phase, kind].filter((part) => part !== '').length
}

/** For each house that a document also calls by a fuller name, the works of that name. */
export function sameHouses(all: readonly Told[], hasStage: (told: Told) => boolean): Map<string, Told> {
  const target = new Map<string, Told>()
  for (const houses of byHospital(all).values()) {
    const known: Known[] = []
    for (const told of houses) {
      const wording = wordingOf(builtOf(told))
      const same = wording === undefined ? undefined : known.find((other) => isSame(other.wording, wording))
      if (same !== undefined) target.set(told.id, same.told)
      else if (wording !== undefined) known.push({ told, wording })
    }
    for (const { told, wording } of known) {
      const fuller = known.filter(
        (other) => detailOf(other.wording) > detailOf(wording) && agree(wording, other.wording) && !isOtherWorks(told, other.told),
      )
      const [first] = fuller
      if (first !== undefined && fuller.every((other) => agree(other.wording, first.wording))) target.set(told.id, first.told)
    }
    for (const told of houses) {
      const phase = told.object.owners.length === 0 ? ONLY_PHASE.exec(objectKey(builtOf(told)))?.[1] : undefined
      const [fuller, ...more] =
        phase === undefined ? [] : houses.filter((other) => other !== told && !target.has(other.id) && builtOf(other).includes(phase))
      if (fuller !== undefined && more.length === 0 && !target.has(told.id)) target.set(told.id, fuller)
    }
    const [named, plain, ...rest] = houses
    if (named !== undefined && plain !== undefined && rest.length === 0 && isShortFor(plain, named) && !hasStage(plain))
      target.set(plain.id, named)
    const [only, ...others] = houses.filter((told) => !target.has(told.id) && NAMED_HOUSE.test(objectKey(builtOf(told))))
    const loose = houses.filter((told) => ANY_HOUSE.test(objectKey(builtOf(told))) && told.object.owners.length === 0)
    if (only !== undefined && others.length === 0) for (const told of loose) target.set(told.id, only)
  }
  return target
}

/** 病房楼 behind 感染病房楼工程, where a page tells no other house: its figures are those of the house before. */
function isShortFor(plain: Told, named: Told): boolean {
  const [short, full] = [objectKey(builtOf(plain)), objectKey(builtOf(named))]
  return PLAIN_HOUSE.test(short) && full.length > short.length && full.endsWith(short) && plain.object.works === undefined
}

const PLAIN_HOUSE = /^(?:病房|门诊|住院|医技|综合|业务)+楼$/u

function isSame(one: Wording, other: Wording): boolean {
  return one.campus === other.campus && one.phase === other.phase && one.kind === other.kind && one.use === other.use
}

/** 改造门诊楼 beside 新建门诊楼. */
function isOtherWorks(one: Told, other: Told): boolean {
  const kinds = new Set([one.object.works, other.object.works])
  return kinds.has('renovation') && kinds.has('new')
}

function byHospital(all: readonly Told[]): Map<string, Told[]> {
  const housesByOwner = new Map<string, Map<string, Told>>()
  for (const told of all) {
    const [owner] = told.owners
    if (owner?.label !== 'Hospital') continue
    const houses = housesByOwner.get(owner.entity) ?? new Map<string, Told>()
    if (!houses.has(told.id)) houses.set(told.id, told)
    housesByOwner.set(owner.entity, houses)
  }
  return new Map([...housesByOwner].filter(([, houses]) => houses.size > 1).map(([owner, houses]) => [owner, [...houses.values()]]))
}

/** What is built, with the campus that its owner's name holds. */
export function builtOf({ owners, object }: Told): string {
  return (owners[0]?.campus ?? '') + object.tail
}
