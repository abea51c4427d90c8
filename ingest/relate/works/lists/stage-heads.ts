/** 已完成：甲楼、乙楼; （一）在建项目2个 over 1.甲楼: labels and headings that say how far all works below them are. */
import { projectStage, projectStatuses, type ProjectStatus } from '../../../../cypher/model/statuses.ts'
import { matchesOf } from '../../../grammar/matches.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { NUMBER } from './counts.ts'
import { ITEM_MARK, OPENS_ITEM } from './point.ts'
import type { Progress } from '../stages/stages.ts'

const STAGE = [
  '(?<planned>拟建|拟开工|拟实施|计划(?:开工|新开工|新建|建设|实施)|规划(?:建设)?|储备|谋划|筹建|待建|待开工|[未没](?:有)?开工|尚未(?:开工|启动|实施)|未(?:启动|实施))',
  '(?<suspended>停工|停建|缓建|停缓建|暂缓(?:实施|建设)?)',
  '(?<in_use>已?经?(?:建成)?(?:投入使用|投用|启用|交付使用))',
  '(?<completed>已?经?(?:全部|基本)?(?:建成|竣工|完工|完成)(?:验收)?|已办结)',
  '(?<under_construction>在建|续建|结转|正在(?:建设|施工|实施|推进))',
  '(?<started>(?:已|新|已经|新近)?(?:开工|动工)(?:建设)?)',
  '(?<preliminary>(?:正在|已)?(?:开展|办理|推进|处于|进行)?前期(?:工作|手续|准备|阶段)?)',
].join('|')
const STATUSES: ReadonlySet<string> = new Set(Object.keys(projectStatuses))
const HEAD = new RegExp(
  `^(?:${ITEM_MARK}\\s*)?(?:${STAGE})的?(?:类|一批|重点|重大|医疗|卫生|健康|建设|民生|阶段)*(?<works>项目|工程)?(?:情况)?(?:(?:共|有|共有|为)?（?(?:共|共计|合计)?${NUMBER}[个项]）?)?$`,
  'u',
)
/** The label that stands last before an object: 已完成：甲楼；乙楼. */
const LABEL = /(?:^|[。；])([^。；，：]{2,20})：/gu
const ITEM = new RegExp(`^${ITEM_MARK}`, 'u')
const MOST_HEAD = 30
const MOST_LINES = 20
/** Characters before an object in which its label may stand. */
const FAR = 300

/** The status that a label or a heading gives to works below it; undefined where none does. */
export function headStage(object: Pick<WorksObject, 'from'>, place: Place): ProjectStatus | undefined {
  const { text } = place.sentence
  const before = text.slice(Math.max(0, object.from - FAR), object.from)
  if (before.includes('：')) {
    const label = matchesOf(LABEL, before).at(-1)
    if (label !== undefined && !before.slice(label.index + label[0].length).includes('：')) return stageOf(label[1] ?? '')
  }
  return object.from < FAR && OPENS_ITEM.test(before) ? lineStage(place) : undefined
}

/** What works under such a head have reached; in a plan, what is to be finished runs, and what is to begin is planned. */
export function headProgress(object: Pick<WorksObject, 'from'>, place: Place): Progress | undefined {
  const status = headStage(object, place)
  if (status === undefined) return undefined
  if (place.sentence.section.kind !== 'plan' || status === 'suspended') return { status, planned: status === 'planned' }
  return { status: projectStage(status) >= BUILT ? 'under_construction' : status === 'started' ? 'planned' : status, planned: true }
}

const BUILT = projectStage('under_construction')

function stageOf(label: string): ProjectStatus | undefined {
  const groups = HEAD.exec(label)?.groups
  const status = groups === undefined ? undefined : Object.keys(groups).find((key) => STATUSES.has(key) && groups[key] !== undefined)
  return status as ProjectStatus | undefined
}

/** Whether a sentence is nothing but such a head: what follows is of other works than what stands before. */
export function isStageHead(text: string): boolean {
  return text.length <= MOST_HEAD && stageOf(text.replace(/[：。]$/u, '')) !== undefined
}

/** What the heading over a numbered line says; what goes on about an item stands in its paragraph. */
function lineStage({ sentence, reading }: Place): ProjectStatus | undefined {
  let open: number | undefined
  for (let at = sentence.index - 1; at >= Math.max(0, sentence.index - MOST_LINES); at--) {
    const line = reading.sentences[at]
    if (line === undefined || line.row !== undefined || (open !== undefined && line.paragraph !== open)) return undefined
    const text = line.text.replace(/[：。]$/u, '')
    const told = text.length <= MOST_HEAD && /项目|工程/u.test(text) ? stageOf(text) : undefined
    if (told !== undefined) return told
    open = ITEM.test(line.text) ? undefined : line.paragraph
  }
  return undefined
}

const ITEM_ENDS = /^(?:$|[，。；、：（]|[和及与])/u

/** The objects of a sentence; houses of a named body under such a head are works. */
export function asHeaded(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { text } = place.sentence
  return objects.map((object) =>
    object.owners.length > 0 &&
    object.tail !== '' &&
    object.needs === 'stage' &&
    ITEM_ENDS.test(text.slice(object.to, object.to + 1)) &&
    headStage(object, place) !== undefined
      ? { ...object, needs: 'nothing' }
      : object,
  )
}
