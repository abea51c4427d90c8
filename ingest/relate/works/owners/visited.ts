/** 在县中医院，局长察看了病房。整体搬迁项目尚未开工: the hospital at which a report of a visit has arrived. */
import type { SentenceMention } from '../../../reading.ts'
import { canOwn } from '../objects/objects.ts'
import type { Place } from '../place.ts'

/** 随后，调研组一行来到甲医院: how one comes there. */
const ARRIVES =
  /^(?:[^，。；：]{1,10}，)?(?:[^，。；：]{0,10}(?:一行|组|领导|同志))?(?:随后|接着|紧接着|之后|其后|又|先后|还|先|首先|最后|实地)*(?:在|来到|走进|抵达|到达|前往|深入|赴)$/u
const THERE = /^(?:，|：|(?:建设|项目|施工)?(?:现场|工地)，|后，|时，)/u
const MOST_LEAD = 30
const MOST_THERE = 6
/** Sentences that are looked through for the arrival. */
const LOOK_BACK = 8

/** The hospital of the visit that the paragraph tells last, if no other opens a sentence since. */
export function visitedHospital({ reading, sentence }: Place): SentenceMention | undefined {
  for (let index = sentence.index; index >= Math.max(0, sentence.index - LOOK_BACK); index--) {
    const before = reading.sentences[index]
    if (before === undefined || before.paragraph !== sentence.paragraph) return undefined
    const bodies = (reading.mentions[index] ?? []).filter((mention) => mention.label === 'Hospital' && canOwn(mention))
    const arrived = bodies.find(
      ({ from, to }) =>
        from > 0 && from <= MOST_LEAD && ARRIVES.test(before.text.slice(0, from)) && THERE.test(before.text.slice(to, to + MOST_THERE)),
    )
    if (arrived !== undefined) return index === sentence.index ? undefined : arrived
    const opening = bodies.find(({ from }) => from === 0)
    if (opening !== undefined && !isVisited(opening, { reading, sentence }, index)) return undefined
  }
  return undefined
}

/** 在县中医院，…。县中医院今年签约: the same hospital goes on. */
function isVisited({ entity }: SentenceMention, { reading, sentence }: Pick<Place, 'reading' | 'sentence'>, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, sentence.index - LOOK_BACK); at--) {
    if (reading.sentences[at]?.paragraph !== sentence.paragraph) return false
    if (reading.mentions[at]?.some((mention) => mention.entity === entity) === true) return true
  }
  return false
}
