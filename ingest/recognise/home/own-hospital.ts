/**
 * What a text says of 我院 in its own words, and by exclusion which hospital that is: of two that deal with one another, the
 * one that 我院 does not deal with. A title with two gives a wording of the publisher.
 * Its `ownWords` and `dealsWithOwn` serve whoever else looks for 我院: `own-by-weight.ts`, `subject-hospital.ts`.
 */
import { SAYS } from '../naming/speech.ts'

/** 上一篇：我院…: of other pages. */
const OTHER_PAGE = /^\s*[上下]一[篇条]/u
/** 王院长表示，我院…: words of others. */
const REPORTED = new RegExp(`${SAYS}[，,：:]`, 'u')
const OWN = /[我本]院/u

/** The sentences that say 我院 elsewhere than in words of others, in quotation marks and on lines for other pages; blanks are gone. */
export function ownWords(text: string): readonly string[] {
  if (!OWN.test(text)) return []
  return text
    .split('\n')
    .filter((line) => !OTHER_PAGE.test(line))
    .join('')
    .replace(/\s+|“[^”]*”/gu, '')
    .split(/[。！？]/u)
    .filter((sentence) => OWN.test(sentence) && !REPORTED.test(sentence))
}

/** Characters that are looked at on either side of a name. */
const REACH = 32
const BEFORE =
  /[我本]院(?:副?院长|党委书记)?[^，,。；;：:医院]{0,12}(?:与|和|同|跟|赴|到|前往|走进|支援|帮扶|托管)(?:[〇㐀-鿿]{2,3}省|[〇㐀-鿿]{2,4}自治区)?$/u
const BEHIND = /^[^，,。；;：:医院]{0,6}(?:(?:院长|书记|主任)[^，,。；;：:医院]{0,12})?(?:来|到|赴|至|莅临|走进|与|和|同)[我本]院/u

/** Whether sentences tell a hospital as one that 我院 deals with: 我院与江州市人民医院签约, 江州市人民医院院长王某一行到我院学习. */
export function dealsWithOwn(wording: string, sentences: readonly string[]): boolean {
  return sentences.some((sentence) => {
    for (let at = sentence.indexOf(wording); at >= 0; at = sentence.indexOf(wording, at + wording.length))
      if (
        BEFORE.test(sentence.slice(Math.max(0, at - REACH), at)) ||
        BEHIND.test(sentence.slice(at + wording.length, at + wording.length + REACH))
      )
        return true
    return false
  })
}

/** The hospitals of a title: 甲医院与乙医院签约, 甲医院一行到乙医院参观; 甲医院分院 is another. */
const NAMED =
  /(?:^|[与和同赴到来至在]|携手|牵手|联手|走进|前往|莅临|帮扶|支援|托管|援助)([〇㐀-鿿]{2,24}?(?:医院|保健院|卫生院|卫生服务中心))(?![医院分门病])/gu

/** The hospital that says 我院 where a title names two and those sentences have 我院 deal with one of them alone. */
export function ownBesidePartner(title: string, sentences: readonly string[]): string | undefined {
  if (sentences.length === 0 || OWN.test(title)) return undefined
  const named = [...new Set(Array.from(title.matchAll(NAMED), ([, wording = '']) => wording))]
  const [own, other] = named.filter((wording) => !dealsWithOwn(wording, sentences))
  return named.length === 2 && other === undefined ? own : undefined
}
