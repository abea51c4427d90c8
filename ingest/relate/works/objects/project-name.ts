/** What a project is called, and what tells it from another of the same owner. */
import { projectId } from '../../../recognise/identity.ts'
import { remember } from '../../../recognise/naming/remember.ts'
import type { WorksObject } from './objects.ts'
import type { Owner } from '../owners/named-owner.ts'

const RELOCATION = /整体搬迁|整体迁建|异地新建|异地迁建|易地新建|易地迁建|移址新建|迁址新建|搬迁新建|迁址|搬迁|新址|迁移/gu

/** What tells one project of an owner from another: 二期, 迁建, 扩建 stay; words of works and progress go. */
export const objectKey = remember(keyOf)

function keyOf(tail: string): string {
  const key = tail
    .replaceAll(/[\s“”"（）]/gu, '')
    .replaceAll(RELOCATION, '迁建')
    .replace('大楼', '楼')
    .replace(/^新建(?=院区)/u, '新')
    .replace(/^([东西南北]院)区/u, '$1')
    .replaceAll(/及其?(?:附属|配套)(?:基础)?(?:设施|用房)?|项目|工程|建设|及配套|后续|主体|等/gu, '')
    .replace(/^新建|^新$/u, '')
    .replace(/^的/u, '')
    .replace(/^(改扩建|扩建|改造|改建)(?=.*[楼院房])(.+)$/u, '$2$1')
    .replaceAll(/(?:迁建)+/gu, '迁建')
  // 甲医院楼工程 builds the hospital.
  return key === '' || key === '楼' ? '建设' : key
}

const NAMED_ENOUGH =
  /(?:建|造|缮|修|翻新|提升|迁|容|优化|升级|楼|项目|工程|期|期[一二三]段|新址|搬迁|装修|综合体|宿舍|体|房|馆|部|发热(?:哨点)?诊室|发热门诊|公寓|站|急救点|基地|中心|期）)$/u

/** Id and name of the project that an object is for an owner. */
export function projectOf(object: WorksObject, owner: Owner): { id: string; name: string } {
  // 市公共卫生救治中心 that leans on a hospital of the city: whose it is is said once.
  const tail = owner.label === 'Hospital' ? object.tail.replace(OF_PLACE, '') : object.tail
  // 新院区土建结束, of the campus spoken of: it is named once.
  // 救治中心（甲医院东院区）项目: the bracket names the campus.
  const isTold = owner.campus !== '' && (tail.startsWith(owner.campus) || tail.includes(`${owner.campus}）`))
  const built = isTold ? tail : owner.campus + tail
  const anchor = owner.entity.slice(owner.entity.indexOf('/') + 1)
  if (owner.label === 'District') {
    const name = districtName(owner, tail)
    // 市医疗服务中心 of a city that the page leaves out keeps its level.
    const shown = owner.name.startsWith('我') && OF_LEVEL.test(tail) ? tail : name
    return { id: projectId(anchor, objectKey(name.startsWith(owner.name) ? name.slice(owner.name.length) : name)), name: shown }
  }
  return { id: projectId(anchor, objectKey(built === '' ? kindWord(object) : built)), name: owner.name + written(built, object) }
}

const OF_PLACE = /^[市县区旗州](?=公共卫生|医疗|急救|120|传染病|应急|卫生)/u

function kindWord(object: WorksObject): string {
  return object.works === 'relocation' ? '迁建' : object.works === 'expansion' ? '扩建' : object.works === 'renovation' ? '改造' : ''
}

/** 标准化建设, 升级建设县级医院: told as they are written. */
const RAISED = /^(?:(?:标准化|规范化|达标)建设|(?:升级|提升)建设.{2,})$/u

function written(built: string, object: WorksObject): string {
  if (built === '') return `${kindWord(object) || '建设'}项目`
  if (built === '建设') return '建设项目'
  if (RAISED.test(built)) return built
  if (/(?:项目|工程)建设$/u.test(built)) return built.slice(0, -'建设'.length)
  return NAMED_ENOUGH.test(built) && !/(?:院区|分院|[东西南北]区|[^基]建设)$/u.test(built)
    ? built
    : `${built.replace(/建设$/u, '')}建设项目`
}

const OF_LEVEL = /^[省市县区州旗](?![民域])/u
const OWN_LEVEL = /^(?:我[省市县区旗州]|本[省市县区旗州]|全[省市县区旗州]|师市|[省市县区旗州](?![民域]))(?=.{2})/u

/** 县公共卫生中心 in a report of 长兴县 is 长兴县公共卫生中心; a home without a name lends none. */
function districtName(owner: Owner, tail: string): string {
  const plain = tail.replace(OWN_LEVEL, '')
  if (owner.name.startsWith('我') || plain.startsWith(owner.name)) return plain
  const short = owner.name.replace(/[省市县区旗州]$/u, '')
  return short.length > 1 && plain.startsWith(short) ? plain : owner.name + plain
}
