/** How a text calls a school that it has named in full: 江工 after 江州理工大学, and 我校 on the school's own page. */
import type { Line, Named, NamingContext } from './context.ts'

const SCHOOL = /^([〇㐀-鿿])[〇㐀-鿿]*?(医科|中医药|医药|理工|工业|师范|农业|科技)?(?:大学|学院)$/u
const FIELD: Readonly<Record<string, readonly string[]>> = {
  医科: ['医大', '医'],
  医药: ['医大', '医'],
  中医药: ['中医大', '中医'],
  理工: ['工', '理工'],
  工业: ['工大', '工'],
  师范: ['师大'],
  农业: ['农大'],
  科技: ['科大'],
}
/** Pairs of characters that are words of their own, wherever they stand: 重大, 广大. */
const WORDS = /^(?:[重广强高长远老三巨庞壮宏扩最更]大|[中西名就行巨]医|[员职手施开动加]工|中医|中工)$/u

/** Short names that a full name of a school allows. */
export function shortNames(name: string): string[] {
  const [, first = '', field = ''] = SCHOOL.exec(name) ?? []
  if (first === '') return []
  const ends = field === '' ? (name.endsWith('大学') ? ['大'] : []) : (FIELD[field] ?? [])
  return ends.map((end) => first + end).filter((short) => !WORDS.test(short))
}

/** Binds the short names of a school that the text uses. */
export function bindSchool(context: NamingContext, named: Named): void {
  if (named.label !== 'Institution' || named.attrs['kind'] !== 'university') return
  for (const short of shortNames(named.name))
    if (context.says(short) && context.aliases.get(short) === undefined) context.aliases.set(short, named)
}

const AFTER =
  /^(?:$|[与和、，。（）”及]|附属|党委|党政|校长|副校长|校区|领导|专家|师生|将|在|签|同|是|共建|医学院|医教|成立|揭牌|举行|召开|合作|共同|联合|携手|牵手|先后|正式|签)/u
const BEFORE = /(?:^|[、，。（“；：与和由对同及到赴来在]|合作|依托|携手)$/u

/** Whether a short name of two characters stands as a name: 与江工签约, but not 江工程. */
export function standsAsSchool(line: Line, { from, to }: { from: number; to: number }): boolean {
  return AFTER.test(line.text.slice(to, to + 3)) && BEFORE.test(line.text.slice(Math.max(0, from - 2), from))
}
