/** Bold marks of Markdown, which stand in .txt files too: **一、医疗服务。** is a label, **县 and **亿元 are masks. */

/** At the head of a line, or around a label; within a line of masks any two of them would make a pair. */
const PAIR =
  /(?<=(?:^|\n)[ \t\u3000#>*+-]{0,8})\*\*(?=[^\s*])([^*\n]{2,60})(?<=[^\s*])\*\*|(?<!\*)\*\*(?=[^\s*])([^*\n]{2,24}[。：:])\*\*(?!\*)/gu
/** What a mask stands before: **县人民医院与**区中医院, 投资**亿元、建设**平方米. */
const MASKED =
  /^(?:[省市县区旗州盟镇乡村路街号队岁年月日亿万千百元张床名人个家所台例次平米某]|医院|医科|大学|中医|中心|妇幼|第[一二三四五六七八九十]|附属|卫生|社区|同志|先生|女士)/u

/** A unit that shows nothing, is cut off the ends of lines as white space, and parts no cells of a table as blanks do. */
const NOTHING = '\uFEFF\uFEFF'

/** The text with such marks blanked out in place, so that every span stays where it was. */
export function blankBold(text: string): string {
  return text.includes('**')
    ? text.replace(PAIR, (pair, first?: string, label?: string) => {
        const held = first ?? label ?? ''
        return MASKED.test(held) ? pair : `${NOTHING}${held}${NOTHING}`
      })
    : text
}
