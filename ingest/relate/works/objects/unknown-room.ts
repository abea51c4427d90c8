/** A room that no list knows, between a body and the word of its project: 甲医院高压氧舱建设项目. */
import { isNoName, type Tail } from './tail.ts'
import type { WorksWords } from './words.ts'

const ROOM =
  /^(?<room>[〇㐀-鿿]{1,9}?(?:舱|室|房|库|池|塔|棚|廊|馆|厅|台|院|层|区|部|园|门诊|设施|机组|装置|食堂|通道))(?:新建|建设)(?:项目|工程)(?!管理|办|部|组|负责|经理)/u
const LONGEST = 24
/** 县医院分院建设项目 is read by its words; 疾控中心、社区… are bodies of their own. */
const BODY = /医院|卫生院|保健院|疾控|中心$|机制|网络/u

/** The project of such a room right behind a body that ends at `at`. */
export function unknownRoom(text: string, at: number, limit: number, words: WorksWords): Tail | undefined {
  const match = ROOM.exec(text.slice(at, Math.min(limit, at + LONGEST)))
  const room = match?.groups?.['room']
  if (match === null || room === undefined || BODY.test(room) || words.not.test(room) || isNoName(room, words)) return undefined
  return { to: at + match[0].length, text: match[0], works: undefined, needs: 'stage', whole: undefined, shared: false, phased: false }
}
