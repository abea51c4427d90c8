/** Houses whose hospital only what follows names: 新住院楼的启用，极大改善了甲医院的住院条件. */
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import { inBracket } from '../lists/head-words.ts'

/** What a new house betters, or to whom it brings what it brings. */
const BETTERS =
  /(?:使|让|为|给|改善|提升|缓解|解决|优化|提高|满足|破解|结束|改变|填补|增强|扩大)了?(?:[^，。；□]{0,2})$|，(?:届时|同时|从而|进而)?，?$/u
const NEAR = 6
/** 新建的综合楼将从根本上改善甲医院就医环境. */
const ONE_CLAUSE = /^[^，。；]{0,20}(?:改善|提升|缓解|解决|优化|提高|破解|结束|改变)了?$/u
const ITS_CARE =
  /^的?(?:就医|就诊|住院|诊疗|急诊|医疗|门诊|办公|服务|硬件|软硬件|业务|基础设施|设施|看病|床位|病房|救治|综合|整体|诊治|手术|医技)/u
/** 某项目：依托甲医院原有场地建设. */
const SITE_LABEL = /^(?:建设)?(?:项目|工程)?：(?:该?项目)?(?:依托|利用|位于|设在|选址于?|在|对|由)$/u
const ITS_SITE = /^(?:的)?[^，。；]{0,8}(?:场地|用房|房屋|院内|院区|旧址|原址|址|楼|内|空地|建设|改造|实施)/u

/** 一座新楼在甲医院院内落成. */
const IN_ITS_YARD = /^[^。；]{0,24}(?:在|于)$/u

/** Objects with the one hospital of the sentence, where what follows them says that they are for it. */
export function namedBehind(text: string, objects: readonly WorksObject[], mentions: readonly SentenceMention[]): readonly WorksObject[] {
  const [object] = objects
  if (object === undefined || object.owners.length > 0) return objects
  const [body, ...others] = mentions.filter((one) => one.label === 'Hospital' && !inBracket(text, one.from))
  if (body === undefined || body.from < object.to || !canOwn(body) || others.some(({ entity }) => entity !== body.entity)) return objects
  if (!isFor(text.slice(object.to, body.from), text.slice(body.to))) return objects
  return objects
    .filter((one) => one.rule !== 'works/bare-owner' || one.owners[0]?.entity !== body.entity)
    .map((one) => (one.owners.length === 0 ? { ...one, owners: [body] } : one))
}

/** 新疾控中心建设，县医院综合楼开工: a house of its own, with nothing before it that betters it. */
const ITS_HOUSE = /^[〇㐀-鿿]{0,8}(?:楼|院区|项目|工程|用房)/u

function isFor(between: string, behind: string): boolean {
  if (IN_ITS_YARD.test(between)) return /^(?:院内|院区内|内(?!科)|大院)/u.test(behind)
  if (SITE_LABEL.test(between)) return ITS_SITE.test(behind)
  if (/，(?:届时|同时|从而|进而)?，?$/u.test(between) && ITS_HOUSE.test(behind)) return false
  return ITS_CARE.test(behind) && (ONE_CLAUSE.test(between) || (between.includes('，') && BETTERS.test(between.slice(-NEAR))))
}
