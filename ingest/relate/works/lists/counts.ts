/** How a head of a list writes the number of its works, as sources of expressions; each file says of what it counts. */

/** How many projects: 在建项目120个. */
export const NUMBER = String.raw`(?:\d{1,3}|[一二两三四五六七八九十]{1,3})`
/** How many bodies, or projects of one list that are named one by one: 新建5家医院. */
export const SMALL_NUMBER = String.raw`(?:\d{1,2}|[一二两三四五六七八九十]{1,3})`
/** A number of any length. */
export const ANY_NUMBER = String.raw`(?:\d+|[一二两三四五六七八九十]+)`
