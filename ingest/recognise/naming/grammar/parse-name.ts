/** The name grammar: finds heads (医院, 卫生局, 专科联盟 …) in a sentence and reads leftwards what belongs to each. */
import type { Line, NamingContext, RawName } from '../context.ts'
import { findHeads, type Head } from './heads.ts'
import { mayBeLed } from './abroad.ts'
import { BodyReader } from './read-body.ts'
import { ConsortiumReader } from './read-consortium.ts'
import { CampusReader } from './read-campus.ts'
import { CompanyReader } from './read-company.ts'
import { HospitalReader } from './read-hospital.ts'

/**
 * All names of a sentence that the grammar finds, left to right; a name may hold an earlier one (医院 within 医院院区).
 * `known` are names of the lexicon: where one reaches as far left as the grammar, the grammar gives none.
 */
export function parseNames(context: NamingContext, line: Line, known: readonly RawName[]): RawName[] {
  const earlier: RawName[] = []
  const names: RawName[] = []
  let next = 0
  for (const head of findHeads(line.text)) {
    for (let name = known[next]; name !== undefined && name.to <= head.to; name = known[++next]) earlier.push(name)
    const isKnown = known.some((name) => name.from <= head.from && head.to <= name.to)
    const name = readName({ context, line, earlier }, head)
    if (name === undefined || (isKnown && known.some((other) => other.from <= name.from && name.to <= other.to))) continue
    names.push(name)
    earlier.push(name)
  }
  return names
}

interface Reading {
  readonly context: NamingContext
  readonly line: Line
  readonly earlier: readonly RawName[]
}

function readName({ context, line, earlier }: Reading, head: Head): RawName | undefined {
  const abroad = mayBeLed(line, head.from) ? new CompanyReader(context, line, earlier).readAbroad(head) : undefined
  if (abroad !== undefined) return abroad
  switch (head.sort) {
    case 'hospital':
    case 'primary': {
      if (isPartInWorks(line.text, head)) return undefined
      const hospital = new HospitalReader(context, line, earlier)
      return hospital.endsListOfSchools(head) ? undefined : (hospital.readAffiliated(head) ?? hospital.readHospital(head))
    }
    case 'ordinal':
      return new HospitalReader(context, line, earlier).readOrdinal(head)
    case 'campus':
    case 'wing':
      return new CampusReader(context, line, earlier).readCampus(head)
    case 'university':
      return new BodyReader(context, line, earlier).readUniversity(head)
    case 'consortium':
      return new ConsortiumReader(context, line, earlier).readConsortium(head)
    case 'company':
      return new CompanyReader(context, line, earlier).readCompany(head)
    default:
      return new BodyReader(context, line, earlier).readBody(head)
  }
}

/** 云溪镇卫生院|门诊部|重建: a part of the house that is worked on. */
function isPartInWorks(text: string, { from, to }: Head): boolean {
  return text.startsWith('门诊部', from) && text.startsWith('院', from - 1) && WORKS_AFTER.test(text.slice(to, to + 6))
}

const WORKS_AFTER =
  /^(?:的|及住院部|和住院部)?(?:整体|异地|原址)?(?:重建|新建|改造|扩建|改扩建|改建|迁建|翻建|翻新|翻修|装修|维修|修缮|加固|提升|建设|项目|工程)/u
