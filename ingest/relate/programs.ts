/** Programs: names of initiatives, campaigns and pilots, and who takes part in them. Everyday duties are none. */
import type { FamilyName, Mention, Place, Statement } from '../../cypher/model/index.ts'
import { matchesOf } from '../grammar/matches.ts'
import { classifyFamily } from '../lexicon/classify-family.ts'
import type { KnownProgram, Lexicon } from '../lexicon/lexicon.ts'
import type { Found, Reading } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { districtId, programId, type Anchor } from '../recognise/identity.ts'
import { remember } from '../recognise/naming/remember.ts'
import { isTriedOut } from './consortia/others.ts'
import { findDates } from './sentence/dates.ts'
import { bareText, MOST_PART, partsOf, placeIn, withMarks, type BareSpan, type BareText } from './programs/bare-text.ts'
import { withoutBatch, withoutOverlaps, type Candidate } from './programs/candidate.ts'
import { coreOf } from './programs/core.ts'
import { findHeadedNames } from './programs/headed-names.ts'
import { findKnownNames } from './programs/known-names.ts'
import { claimParticipation, clauseOf, type NamedProgram } from './programs/participation.ts'
import { isOnlyTold } from './programs/only-told.ts'
import { isOfAll } from './programs/of-all.ts'
import { isOfParties } from './programs/of-parties.ts'
import { findQuotedNames } from './programs/quoted-names.ts'
import { programWords, withoutMarks } from './programs/rules.ts'
import { findSharedHeads } from './programs/shared-heads.ts'
import { asOne, type NamedMention } from './programs/same-programs.ts'

interface Located {
  readonly candidate: Candidate
  readonly sentence: Sentence
  /** Span in `Sentence.text`, with the quotation marks at its ends. */
  readonly marked: BareSpan
}

const NONE: readonly never[] = []
/** 全国紧密型县域医共体建设试点县: a kind, and no consortium of that name. */
const OF_LEVEL = /^(?:全国|国家|省级)/u
/** Characters around a name in which the year since when it runs is looked for. */
const NEAR = 40
/** What stands right before a name, up to the next joining word or mark. */
const WORDS_BEFORE = /[^，。；：、“”和与及\s]{1,10}$/u
/** 计生特殊家庭帮扶方面，打造“暖阳”品牌: what the clause is about. */
const TOPIC_BEFORE = /([^，。；：、]{2,16})(?:方面|领域)，[^，。；：]{0,20}$/u
/** What stands right behind a name, up to the next joining word, number or mark. */
const WORDS_BEHIND = /^[^，。；：、“”和与及\s\d]{2,12}/u
/** 打造“甲”品牌，为计生特殊家庭购买保险: whom it is for. */
const FOR_WHOM = /^，(?:为|给|面向|针对(?![^，。；]{0,10}(?:暴露|短板|薄弱|不足|问题))|服务|关爱|帮助)(?:[^，。；：、和与]{2,10})/u
const MOST_BEHIND = 12
/** Ten characters, each of two units at most. */
const MOST_BEFORE = 20
const TASK = /(?:工作|任务)$/u
const LEAST_WITHOUT_TASK = 6
/** Without one of these near by nothing is told to run since a date: 自…, …以来, …起, …后. */
const MAY_TELL_SINCE = /[自从来起始后]/u
const RAISES_HOSPITALS = /(?:三级|三甲|三乙|二级甲等|二甲|等级|上等级)/u
/** Words that make a meeting, an office or a place of a program's name (爱国卫生工作会议, 新冠疫苗接种点). */
const NO_PROGRAM_BEFORE =
  /(?:工作)?(?:会议|座谈会|论坛|峰会|年会|研讨会|等(?:考核|评价|监测)*指标|办公室|委员会|领导小组|指挥部|(?<=防控)[\u4e00-\u9fff]{0,4}队(?!伍)|接种点|点|台|套餐|门诊|病区(?!增|扩|达|覆盖|\d)|病房(?!增|扩|达|覆盖|\d)|科室|产业|业态|的[^，。；、]{0,10}(?:体系|模式|格局|机构|网络)|名单(?<!(?:入围|入选|列入|纳入|进入|上榜)[^，。；]{0,30}名单)(?!(?:正式|已|近日)*(?:公布|揭晓|出炉|公示)?，[^，。；未没不无]{2,24}(?:入选|入围|上榜|在列|榜上有名|[名位居]列其中|跻身其中|[位居]列?其中))|规范(?!化|管理|服务|开展|运行|有序|推进|高效|稳步)|标准(?<=(?:卫生(?:城市|县城|县|镇|乡镇|村)|示范[区县])标准)(?!化)|单位(?<=重点(?:专科|学科)建设单位)|(?:改革)?步伐|方针|理念|格局|病?楼|综合体|(?<!活动|行动|计划|月)期间|(?<=\d[家所个][、，]社区医院)\d+[余多]?[家所个]|负责人|兵团|专家|(?<=医学中心)[\u4e00-\u9fff]{2,8}中心|(?<=区域医疗中心)(?:协作|合作|成员)(?:医院|单位)|(?:协作|合作|成员|联盟|网络|指导|共建)单位|协作点|协作(?:医院|网)|示范样板|等(?:各类|各项)?医疗业务|等(?:方面|领域)(?:与|同|(?:开展|进行|加强)(?:深度|全面|深入|紧密|广泛|了)*(?:合作|协作|交流|沟通))|(?:工作|情况|问题)?(?:进行|作|做)了?(?:专题|深入|详细|充分|广泛|全面)*(?:讲座|交流|座谈|探讨|研讨|讨论|介绍|授课|分享|解读))(?!数字化)/uy
