/** Houses that a bare word tells from the body whose they are: 新疾控中心, 六院病房楼. */
import type { Mention } from '../../../../cypher/model/index.ts'
import { spanOf } from '../../../read/sentence.ts'
import { organisationId } from '../../../recognise/identity.ts'
import { knownIn, ownerOf, type Owned, type Owner } from '../owners/named-owner.ts'
import { canOwn, type WorksObject } from './objects.ts'
import type { Place } from '../place.ts'

/** 新疾控中心, 新血站: the new house of a service that the home has, under the name that the page or its kind gives it. */
const NEW_SERVICE = /^(?:我?[省市县区旗州])?新((?:疾控|疾病预防控制|医疗急救|急救(?:指挥)?|血液)中心|中心血站|血站|卫生监督所)/u

/** The service of the home whose new house an object is. */
export function newService(object: WorksObject, { reading, sentence }: Place): Owned | undefined {
  const match = NEW_SERVICE.exec(object.tail)
  const core = match?.[1]?.replace(/^疾控/u, '疾病预防控制')
  const home = reading.document.home.at(-1)
  if (match === null || core === undefined || home?.adcode === undefined) return undefined
  const named = reading.mentions
    .flat()
    .find((mention) => canOwn(mention) && mention.label === 'Institution' && mention.name === home.name + core)
  const name = home.name + core
  const entity = named?.entity ?? organisationId('Institution', { place: home }, core)
  const implied: Mention = { entity, label: 'Institution', name, aliases: [], attrs: {}, ...spanOf(sentence, object.from, object.to) }
  const owner: Owner = named === undefined ? { entity, label: 'Institution', name, campus: '', implied } : ownerOf(named, reading)
  const tail = object.tail.replace(/^我?[省市县区旗州](?=新)/u, '')
  return { object: { ...object, tail, works: object.works ?? 'new' }, owners: [{ ...owner, name: home.name }] }
}

/** Whether words begin with the new house of a service that stands. */
export function isNewService(tail: string): boolean {
  return NEW_SERVICE.test(tail)
}

/** 六院病房楼: a hospital that a number alone tells, and never a house of the district's own; 第三院区 is a campus of some hospital. */
const NUMBERED = /^(?:[省市县区旗州])?第?([一二三四五六七八九十])院(?=[^区])/u

/** The hospital of the home that a number before the works tells. */
export function numberedBody(object: WorksObject, { reading, sentence }: Place): Owned | undefined {
  const match = NUMBERED.exec(object.tail)
  if (match === null) return undefined
  const end = new RegExp(`第${match[1] ?? ''}(?:人民)?医院$`, 'u')
  const named = [...knownIn(reading).bodies.values()].filter((mention) => [mention.name, ...mention.aliases].some((name) => end.test(name)))
  const [only] = named
  const home = reading.document.home.at(-1)
  const tail = object.tail.slice(match[0].length)
  if (only !== undefined) return named.length > 1 ? undefined : { object: { ...object, tail }, owners: [ownerOf(only, reading)] }
  if (home?.adcode === undefined) return undefined
  const core = `第${match[1] ?? ''}人民医院`
  const entity = organisationId('Hospital', { place: home }, core)
  const implied: Mention = {
    entity,
    label: 'Hospital',
    name: home.name + core,
    aliases: [],
    attrs: {},
    ...spanOf(sentence, object.from, object.to),
  }
  return { object: { ...object, tail }, owners: [{ entity, label: 'Hospital', name: home.name + core, campus: '', implied }] }
}
