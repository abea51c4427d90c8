/** Hospitals that are told by the short name or the number of their school: 安医大附属…, 江州医科大学一院. */
import type { NamingContext, RawName } from './context.ts'
import { knownAs, schoolAs } from './known.ts'

/** 安医大附属…: the short name of a school that the table knows gives way to its full one. */
export function withSchoolInFull(context: NamingContext, { prefix, stem, sort }: RawName): string {
  if (prefix.kind !== 'university' || sort === 'university' || !stem.startsWith(prefix.surface)) return stem
  const school = /[大医专]$/u.test(prefix.surface) ? schoolAs(context.lexicon, context.home, prefix.surface) : undefined
  return school === undefined ? stem : school.name + stem.slice(prefix.surface.length)
}

/** 江州医科大学一院: as the table or the text names it in full, 附属第一医院 or 第一附属医院. */
export function ordinalOfSchool(context: NamingContext, stem: string): string {
  const [, school = '', ordinal = ''] = /^(.{3,}大学)第?([一二三四五六七八])(?:院|医院)$/u.exec(stem) ?? []
  if (school === '') return stem
  const forms = [`附属第${ordinal}医院`, `第${ordinal}附属医院`, `第${ordinal}医院`].map((form) => school + form)
  return forms.find((form) => knownAs(context.lexicon, context.home, form) !== undefined || context.says(form)) ?? stem
}