/** What a known name may have behind it without being another. */
const ONLY_TAIL = /^(?:创建|建设|工作|项目|试点|活动|攻坚战)*$/u
/** What raises a thing: 服务能力提升项目, 人才培养计划. */
const RAISES =
  /^[\u4e00-\u9fff]{0,6}(?:能力|质量|水平|人才|内涵)[\u4e00-\u9fff]{0,4}(?:提升|提质|培养|培训|培育|建设|强化)[\u4e00-\u9fff]{0,2}(?:项目|计划|试点)/u
const OWN_HEAD = /(?:工程|行动|计划|项目|活动|改革)$/u
/** 胸痛中心 and their like are won by hospitals. */
const CENTRES = 'programs/centre-certified'
/** 按照创三甲要求改造: who builds by it strives for it. */
const GRADES: ReadonlySet<string> = new Set(['programs/strive-for-grade', 'programs/grade-creation'])
/** 全市卫生健康暨党风廉政建设工作会议召开: the heading of a report of news, and no part of a plan. */
const OF_EVENT = /会议|大会|召开|举行|启动|开班/u
/** Names of laws, in whose titles no program is put in force. */
const LAW_TITLE = /《[^》]*(?:法|条例|办法|规定|纲要|讲话|(?:评审|评价|评估|认证|建设|创建|服务能力|管理)标准(?:（[^（）]{0,10}）)?)》/gu

/** Finds the programs of a document and the districts, hospitals and institutions that take part in them. */
export function relatePrograms(reading: Reading): Found {
  const mentions: Mention[] = []
  const claims: Found['claims'] = []
  const names: NamedMention[] = []
  for (const sentence of reading.sentences) {
    const named: NamedProgram[] = []
    for (const located of candidatesOf(reading, sentence)) {
      const { candidate, marked } = located
      const clause = clauseOf(sentence.text, marked)
      if (isOnlyTold(reading, { sentence, clause, marked, isGrade: GRADES.has(candidate.rule) }) || isSlogan(reading, candidate)) continue
      if (isOfAll(reading, sentence, { marked, clause }) || isOfParties(reading, sentence, { marked, rule: candidate.rule })) continue
      const mention = mentionOf(reading, located)
      const family = mention.attrs['family']
      mentions.push(mention)
      names.push({ mention, core: candidate.core, text: sentence.text.slice(marked.from, marked.to), within: candidate.within })
      named.push({
        entity: mention.entity,
        rule: candidate.rule,
        from: marked.from,
        to: marked.to,
        clause,
        forHospitals: (family === 'medical_highland' && RAISES_HOSPITALS.test(candidate.name)) || candidate.rule === CENTRES,
        betweenRegions: family === 'pairing_aid',
        isTitle: family === 'regional_centre',
      })
      const start = startOf(reading, located, mention.entity)
      if (start !== undefined) claims.push(start)
    }
    if (named.length > 0) claims.push(...claimParticipation(reading, sentence, named))
  }
  return asOne({ mentions, claims }, names, reading.document.home)
}

