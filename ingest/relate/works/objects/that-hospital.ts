/** The hospital that 该院, 院方 or a bare 医院 means before works. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { SentenceMention } from '../../../reading.ts'
import type { Place } from '../place.ts'
import { canOwn, type WorksObject } from './objects.ts'
import { worksObject } from './works-object.ts'

/** Sentences in which the hospital that 该院 means is looked for. */
const LOOK_BACK = 3

/** 该院异地重建项目; 该院自筹资金，新建外科楼. */
const THAT = /(?:该(?:医院|卫生院|院|中心|单位)|院方)(?!长)/u
/** 医院自筹资金新建外科楼, 医院南门停车楼: the subject of a clause, without its name. */
const BARE =
  /(?:^|[，。；：]|(?:[万亿]元|平方米|亩|张|层)的)(?:如今|目前|今年|去年|现在|同时|随后|为此|近年来)?(?:医院|卫生院)(?!管理|系统|改革|等级|感染|领域|评审|文化)/u

/** 将共建一所综合医院，该院一期占地90亩: one that has no name yet. */
const UNNAMED =
  /(?:[共合筹兴新]建|建设|建立|建成|打造|成立|设立|创办|举办)[^，。；]{0,8}[一1][所家座][^，。；]{0,18}(?:医院|院区|分院|中心)[^，。；]{0,4}$/u
const MOST_UNNAMED = 60

/** Whether 该院 before works means a hospital that was told of without a name, in the clause or the sentence before. */
export function isUnnamedThat(object: WorksObject, { reading, sentence, mentions }: Place): boolean {
  const that = THAT.exec(sentence.text.slice(0, object.from))
  if (that === null) return false
  const own = mentions.findLast((mention) => isBody(mention) && mention.to <= that.index)
  const said = sentence.text.slice(own?.to ?? 0, that.index).replace(/[，。；：](?:据(?:悉|了解|介绍)，)?$/u, '')
  if (said.length > 0) return UNNAMED.test(said.slice(-MOST_UNNAMED))
  const before = reading.sentences[sentence.index - 1]
  const last = reading.mentions[sentence.index - 1]?.findLast(isBody)
  return (
    own === undefined &&
    before !== undefined &&
    UNNAMED.test(
      before.text
        .slice(last?.to ?? 0)
        .replace(/。$/u, '')
        .slice(-MOST_UNNAMED),
    )
  )
}

/** 将甲医院作为依托医院, 依托医院为甲医院. */
const LEANS_ON = /^(?:确定|列|选定|作|明确)?[为作]+(?:项目)?依托医院/u
const LEANT_ON = /依托医院(?:为|是|：)$/u
const LONGEST_LEAN = 10

/** The hospital that a document says 依托医院 to be, for works that are told of 依托医院. */
function leantOn(object: WorksObject, { reading, sentence }: Place): SentenceMention | undefined {
  if (!sentence.text.slice(Math.max(0, object.from - LONGEST_LEAN), object.from).includes('依托医院')) return undefined
  for (let index = sentence.index; index >= 0; index--) {
    const text = reading.sentences[index]?.text ?? ''
    if (!text.includes('依托医院')) continue
    const found = reading.mentions[index]?.find(
      (one) =>
        isBody(one) &&
        (LEANS_ON.test(text.slice(one.to, one.to + LONGEST_LEAN)) ||
          LEANT_ON.test(text.slice(Math.max(0, one.from - LONGEST_LEAN), one.from))),
    )
    if (found !== undefined) return found
  }
  return undefined
}

const isBody = (mention: SentenceMention): boolean => mention.label === 'Hospital' && canOwn(mention)

const OPENS_TAIL = /^(?:医院|卫生院)(?=新|[〇㐀-鿿]{0,10}(?:楼|院区|项目|工程))/u

/** The hospital named last before such a word; undefined where none was, or the sentence says no such word. */
export function thatHospital(object: WorksObject, place: Place): SentenceMention | undefined {
  const { sentence, mentions } = place
  // 总投资4.3亿元的医院新住院大楼: the word opens what is read of the house.
  const before = sentence.text.slice(0, object.from + (object.owners.length === 0 ? (OPENS_TAIL.exec(object.tail)?.[0].length ?? 0) : 0))
  const leant = leantOn(object, place)
  if (leant !== undefined) return leant
  const own = meantIn(
    mentions.filter((mention) => isBody(mention) && mention.to <= object.from),
    sentence.text,
  )
  const that = THAT.exec(before.slice(own?.to ?? 0))
  if (that !== null) return own ?? lastNamed(place)
  // 该院由县医院派人指导，门诊楼改造: the hospital that the sentence opens with, and not the one that helps it.
  if (HEAD_THAT.test(sentence.text) && mentions.every((one) => !isBody(one) || one.to > object.from || isWith(one, sentence.text)))
    return lastNamed(place)
  if (!BARE.test(before.slice(own?.to ?? 0))) return undefined
  if (own !== undefined) return own
  // Where a hospital speaks, 医院 at the head of a paragraph is itself, whoever was named in the one before.
  const last = lastNamed(place, place.reading.document.speaker !== null)
  return last !== undefined && isAlone(last, place) ? last : undefined
}

