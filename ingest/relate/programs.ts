/** Programs: names of initiatives, campaigns and pilots, and who takes part in them. Everyday duties are none. */
import type { FamilyName, Mention, Place, Statement } from '../../cypher/model/index.ts'
import { classifyFamily } from '../lexicon/classify-family.ts'
import type { Found, Reading } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { districtId, programId, type Anchor } from '../recognise/identity.ts'
import { findDates } from './dates.ts'
import { bareText, partsOf, withMarks, type BareSpan } from './programs/bare-text.ts'
import { withoutOverlaps, type Candidate } from './programs/candidate.ts'
import { findHeadedNames } from './programs/headed-names.ts'
import { findKnownNames } from './programs/known-names.ts'
import { claimParticipation, isDenied, type NamedProgram } from './programs/participation.ts'
import { findQuotedNames } from './programs/quoted-names.ts'
import { programWords, withoutMarks } from './programs/rules.ts'

interface Located extends Candidate {
  readonly sentence: Sentence
  /** Span in `Sentence.text`, with the quotation marks at its ends. */
  readonly marked: { readonly from: number; readonly to: number }
}

/** Characters around a name in which the year since when it runs is looked for. */
const NEAR = 40
/** What stands right before a name, up to the next joining word or mark. */
const WORDS_BEFORE = /[^，。；：、“”和与及\s]{1,10}$/u
const RAISES_HOSPITALS = /(?:三级|三甲|三乙|二级甲等|二甲|等级|上等级)/u
/** Words that make a meeting, an office or a place of a program's name (爱国卫生工作会议, 新冠疫苗接种点). */
const NO_PROGRAM_BEFORE = /^(?:工作)?(?:会议|座谈会|办公室|委员会|领导小组|指挥部|接种点|点|台|门诊)(?!数字化)/u
/** Names of laws, in whose titles no program is put in force. */
const LAW_TITLE = /《[^》]*(?:法|条例|办法|规定|纲要)》/gu

/** Finds the programs of a document and the districts, hospitals and institutions that take part in them. */
export function relatePrograms(reading: Reading): Found {
  const mentions: Mention[] = []
  const claims: Found['claims'] = []
  for (const sentence of reading.sentences) {
    const named: NamedProgram[] = []
    for (const candidate of partsOf(sentence).flatMap((part) => candidatesIn(reading, sentence, part))) {
      if (isDenied(sentence, candidate.marked)) continue
      const mention = mentionOf(reading, candidate)
      mentions.push(mention)
      named.push({
        entity: mention.entity,
        rule: candidate.rule,
        ...candidate.marked,
        forHospitals: mention.attrs['family'] === 'medical_highland' && RAISES_HOSPITALS.test(candidate.name),
        betweenRegions: mention.attrs['family'] === 'pairing_aid',
      })
      const start = startOf(reading, candidate, mention.entity)
      if (start !== undefined) claims.push(start)
    }
    claims.push(...claimParticipation(reading, sentence, named))
  }
  return { mentions, claims }
}

