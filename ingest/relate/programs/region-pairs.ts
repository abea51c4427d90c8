/** Which two regions a program of aid joins by its name: 闽宁协作. */
import { provinceLetters } from '../../lexicon/province-letters.ts'
import type { Reading } from '../../reading.ts'
import { districtId } from '../../recognise/identity.ts'

const PAIR = /^[“"]?(\p{Script=Han})(\p{Script=Han})(?:医疗|卫生|健康|东西部|对口|两地)*(?:协作|帮扶|支援|合作)/u
const NONE: readonly never[] = []

/** The two provinces of which the first characters of a name are short for, where the text names both of them in full. */
export function regionsOfPair({ lexicon, mentions }: Reading, name: string): readonly string[] {
  const pair = PAIR.exec(name)
  if (pair === null) return NONE
  const named = new Set(mentions.flat().map(({ entity }) => entity))
  const regions: string[] = []
  for (const short of pair.slice(1)) {
    const province = lexicon.divisions.named(provinceLetters[short] ?? '').find(({ level }) => level === 'province')
    if (province !== undefined) regions.push(districtId({ adcode: province.code, name: province.name }))
  }
  return regions.length === 2 && regions.every((region) => named.has(region)) ? regions : NONE
}
