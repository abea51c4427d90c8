/** Persons who sign for a body: 甲医院院长李某代表双方签约. They gloss the body's name, as a bracket does. */

const SIGNING = /签[约署订定字]/u
/** Who comes to a ceremony, or speaks at it, signs nothing by that. */
const ATTENDING = /出席|参加|见证|致辞|讲话|主持|陪同|介绍|表示|指出|座谈/u
/** What is said to the end of the clause that tells of the signing, or of an election: 甲院长某，乙局长某代表双方签约; 甲院长某、乙院长某当选副理事长. */
const TO_SIGNING = /^[^。；！？]{0,120}?(?:签[约署订字定]|签了[字约]|当选)/u

/** 代表双方签字的是甲院长某和乙局长某: who signed is told behind it. */
const SIGNED_BEFORE = /签[约署订字][^，。；]{0,6}的，?(?:分别)?(?:是|有|为)[^。；]{0,90}$/u

const OFFICE =
  '(?:(?:党委|党组|党总支|党工委|县委|市委|区委|州委|委)?(?:常务|执行)?副?(?:书记|院长|校长|主任|局长|董事长|总经理|总裁|区长|县长|市长|省长|州长|盟长|旗长|镇长|乡长|主席|会长|理事长|所长|部长|厅长))'
const GENERIC_OFFICE = '(?:(?:相关|主要|有关)?(?:负责人|负责同志|领导|代表)|法定代表人)'
const PERSON = String.raw`[〇㐀-鿿]{2,3}?(?=[、，和与及同跟]|代表|分别|共同|先后|现场|签|在|作为|当选|被|先生|女士|教授|双方|两|三|以及|。|$)`
const SIGNATORY = new RegExp(
  `(?:${OFFICE}(?:[、兼]${OFFICE})*${PERSON}|${GENERIC_OFFICE}|(?![与和及同跟在]|当选|担任|作为)[〇㐀-鿿]{2,3}${OFFICE})(?:先生|女士|教授|博士|同志|一行)?`,
  'uy',
)

/** Characters from the signing to the last of those who are told behind it. */
const LONGEST_LIST = 110

/** Whether a sentence may tell of persons who sign; false is sure. */
export function maySign(text: string): boolean {
  return (text.includes('签') && SIGNING.test(text)) || text.includes('当选')
}

/** Where the person ends who signs for the body that ends at `at`; `at` itself where there is none, or would reach the name at `next`. */
export function signatoryEnd(text: string, at: number, next: number): number {
  SIGNATORY.lastIndex = at
  const person = SIGNATORY.exec(text)
  if (person === null) return at
  const to = at + person[0].length
  if (to > next) return at
  if (text.includes('的') && SIGNED_BEFORE.test(text.slice(Math.max(0, at - LONGEST_LIST), at))) return to
  const told = TO_SIGNING.exec(text.slice(to))?.[0]
  const ends = text.slice(to + (told?.length ?? 0)).split(/[，。；！？]/u, 1)[0] ?? ''
  return told === undefined || ATTENDING.test(told + ends) ? at : to
}
