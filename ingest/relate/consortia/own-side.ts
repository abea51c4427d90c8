/** Which of a list are of a consortium, where they do something with others: 甲总医院所属的乙卫生院与丙医院开通远程门诊. */
import { LIST, type ListSlot } from './slots.ts'

/** 甲总医院所属的|乙卫生院与丙医院开通…: what those of it do with another, who is none of it. */
const OF_IT = /(?:所属|下属|旗下|麾下|辖内|隶属于?Ｃ|归属于?Ｃ|从属于?Ｃ|Ｃ)的?Ｌ$/u
const DOES_WITH = /^[^，；：。ＣＬＫ]{0,8}(?:签|开通|建立|结对|结为|合作|共建|达成|开展|联合|携手|对接|搭建)/u

/** The list without those behind 与, where the words behind it tell what the two sides do. */
export function ownSide(list: ListSlot, words: string, behind: string): ListSlot {
  const end = list.pairedAt > 0 ? list.pairedAt : (list.groupEnds.at(-1) ?? 0)
  if (end === 0 || !OF_IT.test(words.slice(0, words.indexOf(LIST) + 1)) || !DOES_WITH.test(behind)) return list
  return { ...list, entities: list.entities.slice(0, end), isPaired: false, pairedAt: 0 }
}
