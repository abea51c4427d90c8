/** Hospitals that are told by the short name or the number of their school: 安医大附属…, 江州医科大学一院. */
import type { NamingContext, RawName } from './context.ts'
import { knownAs, schoolAs } from './known.ts'

const LONGEST_SHORT = 5

/** 安医大附属…: the short name of a school that the table knows gives way to its full one. */
export function withSchoolInFull(context: NamingContext, { prefix, stem, sort }: RawName): string {
  if (prefix.kind !== 'university' || !stem.startsWith(prefix.surface)) return stem
  if (sort === 'university') return partInFull(context, stem)
  // 省中医药研究院附属医院: of the home's province.
  const level = /^(?:省|自治区)/u.exec(prefix.surface)?.[0]
  const province = level === undefined ? undefined : context.home.find(({ name, masked }) => masked !== true && name.endsWith(level))
  if (level !== undefined && province !== undefined) return province.name + stem.slice(level.length)
  const school = /[大医专]$/u.test(prefix.surface) ? schoolAs(context.lexicon, context.home, prefix.surface) : undefined
  return school === undefined ? stem : school.name + stem.slice(prefix.surface.length)
}

/** 江大公卫学院: of the school that the table knows by its first words. */
function partInFull({ lexicon, home }: NamingContext, stem: string): string {
  if (stem.includes('大学')) return stem
  for (let length = 2; length <= LONGEST_SHORT && length < stem.length; length++) {
    const school = schoolAs(lexicon, home, stem.slice(0, length))
    if (school !== undefined && school.name !== stem.slice(0, length)) return school.name + stem.slice(length)
  }
  return stem
}

/** 江州医科大学一院: as the table or the text names it in full, 附属第一医院 or 第一附属医院. */
export function ordinalOfSchool(context: NamingContext, stem: string): string {
  const [, school = '', ordinal = ''] = /^(.{3,}大学)第?([一二三四五六七八])(?:院|医院)$/u.exec(stem) ?? []
  if (school === '') return stem
  const forms = [`附属第${ordinal}医院`, `第${ordinal}附属医院`, `第${ordinal}医院`].map((form) => school + form)
  return forms.find((form) => knownAs(context.lexicon, context.home, form) !== undefined || context.says(form)) ?? stem
}
