/** Alliances of several hospitals that share their last word: 加入甲医院肾病、乙医院肿瘤等专科联盟. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { specialtyBefore } from '../../recognise/naming/specialty-before.ts'
import { ownedBy } from './kind.ts'
import { ownersIn } from './owners.ts'

/** A title: the hospital that it begins with, and the consortium that the two words name. */
export interface Title {
  readonly owner: SentenceMention
  readonly group: SentenceMention
}

const SHARED = /(?:等(?:多|\d{1,2}|[两三四五六七八九十])?(?:个|家)?)?(?:专科联盟|专病联盟)/gu
const JOINT = /^[、和及与]$/u
const JOINS = /(?:加入|加盟|入盟|成为|获批|融入|跻身|入选|进入|是|系)(?:了|到|为)?$/u
/** 烧伤, 疼痛: a field that the table does not hold. */
const FIELD = /^(?:(?![的了与和及在等由])[〇㐀-鿿]){1,4}[伤病癌科瘤痛症]$/u
/** The specialty of a hospital may be so long. */
const LONGEST_FIELD = 10

/** The alliance of each hospital of such a list that somebody joins; empty where there is no list. */
export function sharedTitles(reading: Reading, sentence: Sentence): readonly Title[] {
  if (!sentence.text.includes('联盟')) return []
  const named = reading.mentions[sentence.index] ?? []
  return matchesOf(SHARED, sentence.text).flatMap(({ 0: word, index }) => {
    // 甲医院肾病、|乙医院肿瘤专科联盟|: the last of them is a name of its own.
    const last = named.find(({ label, from, to }) => label === 'Consortium' && from < index && to === index + word.length)
    const titles = titlesBefore(reading, sentence, { end: last === undefined ? index : last.from - 1, word })
    const [first] = titles
    const isList = titles.length > 1 || (last !== undefined && JOINT.test(sentence.text.charAt(last.from - 1)))
    return isList && first !== undefined && JOINS.test(sentence.text.slice(0, first.owner.from)) ? titles : []
  })
}

/** Those before a place, first to last. */
function titlesBefore(
  reading: Reading,
  { text, index, end: ends }: Sentence,
  { end, word }: { end: number; word: string },
): readonly Title[] {
  const hospitals = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital')
  const titles: Title[] = []
  for (let at = end; at > 0;) {
    const owner = hospitals.findLast(({ to }) => to < at && at - to <= LONGEST_FIELD)
    const field = text.slice(owner?.to, at)
    if (owner === undefined) break
    if (specialtyBefore(reading.lexicon, text, { at, floor: owner.to }) !== owner.to && !FIELD.test(field)) break
    const owned = ownedBy(owner, { kind: '专科联盟', field, start: owner.start, end: ends })
    const name = owned.name.replace('专科联盟', word.slice(-4))
    const entity = ownersIn(reading).named(name)?.entity ?? owned.entity
    const { start, from } = owner
    titles.unshift({
      owner,
      group: { entity, name, label: 'Consortium', aliases: [], attrs: { kind: '专科联盟' }, start, end: owner.end, from, to: at },
    })
    if (!JOINT.test(text.charAt(from - 1))) break
    at = from - 1
  }
  return titles
}
