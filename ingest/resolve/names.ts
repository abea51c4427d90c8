/** Chooses the name of an entity among the forms under which documents know it. */
import type { EntityLabel } from '../../cypher/model/index.ts'
import type { NameForm } from './digest.ts'
import { compareText } from './say.ts'

/** Words that stand for a thing in one text and name nothing outside it. */
const GENERIC =
  /^(?:[我本该全各两双市区县州省旗此其](?:院|区|县|市|省|州|旗|镇|街道|局|中心|单位|方|地)|医院|双方|上述医院|总院|分院|院区|新院|老院|卫生院|中心|大学|学校|项目|工程|医共体|医联体|联盟|集团)$/u

/** Better names first: known to the lexicon, then longer, then by code points. */
export function compareNames(a: NameForm, b: NameForm): number {
  return Number(b.aliases.length > 0) - Number(a.aliases.length > 0) || b.name.length - a.name.length || compareText(a.name, b.name)
}

/** The fullest certain form among several. */
export function bestForm(forms: Iterable<NameForm>): NameForm | undefined {
  let best: NameForm | undefined
  for (const form of forms) if (best === undefined || compareNames(form, best) < 0) best = form
  return best
}

/** 和政 in 和政、康乐3家人民医院 stands for a hospital there alone, and so does the rest of the list. */
const WHOLE_HOSPITAL = /(?:[院心所站部医幼保]|[东西南北]区)）?$/u
/** 二附属医院 in a list of numbers */
const NUMBER_ALONE = /^第?[一二三四五六七八九十](?:附属|人民|中医)?医?院$/u
const COUNTED = /[\d一二三四五六七八九十两几多][家个所县市区旗]/u

/** Whether a surface is a name that could find the thing again outside its text. */
export function isTellingName(surface: string, label: EntityLabel): boolean {
  if (surface.length < 2 || GENERIC.test(surface)) return false
  return label !== 'Hospital' || (WHOLE_HOSPITAL.test(surface) && !COUNTED.test(surface) && !NUMBER_ALONE.test(surface))
}
