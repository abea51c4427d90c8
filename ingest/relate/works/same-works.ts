/** One project under several wordings: 县医院项目 beside 县医院迁建项目, 新院区 after 县医院新院区. */
import type { WorksObject } from './objects.ts'
import { objectKey, type Owned } from './owner.ts'
import type { Gathered, Told } from './tell.ts'

const NEW_SITE = /^新(?:院区?|址)$/u
const NEW_HOUSE = /^新(?:大楼|楼|综合楼)$/u

/** The object in the wording of the one project before that it can only mean: 新院区 after 甲医院迁建项目. */
export function sameAsBefore({ object, owners }: Owned, before: readonly Told[]): WorksObject {
  const last = before.at(-1)
  if (object.deictic === true && last !== undefined && last.owners[0]?.entity === owners[0]?.entity)
    return { ...object, tail: builtOf(last), ...(last.object.works === undefined ? {} : { works: last.object.works }) }
  const [owner] = owners
  const pattern = NEW_SITE.test(object.tail) ? /新院|新址|迁建|搬迁|异地/u : NEW_HOUSE.test(object.tail) ? /楼/u : undefined
  if (pattern === undefined || owner === undefined || owner.campus !== '' || object.owners.length > 0) return object
  const found = new Map(
    before.filter((told) => told.owners[0]?.entity === owner.entity && pattern.test(builtOf(told))).map((told) => [told.id, told]),
  )
  const [only] = found.values()
  if (only === undefined || found.size > 1) return object
  return { ...object, tail: builtOf(only), ...(only.object.works === undefined ? {} : { works: only.object.works }) }
}

function builtOf({ owners, object }: Told): string {
  return (owners[0]?.campus ?? '') + object.tail
}

/** What rebuilds a hospital as a whole, so that 县医院项目 can mean nothing else. */
function isWholeWorks({ object, owners }: Told): boolean {
  const built = (owners[0]?.campus ?? '') + object.tail
  return object.works === 'relocation' || /新院|新址|院区/u.test(built) || (object.works !== undefined && !/楼|中心|部|房|期/u.test(built))
}

/** Gives what is only called 甲医院项目 the name of the one project of that owner that tells more. */
export function foldGeneric(into: Gathered): void {
  const generic = new Map<string, Told>()
  const byOwner = new Map<string, Map<string, Told>>()
  for (const told of into.told) {
    const [owner] = told.owners
    if (owner === undefined || owner.label === 'District') continue
    if (isGeneric(told)) generic.set(told.id, told)
    else if (isWholeWorks(told)) byOwner.set(owner.entity, (byOwner.get(owner.entity) ?? new Map<string, Told>()).set(told.id, told))
  }
  const target = new Map<string, Told>()
  for (const [id, told] of generic) {
    const [only, ...others] = byOwner.get(told.owners[0]?.entity ?? '')?.values() ?? []
    if (only !== undefined && others.length === 0) target.set(id, only)
  }
  if (target.size === 0) return
  into.mentions.splice(0, into.mentions.length, ...into.mentions.map((mention) => renamed(mention, target)))
  into.claims.splice(
    0,
    into.claims.length,
    ...into.claims.map((claim) => {
      if (claim.kind === 'relation')
        return { ...claim, subject: target.get(claim.subject)?.id ?? claim.subject, object: target.get(claim.object)?.id ?? claim.object }
      return claim.kind === 'statement' ? { ...claim, subject: target.get(claim.subject)?.id ?? claim.subject } : claim
    }),
  )
}

function isGeneric({ owners, object }: Told): boolean {
  return object.works === undefined && objectKey((owners[0]?.campus ?? '') + object.tail) === '建设'
}

function renamed<Named extends { readonly entity: string; readonly name: string }>(
  mention: Named,
  target: ReadonlyMap<string, Told>,
): Named {
  const told = target.get(mention.entity)
  return told === undefined ? mention : { ...mention, entity: told.id, name: told.name }
}