/** 健康中国建设, told in a county, and 健康湖南建设 in a city: words for what all work for. */
function isSlogan(reading: Reading, { rule, place }: Candidate): boolean {
  if (rule !== 'programs/healthy-place-building') return false
  const home = reading.document.home.at(-1)
  if (home === undefined || (place !== undefined && home.name.startsWith(place))) return false
  return place === undefined || placeNamed(reading, place) !== undefined
}

/** The names of programs in a sentence, left to right, none overlapping. */
function candidatesOf(reading: Reading, sentence: Sentence): readonly Located[] {
  if (sentence.text.length <= MOST_PART) return candidatesIn(reading, sentence, { from: 0, to: sentence.text.length })
  return partsOf(sentence).flatMap((part) => candidatesIn(reading, sentence, part))
}

function candidatesIn(reading: Reading, sentence: Sentence, part: BareSpan): readonly Located[] {
  const bare = bareText(sentence, part)
  const signs = programWords(reading.lexicon).signs.find(bare.text)
  const known = findKnownNames(reading, bare, signs)
  const quoted = findQuotedNames(reading, bare)
  if (known.length + quoted.length + signs.heads.length === 0) return NONE
  const bodies = bodiesIn(reading, bare, { sentence, part })
  const shared = findSharedHeads(reading, bare, { heads: signs.heads, taken: known })
  const headed = findHeadedNames(reading, bare, { heads: signs.heads, fences: { bodies, taken: known } }).filter(
    (candidate) =>
      !shared.some((one) => candidate.from <= one.from && one.to <= candidate.to) &&
      !known.some(
        (other) =>
          candidate.from < other.to &&
          other.from < candidate.to &&
          (candidate.rule === 'programs/headed-name'
            ? ONLY_TAIL.test(bare.text.slice(other.to, candidate.to))
            : !goesOn(bare.text, { candidate, known: other })),
      ) &&
      // “服务百姓健康行动”大型义诊活动: what is done under a name that was read whole.
      (candidate.rule === 'programs/headed-name' || !quoted.some((other) => other.from === candidate.from && other.to < candidate.to)),
  )
  const all = [...shared, ...known, ...quoted, ...headed].map(withoutBatch)
  if (all.length === 0) return NONE
  const blocked = [...lawsIn(bare.text), ...bodies]
  const free = withoutOverlaps(
    all.filter((candidate) => !blocked.some((block) => isCutBy(candidate, block)) && !isNoProgram(bare.text, candidate.to)),
  )
  return free.map((candidate) => ({ candidate, sentence, marked: withMarks(bare, sentence, candidate) }))
}

/** 医共体中医药服务能力提升项目: what a matter with a known name is raised by has a name of its own. */
function goesOn(text: string, { candidate, known }: { candidate: Candidate; known: Candidate }): boolean {
  return candidate.from <= known.from && !OWN_HEAD.test(text.slice(known.from, known.to)) && RAISES.test(text.slice(known.to, candidate.to))
}

/** Where the names of hospitals and other bodies stand in a part of a sentence. */
function bodiesIn(reading: Reading, bare: BareText, { sentence, part }: { sentence: Sentence; part: BareSpan }): readonly BareSpan[] {
  let bodies: BareSpan[] | undefined
  for (const { label, from, to } of reading.mentions[sentence.index] ?? NONE)
    if (
      label !== 'District' &&
      from >= part.from &&
      to <= part.to &&
      !(label === 'Consortium' && (OF_LEVEL.test(sentence.text.slice(from, from + 2)) || isTriedOut(sentence.text, to)))
    )
      (bodies ??= []).push({ from: placeIn(bare, from), to: placeIn(bare, to) })
  return bodies ?? NONE
}

