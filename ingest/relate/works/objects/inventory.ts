/** Houses that a sentence only counts up as parts of one project, and that are no works of their own. */
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import type { StageHit } from '../stages/stage-hits.ts'
import { SIZE_LINE } from '../topic.ts'

const FAR = 120
/** 主要建设门诊楼、住院楼: rooms and houses of what was spoken of. */
const PARTS_LEAD =
  /(?:^其中$|(?:，|；|^)(?:以及|及|还有|另建|配套建设)|主要(?:是进行|是|进行|对|建设|新建|包括|包含|由|为|分为|设置|规划|内容)|建设内容|主要功能|内设|设有|下设|建有|(?<!项目|工程)(?:包括|包含))(?:内容|有|为|包括|：)*[^，。；]{0,10}$|分[为成][^，。；]{0,24}$/u
/** 项目将拆除旧楼，新建一座门诊综合楼；云溪新医院项目概算7000万元，新建门诊楼: the project is the subject. */
const WHOLE_IS_SUBJECT =
  /(?:^|[，；：。])[^，；：。]{0,16}(?:项目|工程|[一二三四五]期|新院区?|新址)(?:将|位于|坐落|选址|地处|计划|拟|主要|共|新建|拆除|包括|分|由|规划|总投资|概算|用地|占地|建设内容)/u

/** 主要是进行病房楼改造装修: what the works are, and no stage of their own. */
const FITTING = /^(?:装修|装饰|安装|施工|改造)/u
/** 二期康复楼正在进行外装施工: how far it is. */
const AT_WORK = /(?:楼|[一二三四五]期|工程|项目|院区|用房)(?:目前|现|也)?(?:已|正在?|处于|进入)[^，。；、]{0,8}$/u
const MOST_AT_WORK = 16

function tellsOwnStage({ mood, status, word, from }: StageHit, text: string): boolean {
  if (mood !== 'reached' || status === 'planned') return false
  return !FITTING.test(word) || AT_WORK.test(text.slice(Math.max(0, from - MOST_AT_WORK), from))
}

/** Houses that a sentence counts up as parts of one project. */
export function isInventory(group: Group, ground: Ground, own: readonly StageHit[]): boolean {
  const first = group.objects[0]
  if (first !== undefined && SIZE_LINE.test(ground.text))
    return group.objects.every((object) => object.rule === 'works/object-without-owner' && !/项目|期/u.test(object.tail))
  if (first === undefined || own.some((hit) => tellsOwnStage(hit, ground.text))) return false
  if (
    first.rule !== 'works/object-without-owner' ||
    !group.objects.every(
      (object) =>
        (object.rule === 'works/object-without-owner' || (object.tail === '' && object.owners[0]?.label === 'Institution')) &&
        !/项目|工程/u.test(object.tail) &&
        (!/期/u.test(object.tail) || /期.*[楼院区]/u.test(object.tail)),
    )
  )
    return false
  const before = ground.text.slice(Math.max(0, first.from - FAR), first.from)
  return PARTS_LEAD.test(before.slice(before.lastIndexOf('，') + 1)) || WHOLE_IS_SUBJECT.test(before)
}