/** Of several hospitals of a sentence the last that opens a clause, and not one with which it does something. */
function meantIn(named: readonly SentenceMention[], text: string): SentenceMention | undefined {
  const last = named.at(-1)
  if (last === undefined || named.every(({ entity }) => entity === last.entity)) return last
  // 成员有甲医院、乙医院和丙医院。该院…: none of a list.
  return (
    named.findLast(({ from }) => from === 0 || '，。；：“'.includes(text.charAt(from - 1))) ??
    ('、和及'.includes(text.charAt(last.from - 1)) ? undefined : last)
  )
}

const HEAD_THAT = /^(?:该(?:医院|卫生院|院|中心|单位)|院方)(?!长)/u

/** The hospital named last in the sentences before; in those of the paragraph where `isHere`. */
function lastNamed({ reading, sentence }: Place, isHere = false): SentenceMention | undefined {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - LOOK_BACK); index--) {
    if (isHere && reading.sentences[index]?.paragraph !== sentence.paragraph) return undefined
    const text = reading.sentences[index]?.text ?? ''
    const named = reading.mentions[index]?.filter(isBody) ?? []
    // 与甲医院建立医联体，由乙医院对口支援: of the hospital that was spoken of before them.
    if (named.length > 0 && named.every((one) => isWith(one, text))) continue
    const found = meantIn(named, text)
    if (found !== undefined) return found
  }
  return undefined
}

/** The one hospital that the sentences before in the paragraph tell of; undefined where there is none, or another that could be meant. */
export function hospitalOfParagraph(place: Place): SentenceMention | undefined {
  const last = lastNamed(place, true)
  return last !== undefined && isAlone(last, place) ? last : undefined
}

/** 与乙医院: with whom the hospital does something. */
const WITH = /[与和同跟向由到从请邀][^，。；：]{0,4}$/u
const MOST_WITH = 6

const isWith = ({ from }: SentenceMention, text: string): boolean => WITH.test(text.slice(Math.max(0, from - MOST_WITH), from))

/** Whether no other hospital of the paragraph could be meant: none is named, or only as one with which the first does something. */
function isAlone({ entity }: SentenceMention, { reading, sentence }: Place): boolean {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - LOOK_BACK); index--) {
    const before = reading.sentences[index]
    if (before?.paragraph !== sentence.paragraph) return index < sentence.index - 1
    const isOther = (one: SentenceMention): boolean => isBody(one) && one.entity !== entity && !isWith(one, before.text)
    if (reading.mentions[index]?.some(isOther) === true) return false
  }
  return true
}

/** 该医院项目选址在城东: the hospital that was spoken of is itself the works. */
const THAT_IS_WORKS =
  /(?:^|[，。；：])(?:据(?:悉|了解|介绍)，)?(?:目前，?)?该(?:医院|卫生院|院)(?<tail>(?:建设)?(?:项目|工程))(?=筹划|筹备|谋划|规划|选址|位于|坐落|计划|预计|总|拟|占地|用地|已|目前|正|于|将|由|按|分|设|建筑|建设)/gu

/** 由中心卫生院升级为县级医院的建设项目: of the hospital that is spoken of. */
const RAISED_ONE =
  /由(?:中心|乡镇|镇|乡)?卫生院(?<tail>升级(?:建设|改造|扩建)?[为成](?:县|区|市)级(?:综合)?医院的?(?:建设|改造|扩建)?(?:项目|工程))/u

/** 该院中医特色重点医院项目于8月开工: what the hospital is to be, where it is begun on a site. */
const MADE_ONE =
  /(?:^|[，。；：]|(?:另悉|据悉|获悉)，)(?:目前，?)?(?:[该我本]院|该?医院)(?<tail>(?:国家|省级?|市级|[三二]级[甲乙]等|[三二]级|中医|特色|重点|综合|县域|区域|医疗|旗舰|示范){1,6}(?:医院|中心)(?:建设)?(?:项目|工程))(?=(?:目前|现|已经?|于|将|正式|顺利|全面|[\d年月日底初末今去])*(?:开工|动工|奠基|破土|封顶|结顶|竣工|完工|主体|桩基|土建|投用|投入使用|正在(?:建设|施工)))/gu

/** The works that such words tell, for which the hospital is found by them. */
export function worksOfThat(text: string): readonly WorksObject[] {
  const raised = text.includes('卫生院升级') ? RAISED_ONE.exec(text) : null
  if (raised !== null) {
    const tail = raised.groups?.['tail'] ?? ''
    const to = raised.index + raised[0].length
    const at = { from: to - tail.length, to }
    return [worksObject({ ...at, owners: [], tail, works: 'expansion', needs: 'nothing', rule: 'works/object-without-owner' })]
  }
  const made = /(?:医院|中心)(?:建设)?(?:项目|工程)/u.test(text) ? matchesOf(MADE_ONE, text) : []
  if (made.length === 0 && !text.includes('该')) return []
  return [...made, ...matchesOf(THAT_IS_WORKS, text)].map((match) => {
    const tail = match.groups?.['tail'] ?? ''
    const to = match.index + match[0].length
    return worksObject({ from: to - tail.length, to, owners: [], tail, needs: 'nothing', rule: 'works/object-without-owner' })
  })
}
