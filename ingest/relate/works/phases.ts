/** Phases and houses that are told without their owner: of the works or of the hospital that was spoken of. */
import type { Sentence } from '../../read/sentence.ts'
import type { SentenceMention } from '../../reading.ts'
import type { Place } from './place.ts'
import { POINT } from './lists/point.ts'
import type { Figure } from './figures.ts'
import { isHospitalItself } from './objects/itself.ts'
import { canOwn, type WorksObject } from './objects/objects.ts'
import type { Owned } from './owners/named-owner.ts'
import type { Clause } from './stages/stage-hits.ts'
import { nameProject, type Told } from './tell.ts'

/** 二期住院楼 behind 一期门诊楼: a house of its own. */
export function isBuilding(object: WorksObject, { object: before }: Told): boolean {
  return HOUSE_OF_OWN.test(before.tail) && object.tail.includes('楼')
}

/** 住院楼, 高压氧舱楼项目, 门诊楼改造, 透析中心扩建: one house or room, of which no phase has another. */
const HOUSE_OF_OWN =
  /楼(?:新建|建设|改造|扩建|改扩建|装修|项目|工程)*$|(?:中心|[室科]|门诊部?|病[区房]|食堂|停车场|药房)(?:改造|扩建|改扩建|改建|装修|翻修)(?:项目|工程)?$/u

const HOUSE_OF_CAMPUS = /(?<=院区)[^院区]*楼$/u

/** 二期, and 二期一段. */
const PHASE = /^.期(?:[一二三]段)?/u

const ANY_PHASE = /[一二三四五首]期/u

/** 该项目一期已封顶: a phase of what was spoken of; behind a house of a campus, of the campus. */
export function phaseOf(object: WorksObject, whole: Told): Owned {
  const works = whole.object.works === undefined ? {} : { works: whole.object.works }
  // 二期改造 behind 升级改造二期工程: the same phase.
  if (whole.object.tail.includes(PHASE.exec(object.tail)?.[0] ?? object.tail.slice(0, 2)) && !/楼/u.test(object.tail))
    return { object: { ...object, tail: whole.object.tail, ...works }, owners: whole.owners }
  const before = whole.object.tail
    .replace(whole.owners[0]?.campus ? /^(?:建设)?(?:项目|工程)$/u : isHospitalItself(whole) ? /^建设$/u : /^$/u, '')
    .replace(/（?(?:[一二三四五]|首)期.*$/u, '')
    .replace(HOUSE_OF_CAMPUS, '')
    .replace(/(?<=院区?)建设$/u, '')
  return {
    object: {
      ...object,
      tail: before + object.tail,
      // 二期 behind 一期: of the same whole.
      whole: ANY_PHASE.test(whole.object.tail) ? (whole.object.whole ?? whole.object.tail) : whole.object.tail,
      ...works,
    },
    owners: whole.owners,
  }
}

/** Sums that a phase alone does not have. */
const TOTALS = /总(?:投资|建筑面积|用地|占地|床位|规模|概算|面积)|概算|估算/u
/** “项目于4月开工. */
const OF_WHOLE = /^“?(?:该|本|整个)?(?:项目|工程)(?![一二三四]期)/u

/** Totals, and what a later paragraph says of 项目, are of the whole of which a phase was told. */
export function isOfWhole(phase: Told, { text, range, sentence }: { text: string; range: Clause; sentence: Sentence }): boolean {
  if (TOTALS.test(text.slice(range.from, range.to))) return true
  return phase.sentence.paragraph !== sentence.paragraph && OF_WHOLE.test(text)
}

const LABEL = /([一二三四五])期[^，。；、：]*$/u
const MOST_LABEL = 24

/** Figures without those that are told of another phase: 一期床位500张、二期床位300张. */
export function ofOwnPhase(figures: readonly Figure[], { object }: Told, text: string): readonly Figure[] {
  const own = /([一二三四五])期/u.exec(object.tail)?.[1]
  if (figures.length === 0) return figures
  if (own === undefined) return ofWholeOnly(figures, text)
  return figures.filter(({ from }) => {
    const phase = LABEL.exec(text.slice(Math.max(0, from - MOST_LABEL), from))?.[1]
    return phase === undefined || phase === own
  })
}

/** 分两期：一期为门诊楼，床位800张；二期为科研楼. */
const EACH_PHASE = /[，；：。](?:其中)?(?=一期[^。]{2,80}[；，]二期)/u
const OF_ALL = /总计?|共计?|合计|全部/u

/** Figures of a whole without those that are told of its phases, one after the other. */
function ofWholeOnly(figures: readonly Figure[], text: string): readonly Figure[] {
  const since = text.includes('二期') ? (EACH_PHASE.exec(text)?.index ?? -1) : -1
  if (since < 0) return figures
  return figures.filter(({ from }) => from < since || OF_ALL.test(text.slice(Math.max(since, text.lastIndexOf('，', from - 1)), from)))
}

