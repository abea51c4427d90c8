/** Works whose own name says that they are of a body the reader does not know, and of none that is spoken of before. */
import type { Reading } from '../../../reading.ts'

/** 市健康教育所业务用房, 区结核病防治中心迁建: a body of the place, by its level. */
const BODY =
  /^(?<level>[省市县区旗])(?![级域内外直属民区政])[〇㐀-鿿]{2,12}?(?<end>站|所|院|校|馆|中心)(?=(?:整体|异地|易地|原址)*(?:搬迁|迁建|新建|改扩建|扩建|改造|重建|业务|综合|办公|实验|建设|项目))/u

/** Whether a name is that of a body of another level than the home's, or of one that no district builds. */
export function isOfOtherBody(tail: string, { document }: Reading): boolean {
  const home = document.home.at(-1)
  const { level, end } = BODY.exec(tail)?.groups ?? {}
  if (home === undefined || level === undefined) return false
  if (end === '所' || end === '校' || end === '馆') return true
  if (home.level === 'county') return level === '省' || (level === '市' && !home.name.endsWith('市'))
  return home.level === 'city' && (level === '县' || level === '区' || level === '旗')
}
