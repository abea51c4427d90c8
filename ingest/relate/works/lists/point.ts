/** The number of a point at the head of a line: 二、 · （1） · ⑶ · 1. · 一是 */
export const POINT = '[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．]|[⑴-⒇①-⑳]'
/** The same where it stands before what is said, or the mark that opens a quotation: “项目于4月开工. */
export const POINT_AT_HEAD = new RegExp(`^(?:${POINT}|“)`, 'u')
