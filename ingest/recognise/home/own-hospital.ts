/** Which of the hospitals in a title says 我院: not the one that 我院 is told to deal with. */

const HOSPITAL = '(?:医院|保健院|卫生院|卫生服务中心)'
/** Two hospitals of a title: 甲医院与乙医院签约, 甲医院一行到乙医院参观. */
const NAMED = new RegExp(
  `(?:^|[与和同赴到来至在]|携手|牵手|联手|走进|前往|莅临|帮扶|支援|托管|援助)([〇㐀-鿿]{2,24}?${HOSPITAL})(?=$|[^〇㐀-鿿]|[^医院分门病])`,
  'gu',
)
const OWN = /[我本]院/u
const TURNS_TO = '(?:与|和|同|跟|赴|到|前往|走进|对口支援|对口帮扶|支援|帮扶|托管)'
const COMES = '(?:来|到|赴|至|莅临|走进|前来|来到|与|和|同)'

/** Whether a text tells a hospital as one that 我院 deals with: 我院与江州市人民医院签约, 江州市人民医院院长王某一行到我院学习. */
export function dealsWithOwn(wording: string, text: string): boolean {
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length)) {
    if (BEFORE.test(text.slice(Math.max(0, at - 24), at))) return true
    if (BEHIND.test(text.slice(at + wording.length, at + wording.length + 30))) return true
  }
  return false
}

const BEFORE = new RegExp(`[我本]院[^，。；：医院]{0,12}${TURNS_TO}(?:[〇㐀-鿿]{2,3}省|[〇㐀-鿿]{2,4}自治区)?$`, 'u')
const BEHIND = new RegExp(`^[^，。；：医院]{0,6}(?:[院长书记主任]{1,3}[^，。；：医院]{0,12})?${COMES}[我本]院`, 'u')

/** The wording of the hospital that says 我院 where a title names two and the text has 我院 deal with one of them alone. */
export function ownBesidePartner(title: string | null, text: string): string | undefined {
  if (title === null || !OWN.test(text) || OWN.test(title)) return undefined
  const named = [...new Set(Array.from(title.matchAll(NAMED), ([, wording = '']) => wording))]
  const [partner, other] = named.filter((wording) => dealsWithOwn(wording, text))
  if (named.length !== 2 || partner === undefined || other !== undefined) return undefined
  return named.find((wording) => wording !== partner)
}