/** The names of programs in a part of a sentence, left to right, none overlapping. */
function candidatesIn(reading: Reading, sentence: Sentence, part: BareSpan): Located[] {
  const bare = bareText(sentence, part)
  const toBare = (at: number): number => firstFrom(bare.offsets, at)
  const fixed = (reading.mentions[sentence.index] ?? [])
    .filter((mention) => mention.from >= part.from && mention.to <= part.to)
    .map((mention) => ({ label: mention.label, from: toBare(mention.from), to: toBare(mention.to) }))
  const known = findKnownNames(reading, bare)
  const quoted = findQuotedNames(reading, bare)
  const headed = findHeadedNames(reading, bare, { mentions: fixed, taken: known }).filter(
    (candidate) =>
      !known.some(
        (other) =>
          candidate.from < other.to &&
          other.from < candidate.to &&
          (candidate.rule !== 'programs/headed-name' || other.to === candidate.to),
      ),
  )
  const laws = bare.text.includes('《')
    ? [...bare.text.matchAll(LAW_TITLE)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
    : []
  const blocked = [...laws, ...fixed.filter((mention) => mention.label !== 'District')]
  const all = [...known, ...quoted, ...headed].filter(
    (candidate) => !blocked.some((block) => isCutBy(candidate, block)) && !NO_PROGRAM_BEFORE.test(bare.text.slice(candidate.to)),
  )
  const free = withoutOverlaps(all)
  return free.map((candidate) => ({ ...candidate, sentence, marked: withMarks(bare, sentence, candidate) }))
}

/** Index of the first of ascending offsets that is not below `place`. */
function firstFrom(offsets: readonly number[], place: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the name of a body runs across a candidate, and is no part of it (县医院综合能力提升工程 holds 县医院). */
function isCutBy(candidate: Candidate, block: { from: number; to: number }): boolean {
  if (candidate.from >= block.to || block.from >= candidate.to) return false
  return candidate.from > block.from || candidate.to < block.to
}

function mentionOf(reading: Reading, candidate: Located): Mention {
  const { sentence, marked } = candidate
  const { known: byName } = programWords(reading.lexicon)
  const found = byName.get(withoutMarks(candidate.core)) ?? byName.get(withoutMarks(candidate.name))
  const known = candidate.exact === true && found?.name !== candidate.core ? undefined : found
  const family = known?.family ?? candidate.family ?? familyOf(reading, candidate)
  const core = known === undefined ? candidate.core : withoutMarks(known.name)
  return {
    ...spanOf(sentence, marked.from, marked.to),
    entity: programId(core, anchorOf(reading, candidate, known !== undefined)),
    label: 'Program',
    name: known?.name ?? candidate.name.replace(/(?<=.{4})(?:工作|任务)$/u, ''),
    aliases: known === undefined ? [] : [...known.aliases],
    attrs: { family },
  }
}

/** The family by the name, else by the words right before it (社区托育“宝贝之家”项目), else by the heading above. */
function familyOf(reading: Reading, { name, sentence, marked }: Located): FamilyName {
  const family = classifyFamily(name, reading.lexicon)
  if (family !== 'other') return family
  const before = WORDS_BEFORE.exec(sentence.text.slice(Math.max(0, marked.from - NEAR), marked.from))?.[0] ?? ''
  const near = classifyFamily(before, reading.lexicon)
  return near === 'other' ? classifyFamily(sentence.headings.at(-1) ?? '', reading.lexicon) : near
}

/** The division to which a name of its own belongs; undefined for what all districts share. */
function anchorOf(reading: Reading, candidate: Located, known: boolean): Anchor | undefined {
  const home = reading.document.home.at(-1)
  const own: Anchor = home === undefined || home.masked === true ? { document: reading.document.id } : { place: home }
  if (candidate.place !== undefined) {
    const at = placeNamed(reading, candidate.place)
    return at === undefined ? own : { place: at }
  }
  if (candidate.brand !== true || known) return undefined
  return own
}

/** The division that a short name means: of the home's chain before any other, the widest first. */
function placeNamed(reading: Reading, word: string): Place | undefined {
  const chain = reading.document.home.find((place) => place.name.startsWith(word))
  if (chain !== undefined) return chain.masked === true ? undefined : chain
  const division = reading.lexicon.divisions.named(word)[0]
  if (division === undefined) return undefined
  return {
    id: districtId({ adcode: division.code, name: division.name }),
    name: division.name,
    level: division.level,
    adcode: division.code,
  }
}

/** The year since which a program runs, where its sentence says so: 自2019年启动…以来. */
function startOf(reading: Reading, candidate: Located, entity: string): Statement | undefined {
  const { sentence, marked } = candidate
  const context = { year: reading.document.year, published: reading.document.published, section: sentence.section }
  const before = Math.max(0, marked.from - NEAR)
  const near = findDates(sentence.text.slice(before, marked.to + NEAR), context)
  const since = near.find((date) => date.bound === 'since' && before + date.to <= marked.from && marked.from - before - date.to <= 8)
  if (since === undefined) return undefined
  return {
    kind: 'statement',
    subject: entity,
    key: 'startYear',
    value: since.year,
    year: since.year,
    start: sentence.start,
    end: sentence.end,
    rule: 'programs/since',
  }
}
