/** What marks the items of a list: the number of a point, a bullet, what joins two. */

/** The number of a point at the head of a line: 二、 · （1） · ⑶ · 1. · 一是 */
export const POINT = '[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．]|[⑴-⒇①-⑳]'
/** The same where it stands before what is said, or the mark that opens a quotation: “项目于4月开工. */
export const POINT_AT_HEAD = new RegExp(`^(?:${POINT}|“)`, 'u')
/** A point's number or a bullet. */
export const ITEM_MARK = `(?:${POINT}|[·•■●◆▲*-])`
/** Nothing but such a mark, or nothing at all: what follows is the head of its line or sentence. */
export const OPENS_ITEM = new RegExp(`^(?:${ITEM_MARK}\\s*)?$`, 'u')
/** What joins two items. */
export const JOINT = /^(?:[、和及与]|以及)$/u
