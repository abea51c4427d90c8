/** Lists of bodies that are works by what stands before or behind all of them: 推进3家医院的迁建工程（甲、乙、丙）; 将甲、乙等进行异地搬迁. */
import { numberOf } from '../../sentence/dates.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { roomsOfLists } from './rooms-of-lists.ts'
import { readTail } from '../objects/tail.ts'
import type { WorksKind, WorksWords } from '../objects/words.ts'
import { SMALL_NUMBER } from './counts.ts'

/** Names that are joined by nothing but joiners and brackets. */
interface Run {
  readonly from: number
  readonly to: number
  readonly objects: readonly WorksObject[]
}

/** What a list says of each of its names. */
interface Told {
  readonly tail: string
  readonly works?: WorksKind
  readonly hoped?: true
}

const JOINED = /^(?:（[^（）]{1,24}）)?(?:等?[、，和与及暨]|以及|、以及)$/u
const MOST_BETWEEN = 28
const GLOSS = /^（[^（）]{1,24}）/u

/** The objects of a sentence, with the bare names of such lists as works. */
export function asTold(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { text } = place.sentence
  const rooms = roomsOfLists(objects, place)
  const runs = runsOf(rooms, text)
  if (runs.length === 0) return rooms
  const told = new Map<WorksObject, Told>()
  for (const run of runs) {
    const said = headSays(run, text) ?? countSays(run, text) ?? endSays(run, place)
    if (said !== undefined) for (const object of run.objects) told.set(object, said)
  }
  return told.size === 0 ? rooms : rooms.map((object) => asWorks(object, told.get(object), place.words))
}

function asWorks(object: WorksObject, told: Told | undefined, words: WorksWords): WorksObject {
  if (told === undefined) return object
  const kind = KINDS.exec(told.tail)?.[0]
  const works = object.works ?? told.works ?? (kind === undefined ? undefined : words.kindOf(kind))
  return {
    ...object,
    tail: told.tail,
    works,
    needs: 'nothing',
    rule: 'works/shared-object',
    ...(told.hoped === true ? { hoped: true } : {}),
  }
}

function runsOf(objects: readonly WorksObject[], text: string): readonly Run[] {
  const runs: WorksObject[][] = []
  for (const object of objects) {
    if (object.tail !== '' || object.owners.length === 0) continue
    const last = runs.at(-1)?.at(-1)
    const between = last === undefined || object.from - last.to > MOST_BETWEEN ? '。' : text.slice(last.to, object.from)
    if (JOINED.test(between)) runs.at(-1)?.push(object)
    else runs.push([object])
  }
  return runs.map((run) => {
    const to = run.at(-1)?.to ?? 0
    const gloss = GLOSS.exec(text.slice(to, to + MOST_BETWEEN))?.[0].length ?? 0
    return { from: run[0]?.from ?? 0, to: to + gloss, objects: run }
  })
}

const KINDS =
  /异地新建|易地新建|整体搬迁|整体迁建|异地搬迁|异地迁建|升级改造|提升改造|新建|迁建|改扩建|扩建|改建|改造|重建|翻建|搬迁|修缮|维修/u
/** 推进5家医院的新建、改扩建工程（ · 将建设三所医院，即 · 实施3个医院建设项目：. */
const HEAD = new RegExp(
  String.raw`(?<verb>[〇㐀-鿿]{0,6})(?<count>${SMALL_NUMBER})[家所个座](?<what>[^，。；：（）]{0,20})(?:（(?:分别|即)?[为是]?|：|，?(?:分别|即|它们|具体)(?:为|是|包括)?|，?包括|，)$`,
  'u',
)
const MOST_HEAD = 40
const BODY = /(?:医院|卫生院|保健院|中医院|卫生服务中心|医疗机构|医疗卫生机构)$/u
const VERB = new RegExp(`(?:${KINDS.source}|(?:开工|动工|规划|计划|将|拟|启动|筹备|新|推进|加快)建设)了?$`, 'u')
const WORKS = /(?:建设|新建|迁建|改扩建|扩建|改建|改造|重建|翻建|搬迁|基建|[和与及、])+(?:项目|工程)?$/u
const AHEAD = /(?:将|拟|计划|规划|筹备|力争)[^，。；]{0,4}$/u

