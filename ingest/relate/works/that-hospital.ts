/** The hospital that 该院, 院方 or a bare 医院 means before works. */
import type { SentenceMention } from '../../reading.ts'
import type { Place } from './place.ts'
import { canOwn, type WorksObject } from './objects.ts'

/** Sentences in which the hospital that 该院 means is looked for. */
const LOOK_BACK = 3

/** 该院异地重建项目; 该院自筹资金，新建外科楼. */
const THAT = /(?:该(?:医院|卫生院|院|中心|单位)|院方)(?!长)/u
/** 医院自筹资金新建外科楼, 医院南门停车楼: the subject of a clause, without its name. */
const BARE =
  /(?:^|[，。；：])(?:如今|目前|今年|去年|现在|同时|随后|为此|近年来)?(?:医院|卫生院)(?!管理|系统|改革|等级|感染|领域|评审|文化)/u

const isBody = (mention: SentenceMention): boolean => mention.label === 'Hospital' && canOwn(mention)

/** The hospital named last before such a word; undefined where none was, or the sentence says no such word. */
export function thatHospital(object: WorksObject, place: Place): SentenceMention | undefined {
  const { sentence, mentions } = place
  const before = sentence.text.slice(0, object.from)
  const own = meantIn(
    mentions.filter((mention) => isBody(mention) && mention.to <= object.from),
    sentence.text,
  )
  const that = THAT.exec(before.slice(own?.to ?? 0))
  if (that !== null) return own ?? lastNamed(place)
  if (!BARE.test(before.slice(own?.to ?? 0))) return undefined
  if (own !== undefined) return own
  const last = lastNamed(place)
  return last !== undefined && isAlone(last, place) ? last : undefined
}

/** Of several hospitals of a sentence the last that opens a clause, and not one with which it does something. */
function meantIn(named: readonly SentenceMention[], text: string): SentenceMention | undefined {
  const last = named.at(-1)
  if (last === undefined || named.every(({ entity }) => entity === last.entity)) return last
  return named.findLast(({ from }) => from === 0 || '，。；：“'.includes(text.charAt(from - 1))) ?? last
}

/** The hospital named last in the sentences before. */
function lastNamed({ reading, sentence }: Place): SentenceMention | undefined {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - LOOK_BACK); index--) {
    const found = reading.mentions[index]?.findLast(isBody)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether no other hospital of the paragraph could be meant. */
function isAlone({ entity }: SentenceMention, { reading, sentence }: Place): boolean {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - LOOK_BACK); index--) {
    if (reading.sentences[index]?.paragraph !== sentence.paragraph) return index < sentence.index - 1
    if (reading.mentions[index]?.some((one) => isBody(one) && one.entity !== entity) === true) return false
  }
  return true
}
