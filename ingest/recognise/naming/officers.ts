/** Persons whom a text tells to lead a body: 甲医院党委书记张某、院长李某. */

const OFFICE =
  '(?:党委|党组|党总支|党工委|党支部)?(?:常务|执行|总)?(?:副?(?:书记|院长|校长|董事长|总经理|总裁|理事长|所长|主任)|党委委员|负责人)'
const OFFICER = new RegExp(
  `[、，]?(?:${OFFICE})(?:[、兼]${OFFICE})*([〇㐀-鿿]{2,3}?)(?=[、，。；：:和与及同等（“]|代表|分别|共同|一行|率|先生|女士|教授|介绍|表示|指出|强调|坦言|透露|告诉|谈到|说|称|出席|致辞|主持|参加|带领|在|对|向|就|$)`,
  'uy',
)
/** What follows an office and is no name. */
const NO_NAME = /^(?:代表|会议|办公|助理|候选|负责|联席|同志|工作|信箱|接待|班子|分别|共同|出席|介绍|表示|副|兼)/u

/** The officers that stand behind a body's name, which ends at `to`. */
export function officersAfter(text: string, to: number): readonly string[] {
  const names: string[] = []
  for (let at = to; ;) {
    OFFICER.lastIndex = at
    const name = OFFICER.exec(text)?.[1]
    if (name === undefined || NO_NAME.test(name) || (at > to && !/[、，]/u.test(text.charAt(at)))) return names
    names.push(name)
    at = OFFICER.lastIndex
  }
}