/** What a head that counts them says of the names that follow: as many as it counts. */
function headSays(run: Run, text: string): Told | undefined {
  const groups = HEAD.exec(text.slice(Math.max(0, run.from - MOST_HEAD), run.from))?.groups
  const count = numberOf(groups?.['count'])
  if (groups === undefined || count === undefined || count < 2 || count !== run.objects.length) return undefined
  if (!/^(?:$|[，。；、）]|等)/u.test(text.slice(run.to, run.to + 1))) return undefined
  const { verb = '', what = '' } = groups
  const told = VERB.exec(verb)?.[0]
  if (told !== undefined && BODY.test(what)) return { tail: KINDS.exec(told)?.[0].replace(/^新建$/u, '建设') ?? '建设', ...hope(verb) }
  const built = WORKS.exec(what)?.[0]
  if (built === undefined || !(BODY.test(what.slice(0, -built.length).replace(/的$/u, '')) || /(?:项目|工程)$/u.test(built)))
    return undefined
  const kinds = built.match(new RegExp(KINDS.source, 'gu')) ?? []
  return { tail: kinds.length === 1 ? built : '建设' }
}

function hope(verb: string): { hoped?: true } {
  return AHEAD.test(verb.replace(/(?:建设|新建)了?$/u, '')) ? { hoped: true } : {}
}

/** 3大项目正在推进, 两个迁建项目开工: how many works they are, and how far all are. */
const COUNTED = new RegExp(
  String.raw`^(?<etc>等)?(?<count>${SMALL_NUMBER})[个大项](?<what>(?:重点|重大|民生|卫生|医疗|建设|基建|新建|迁建|扩建|改扩建|改造|续建|在建|搬迁|政府|投资)*(?:项目|工程))(?:的?建设)?(?=[^，。；]{0,10}(?:推进|建设|实施|施工|开工|动工|竣工|封顶|建成|投用|完工|启动|招标))`,
  'u',
)
const MOST_END = 40
/** Names that a count may know and the list leaves in a bracket or a clause before. */
const MOST_LEFT_OUT = 1

function countSays(run: Run, text: string): Told | undefined {
  if (run.objects.length < 2) return undefined
  const groups = COUNTED.exec(text.slice(run.to, run.to + MOST_END))?.groups
  const count = numberOf(groups?.['count'])
  if (groups === undefined || count === undefined || count < run.objects.length) return undefined
  if (groups['etc'] === undefined && count > run.objects.length + MOST_LEFT_OUT) return undefined
  const kind = KINDS.exec(groups['what'] ?? '')?.[0]
  return { tail: kind === undefined || kind === '新建' ? '建设' : kind }
}

/** 对甲、乙等单位实施了改扩建: the verb that does it to all. */
const DOES =
  /^(?:等)?(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[家所个](?:[〇㐀-鿿]{0,6}(?:卫生院|医院|医疗机构|医疗卫生机构|机构|单位))?|[多各]家[〇㐀-鿿]{2,8}|单位|医疗机构|机构)?(?:目前|现|均|都|也|先后|分别|全部|陆续|逐步|统一|相继)*(?:正在|已经?|将)?(?:进行|实施|予以|开展|给予|加以)?了?(?:全面|整体(?!搬|迁)|部分|彻底|提档|提标|提质)*/u
const LEAD = /(?:将|对|把|给)(?:原|现有|(?:原?位于|地处|坐落于)[^，。；]{1,16}的)?$/u
const MOST_LEAD = 24
/** 将甲整体迁建至城北, 把乙、丙迁往新城. */
const MOVES =
  /^(?:等(?:\d{1,2}[家所个])?)?(?<move>(?:整体|全部|一并|逐步|统一)*(?:异地)?(?:迁建|搬迁|迁移|外迁|搬|迁))(?:至|到|往|去)(?![^，。；]{0,8}(?:办公|新楼|新大楼|新院|新址|新区域))/u
const MOST_DOES = 36
const OVER = /^(?:$|[，。；、）（！]|并|和|及|等|以|后|，|工作|任务)/u

/** 进行改造扩建: told as it is written. */
const TWO_KINDS = /^(?:改造扩建|扩建改造|改建扩建)$/u

/** What is done to all names of a list, behind a word that makes them its object. */
function endSays(run: Run, { sentence: { text }, words }: Place): Told | undefined {
  if (!LEAD.test(text.slice(Math.max(0, run.from - MOST_LEAD), run.from))) return undefined
  const behind = text.slice(run.to, run.to + MOST_DOES)
  const move = MOVES.exec(behind)?.groups?.['move']
  if (move !== undefined) return { tail: move.startsWith('整体') ? '整体迁建' : '迁建', works: 'relocation' }
  const does = DOES.exec(behind)?.[0].length ?? 0
  const at = run.to + does
  const step = words.steps.at(text, at, text.length)
  if (step?.sort !== 'kind') return undefined
  const tail = readTail(text, at, text.length, words)
  if (tail?.works === undefined || !OVER.test(text.slice(tail.to, tail.to + 2))) return undefined
  return { tail: TWO_KINDS.test(step.word) ? step.word : '', works: tail.works }
}