function lawsIn(text: string): readonly BareSpan[] {
  if (!text.includes('《')) return NONE
  return matchesOf(LAW_TITLE, text).map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

function isNoProgram(text: string, end: number): boolean {
  NO_PROGRAM_BEFORE.lastIndex = end
  return NO_PROGRAM_BEFORE.test(text)
}

/** Whether the name of a body runs across a candidate, and is no part of it (县医院综合能力提升工程 holds 县医院). */
function isCutBy(candidate: Candidate, block: { from: number; to: number }): boolean {
  if (candidate.from >= block.to || block.from >= candidate.to) return false
  return candidate.from > block.from || candidate.to < block.to
}

function mentionOf(reading: Reading, located: Located): Mention {
  const { candidate, sentence, marked } = located
  const { known: byName } = programWords(reading.lexicon)
  const found = byName.get(withoutMarks(candidate.core)) ?? byName.get(withoutMarks(candidate.name))
  const known = candidate.exact && found?.name !== candidate.core ? undefined : found
  const core = known === undefined ? candidate.core : withoutMarks(known.name)
  const name = known === undefined ? withoutTask(candidate.name) : nameIn(known, candidate)
  const { start, end } = spanOf(sentence, marked.from, marked.to)
  return {
    start,
    end,
    entity: programId(core, anchorOf(reading, candidate, known !== undefined)),
    label: 'Program',
    name,
    aliases: known === undefined ? [] : [known.name, ...known.aliases].filter((alias) => alias !== name),
    attrs: { family: known?.family ?? candidate.family ?? familyOf(reading, located) },
  }
}

/** The name of a known program in a text which calls it so: 紧密型县域医共体建设 is more than 紧密型医共体建设. */
function nameIn({ name, ownNames }: KnownProgram, candidate: Candidate): string {
  return ownNames?.find((own) => coreOf(own) === coreOf(candidate.name)) ?? name
}

/** 健康扶贫攻坚工作 is called without its 工作. */
function withoutTask(name: string): string {
  return name.length >= LEAST_WITHOUT_TASK && TASK.test(name) ? name.slice(0, -2) : name
}

/** The family by the name, else by the words right before it (社区托育“宝贝之家”项目), by the heading above, by those right behind (“昆医计划”引进人才). */
function familyOf(reading: Reading, { candidate: { name }, sentence, marked }: Located): FamilyName {
  const family = familyTold(reading, name)
  if (family !== 'other') return family
  const before = WORDS_BEFORE.exec(sentence.text.slice(Math.max(0, marked.from - MOST_BEFORE), marked.from))?.[0] ?? ''
  const near = familyTold(reading, before)
  if (near !== 'other') return near
  const topic = familyTold(reading, TOPIC_BEFORE.exec(sentence.text.slice(0, marked.from))?.[1] ?? '')
  if (topic !== 'other') return topic
  const heading = sentence.headings.at(-1) ?? ''
  const above = OF_EVENT.test(heading) ? near : familyTold(reading, heading)
  if (above !== 'other') return above
  const behind = sentence.text.slice(marked.to, marked.to + MOST_BEHIND)
  return familyTold(reading, (WORDS_BEHIND.exec(behind) ?? FOR_WHOM.exec(behind))?.[0] ?? '')
}

const familiesByLexicon = new WeakMap<Lexicon, (text: string) => FamilyName>()

/** Programs and headings are said many times over: each is classified once. */
function familyTold({ lexicon }: Reading, text: string): FamilyName {
  let tell = familiesByLexicon.get(lexicon)
  if (tell === undefined) familiesByLexicon.set(lexicon, (tell = remember((told) => classifyFamily(told, lexicon))))
  return tell(text)
}

/** The division to which a name of its own belongs; undefined for what all districts share. */
function anchorOf(reading: Reading, candidate: Candidate, known: boolean): Anchor | undefined {
  const home = reading.document.home.at(-1)
  const own: Anchor = home === undefined || home.masked === true ? { document: reading.document.id } : { place: home }
  if (candidate.place !== undefined) {
    const at = placeNamed(reading, candidate.place)
    return at === undefined ? own : { place: at }
  }
  if (!candidate.brand || known) return undefined
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
function startOf(reading: Reading, { sentence, marked }: Located, entity: string): Statement | undefined {
  const before = Math.max(0, marked.from - NEAR)
  if (!MAY_TELL_SINCE.test(sentence.text.slice(before, marked.from + 2))) return undefined
  const context = { year: reading.document.year, published: reading.document.published, section: sentence.section }
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
