/** Words of time, which a clause may hold beside a stage and still speak of the same works. */

const YEAR = '(?:(?:19|20)\\d{2}|[今去前明后当同次])年'
const DAY =
  '\\d{1,2}月份?|\\d{1,2}[日号]|[上中下]旬|[上下]半年|[年月岁][初中底末]|第?[一二三四1-4]季度|[本上下当][月周]|腊月|正月(?:初[一二三四五六七八九十]|十[二三四五六])?|[春夏秋冬][天季]|入[春夏秋冬]|[日月]前|近日|昨[日天]|今[日天]|不久前|前不久|最近|近期'
const FEAST = '(?:春节|国庆|元旦|“?五一”?|“?十一”?|中秋|端午|清明|汛期|雨季|年关)节?(?:假期)?'
const TIME = new RegExp(
  `(?:自|从|于|到|在|直到|早在|就在|赶在|预定|定在)?(?:${YEAR}|${DAY}|${FEAST})+(?:前夕|之?前|之?后|期间|左右|起|开始|以来|便|就|即|也|里|的)*`,
  'gu',
)

/** A stretch without the words that say when. */
export function withoutTime(text: string): string {
  return text.replaceAll(TIME, '')
}