/** 总投资3亿元的某楼: its figures stand before it. */
export function isQualified({ object, sentence }: Told, text: string): boolean {
  return sentence.text === text && text.charAt(object.from - 1) === '的'
}

const NAMES_PHASE = /^(?:新?院区|新院|项目|工程)?([一二三四五首])期/u

/** Whether a clause tells of another phase than that of the works: 一期已投用 behind 二期项目. */
export function isOtherPhase({ object }: Told, said: string): boolean {
  const phase = NAMES_PHASE.exec(said)?.[1]
  const own = phase === undefined ? undefined : /([一二三四五首])期/u.exec(object.tail)?.[1]
  return own !== undefined && own !== phase
}

/** 北城分院二期 behind which the campus itself is told of: the works with the whole that they are a phase of. */
export function inCampus(told: Told, said: string): Told {
  const { object, owners } = told
  const campus = owners[0]?.campus ?? ''
  if (campus === '' || object.whole !== undefined || !/^[二三四五]期/u.test(object.tail) || !said.startsWith(campus)) return told
  return { ...told, object: { ...object, whole: '' } }
}

/** 妇产医院新院区: of a hospital that the reader does not know, and never the district's. */
export function isOfUnknown({ object, owners }: Owned, { sentence }: Place): boolean {
  if (owners[0]?.label !== 'District' || object.owners.length > 0) return false
  return (
    UNKNOWN.test(object.tail) ||
    OF_HOSPITAL.test(object.tail) ||
    (!OWN_BODY.test(object.tail) && OF_BARE.test(sentence.text.slice(0, object.from)))
  )
}

/** 疾控中心项目: of a body that is named. */
const OWN_BODY = /疾控|疾病|血站|急救|卫生监督/u
/** 记者了解到，医院二期项目主体建设包括妇幼大楼: of a hospital that the page leaves without its name. */
const OF_BARE =
  /(?:^|[，。；：、“]|了解到?|[该本我据]|目前|介绍|获悉|透露)医院(?:的)?(?:[一二三四]期|新院区?|新址|改扩建|扩建|迁建|新建|整体|项目)[^。；]*$/u

/** 污水处理站, 中药制剂中心: of some hospital. */
const OF_HOSPITAL = /^(?:污水处理站|供氧站|停车场|停车楼|食堂|车库|发热门诊|手术室|病房)|(?:研发|制剂)(?:中心|楼)/u
const UNKNOWN = /(?:医院|卫生院|保健院).*(?:楼|院区|病房|用房|分院)/u

/** The body that a mention names right where an object is read: 市急救中心位于某路，投资4亿元. */
export function bodyAt(object: WorksObject, { mentions }: Place): SentenceMention | undefined {
  return mentions.find(
    (mention) => mention.label === 'Institution' && canOwn(mention) && mention.from <= object.from && object.to <= mention.to,
  )
}

/** 甲分院加快建设，积极争取疾控中心综合楼项目: who strives for works is none that an earlier clause names. */
const STRIVES = /(?:^|[，；。：])(?:积极|全力|继续|大力|主动)*(?:争取|申报|谋划|储备)(?:了|实施|建设)?$/u
const MOST_STRIVING = 10

/** Whether a clause opens with the striving for works. */
export function strivesFor({ from }: WorksObject, { sentence }: Place): boolean {
  return STRIVES.test(sentence.text.slice(Math.max(0, from - MOST_STRIVING), from))
}

/** Sentences under a heading that are of the hospital that it names. */
const UNDER = 12
const NUMBERED = new RegExp(`^(?:${POINT}|\\d{2}[.、])`, 'u')

/** 03.甲医院能力提升工程 over 推进综合楼项目建设: the one hospital that the numbered heading above names. */
export function headHospital({ reading, sentence }: Place): SentenceMention | undefined {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - UNDER); index--) {
    const above = reading.sentences[index]
    if (above === undefined || !above.heading) continue
    const point = NUMBERED.exec(above.text)
    const [body, ...others] = (reading.mentions[index] ?? []).filter((mention) => mention.label === 'Hospital' && canOwn(mention))
    return point !== null && body?.from === point[0].length && others.length === 0 ? body : undefined
  }
  return undefined
}

/** Names the whole of which a phase was told: sums in a later sentence belong to it, 北区项目 of 北区项目一期. */
export function nameWhole(phase: Told, { reading, into }: Place): Told | undefined {
  const { object } = phase
  const { whole } = object
  if (whole === undefined) return undefined
  const to = object.to - (object.tail.length - whole.length)
  const shorter = { ...object, tail: whole, whole: undefined, to: to > object.from ? to : object.to }
  return nameProject(shorter, phase.owners, { reading, sentence: phase.sentence, works: undefined, into })
}
