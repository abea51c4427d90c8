/** Houses that are told without an owner where the hospital as a whole is built: parts of those works, and no works of their own. */
import type { Claim } from '../../../cypher/model/index.ts'
import { projectStage, type ProjectStatus } from '../../../cypher/model/statuses.ts'
import { OWN_PAPERS } from './part-of.ts'
import { builtOf } from './same-houses.ts'
import { tellProgress, type Gathered, type Told } from './tell.ts'

const HOUSE = /(?:楼|病房|病区|用房|部|中心)$/u
const OF_ITS_OWN = /项目|工程|期|院区|改造|扩建|装修|宿舍/u
const STARTED = projectStage('started')
const FINISHED = projectStage('completed')

/** Takes back the houses of `wholes`, each by its owner, and tells of a whole that has no stage that it is being built. */
export function dropParts(into: Gathered, wholes: ReadonlyMap<string, Told>): void {
  const parts = new Map<string, Told>()
  for (const told of into.told) {
    const whole = wholes.get(told.owners[0]?.entity ?? '')
    if (whole !== undefined && whole.id !== told.id && isPart(told, whole, into)) parts.set(told.id, whole)
  }
  if (parts.size === 0) return
  for (const told of into.told) {
    const whole = parts.get(told.id)
    const stage = stageOf(told, into)
    if (whole === undefined || stage === undefined || projectStage(stage) < STARTED || isBegun(whole, into)) continue
    const { sentence, object } = told
    tellProgress(
      whole,
      { status: 'under_construction', planned: false },
      { sentence, year: undefined, rule: object.rule, into, bare: false },
    )
    into.reached.set(whole.id, 'under_construction')
  }
  into.claims.push(...endsOf(parts, into))
  keepOnly(into.mentions, ({ entity }) => !parts.has(entity))
  keepOnly(into.claims, (claim) => !isOf(claim, parts))
}

/** 新院区一期总投资5亿元，目前门诊楼主体完工，预计明年6月投用: when the whole is to be in use is told behind a part of it. */
function endsOf(parts: ReadonlyMap<string, Told>, { claims, told }: Gathered): readonly Claim[] {
  const ends = claims.flatMap((claim) => (claim.kind === 'statement' && claim.key === 'expected' ? [claim] : []))
  return ends.flatMap((claim) => {
    const whole = parts.get(claim.subject)
    const part = told.find(({ id }) => id === claim.subject)
    if (whole === undefined || part?.sentence !== whole.sentence || ends.some(({ subject }) => subject === whole.id)) return []
    return [{ ...claim, subject: whole.id }]
  })
}

function isPart(told: Told, whole: Told, into: Gathered): boolean {
  const same = into.told.filter(({ id }) => id === told.id)
  const lead = leadOf(told, whole)
  if (
    !same.every(
      (one) =>
        (lead !== undefined || isLoose(one.object.owners, one.object.works)) &&
        !OF_ITS_OWN.test(lead === undefined ? withinWhole(one, whole) : builtOf(one).slice(lead)),
    )
  )
    return false
  if (!HOUSE.test(told.object.tail)) return false
  const own = into.claims.filter((claim) => claim.kind === 'statement' && claim.subject === told.id)
  if (own.some((claim) => claim.kind === 'statement' && claim.key === 'investment')) return false
  // 2005年门诊楼投用、2019年新院区启用: the history of a hospital.
  const stage = stageOf(told, into)
  const ofWhole = stageOf(whole, into)
  if (ofWhole === 'started' && stage === 'preliminary' && OWN_PAPERS.test(told.sentence.text)) return false
  if (stage === undefined || projectStage(stage) < FINISHED) return true
  // 6月发热门诊楼启用，8月新院区奠基: what is begun has no house in use yet.
  if (ofWhole !== undefined && projectStage(ofWhole) === STARTED) return false
  return ofWhole === undefined || projectStage(ofWhole) >= STARTED ? !hasOtherYear(told, whole, into) : false
}

const NEW_SITE = /^新(?:院区?|址)/u

const WORKS_END = /(?:建设)?(?:项目|工程)$/u
const WORKS_HEAD = /^(?:建设)?(?:项目|工程)/u

/**
 * 甲医院新院门诊楼 beside 甲医院新院项目, 甲医院迁建工程住院楼 beside 甲医院迁建工程: a house of the new premises or of the project,
 * whoever is named with it. Gives how much of its name is that of the whole.
 */
function leadOf(told: Told, whole: Told): number | undefined {
  if (told.owners[0]?.entity !== whole.owners[0]?.entity) return undefined
  const built = builtOf(told)
  const all = builtOf(whole)
  const site = NEW_SITE.exec(all)?.[0] ?? ''
  const name = all.replace(WORKS_END, '')
  const works = name !== '' && built.startsWith(name) ? (WORKS_HEAD.exec(built.slice(name.length))?.[0].length ?? 0) : 0
  if (works > 0) return name.length + works
  return site !== '' && built.startsWith(site) ? site.length : undefined
}

/** What is built, without the campus where that is what is built as a whole: 新院区感染楼 of 新院区一期工程. */
function withinWhole(told: Told, whole: Told): string {
  const campus = told.owners[0]?.campus ?? ''
  return campus !== '' && builtOf(whole).startsWith(campus) ? told.object.tail : builtOf(told)
}

function isLoose(owners: readonly unknown[], works: string | undefined): boolean {
  return owners.length === 0 && (works === undefined || works === 'new')
}

function hasOtherYear(told: Told, whole: Told, into: Gathered): boolean {
  const yearsOf = (id: string): unknown[] =>
    into.claims.flatMap((claim) => (claim.kind === 'statement' && claim.subject === id && claim.key === 'year' ? [claim.value] : []))
  const years = yearsOf(whole.id)
  return yearsOf(told.id).some((year) => !years.includes(year))
}

function stageOf({ id }: Told, into: Gathered): ProjectStatus | undefined {
  return into.reached.get(id)
}

function isBegun(whole: Told, into: Gathered): boolean {
  const stage = stageOf(whole, into)
  return stage !== undefined && projectStage(stage) >= STARTED
}

function isOf(claim: Claim, parts: ReadonlyMap<string, Told>): boolean {
  return claim.kind === 'relation'
    ? parts.has(claim.subject) || parts.has(claim.object)
    : claim.kind === 'statement' && parts.has(claim.subject)
}

function keepOnly<Item>(list: Item[], isKept: (item: Item) => boolean): void {
  const kept = list.filter(isKept)
  if (kept.length < list.length) list.splice(0, list.length, ...kept)
}
