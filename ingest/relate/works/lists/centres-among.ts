/** Centres that are handed over together with houses, and so are houses too. */
import type { SentenceMention } from '../../../reading.ts'
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import { CAMPUS_NAME, type WorksObject } from '../objects/objects.ts'

const TAKEN_OVER = /(?:投入使用|投用|启用|交付|竣工|完工|建成)/u

/** 甲医院康复中心、乙院门诊楼：已投入使用: a centre that is handed over with houses is one. */
export function centresAmong({ objects }: Group, real: readonly WorksObject[], { text }: Ground): readonly WorksObject[] {
  const house = real.find(({ tail, needs }) => needs === 'stage' && tail.endsWith('楼'))
  if (house === undefined || real.length === objects.length || !TAKEN_OVER.test(text.slice(house.to))) return []
  return objects.filter(
    (object) => !real.includes(object) && object.owners.length > 0 && object.needs === 'physical' && HOUSE_CENTRE.test(object.tail),
  )
}

/** Centres for which houses are built; 胸痛中心 and 质控中心 are none. */
const HOUSE_CENTRE =
  /^[〇㐀-鿿]{0,6}(?:康复|康养|护理|体检|健康管理|急救|制剂|老年|儿童|养老|托育|透析|放疗|核医学|肿瘤治疗|医养结合)(?:中心|基地)$/u

const RAISES = /能力提升(?:建设)?(?:项目|工程)$/u
const NEXT_TO = /^(?:[、和及与]|以及|、以及)$/u

/** 谋划甲中心能力提升项目、乙院康复楼项目: what is listed as a project beside houses is one too. */
export function raisedAmong({ objects }: Group, real: readonly WorksObject[], { text }: Ground): readonly WorksObject[] {
  if (real.length === 0 || real.length === objects.length) return []
  const isBeside = (one: WorksObject, other: WorksObject | undefined): boolean =>
    other !== undefined && real.includes(other) && NEXT_TO.test(text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)))
  return objects.filter(
    (object, at) =>
      !real.includes(object) &&
      object.owners.length > 0 &&
      RAISES.test(object.tail) &&
      (isBeside(object, objects[at - 1]) || isBeside(object, objects[at + 1])),
  )
}

const PHASE = /[一二三四五]期(?:建设)?(?:项目|工程)?$/u
/** 加快推进甲医院二期、|乙医院东院区、丙医院二期建设. */
const PUSHED = /(?:推进|推动|加快|启动|实施|续建|开工|新建|谋划|抓好|抓紧|加速)(?:建设|实施)?$/u
const MOST_PUSHED = 10

/** A campus between phases of others in a list of what is pushed forward: it is built as they are. */
export function campusAmong({ objects }: Group, real: readonly WorksObject[], { text }: Ground): readonly WorksObject[] {
  const [first] = objects
  if (first === undefined || real.length === objects.length || !PUSHED.test(text.slice(Math.max(0, first.from - MOST_PUSHED), first.from)))
    return []
  const isNext = (one: WorksObject, other: WorksObject | undefined): boolean =>
    other !== undefined &&
    real.includes(other) &&
    PHASE.test(other.tail) &&
    NEXT_TO.test(text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)))
  return objects.filter(
    (object, at) =>
      !real.includes(object) &&
      object.rule === 'works/bare-owner' &&
      CAMPUS_NAME.test(text.slice(object.from, object.to)) &&
      (isNext(object, objects[at - 1]) || isNext(object, objects[at + 1])),
  )
}

/** 市疾控中心、市急救中心 read as one house: bodies of their own, one after the other. */
export function holdsBody({ from, to, tail }: WorksObject, mentions: readonly SentenceMention[]): boolean {
  return JOINED.test(tail) && mentions.some((one) => one.label === 'Institution' && one.from === from && one.to < to)
}

const JOINED = /[、和及与]/u
