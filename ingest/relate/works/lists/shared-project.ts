/** 甲医院救援中心、乙医院临床中心项目加快推进: the last item of a list says for the one before it that it is a project. */
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { JOINT } from './point.ts'

const HOUSE = /(?:中心|基地|楼|用房|病房|院区)$/u
const PROJECT = /(?:项目|工程)$/u
/** What is said of all behind them. */
const SAID =
  /^(?:等[^，。；]{0,10})?(?:建设)?(?:[\d年月日底内]|已|正|正在|将|均|都|全部|即将|有序|加快|加速|稳步|顺利|全力|扎实|抓紧|相继|先后|陆续|如期|全面|目前|进展)*(?:推进|开工|动工|建设|施工|竣工|完工|封顶|建成|投用|启用|投入使用|交付|实施|启动)/u
const MOST_SAID = 30

/** The objects of a sentence, with houses that share the word of the item behind them as projects. */
export function asShared(objects: readonly WorksObject[], { sentence: { text } }: Place): readonly WorksObject[] {
  let made = objects
  for (let index = objects.length - 2; index >= 0; index--) {
    const [object, next] = [made[index], made[index + 1]]
    if (object === undefined || next === undefined || object.needs === 'nothing' || object.owners.length === 0) continue
    if (next.needs !== 'nothing' || next.owners.length === 0 || !HOUSE.test(object.tail) || !JOINT.test(text.slice(object.to, next.from)))
      continue
    if (PROJECT.test(next.tail) && !SAID.test(text.slice(next.to, next.to + MOST_SAID))) continue
    if (!PROJECT.test(next.tail) && !(index + 2 < made.length && made[index + 2]?.needs === 'nothing')) continue
    made = made.map((one, at) => (at === index ? { ...one, needs: 'nothing' } : one))
  }
  return made
}
