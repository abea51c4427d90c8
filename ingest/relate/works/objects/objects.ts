/** Finds what is built in a sentence: a body with the words of its works, a listed body, or a building without its body. */
import type { SentenceMention } from '../../../reading.ts'
import { remember } from '../../../recognise/naming/remember.ts'
import { withCampus } from './bracketed.ts'
import { joinNames } from './joined-names.ts'
import { isNewCampus } from './new-campus.ts'
import { findLoose } from './loose-objects.ts'
import { namedBehind } from '../owners/owner-behind.ts'
import { jointAt, tailBehind } from './tail-behind.ts'
import { inBracket, summedIn } from '../lists/head-words.ts'
import { afterGloss, type Needs, type Tail } from './tail.ts'
import type { WorksKind, WorksWords } from './words.ts'
import { worksObject } from './works-object.ts'

export interface WorksObject {
  /** Span in the reading form, with the owner's name where it stands directly before. */
  readonly from: number
  readonly to: number
  /** The body named with it; several where they build together; none where the sentence leaves it out. */
  readonly owners: readonly SentenceMention[]
  /** What is built or done, as written after the owner's name; '' where only the name stands. */
  readonly tail: string
  readonly works: WorksKind | undefined
  /** For 北区项目一期: the tail of the whole. */
  readonly whole: string | undefined
  readonly needs: Needs
  /** 该大楼项目: what was spoken of last. */
  readonly deictic: boolean
  /** Told behind a verb of hope: 甲医院拟改扩建原粮站. */
  readonly hoped: boolean
  readonly rule:
    | 'works/owner-and-object'
    | 'works/shared-object'
    | 'works/bare-owner'
    | 'works/object-without-owner'
    | 'works/named-in-notice'
}

/** A campus that is named: what is built there is itself. */
export const CAMPUS_NAME = /(?:院区|分院|新院|[东西南北]院|[东西南北中]区|[东西南北新]区医院)）?$/u

/** 分别为甲医院、乙医院扩建工程: each item of such a list says for itself what it is. */
const LISTING = /(?:分别为|分别是|包括|包含|：)$/u
/** 项目包括甲、乙和丙卫生院建设项目: what is said of all. */
const PLAIN = /^(?:建设|项目|工程)+$/u
const JOINER = /^(?:[、和及与暨]|以及|，以及)$/u

/** 甲、乙、丙3所卫生院改扩建, 甲、乙等5所卫生院改扩建: each builds. */
const COUNTS = /[等\d一二两三四五六七八九十]/u

/** 5所乡镇卫生院: a number of them, none by name. */
const COUNT_BEFORE = /(?:\d|[一二三四五六七八九十两多余])[家所个]$/u

/** All objects of a sentence, left to right, none overlapping. Where a hospital `speaks`, works may stand without any name. */
export function findObjects(
  text: string,
  mentions: readonly SentenceMention[],
  { words, speaks }: { words: WorksWords; speaks: boolean },
): readonly WorksObject[] {
  const found: WorksObject[] = []
  const summed = summedIn(text)
  const isSummed = (one: { readonly from: number; readonly to: number }): boolean =>
    summed.some((span) => one.from < span.to && span.from < one.to)
  let reached = 0
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]
    if (
      mention === undefined ||
      !canOwn(mention) ||
      mention.from < reached ||
      isSummed(mention) ||
      inBracket(text, mention.from) ||
      COUNT_BEFORE.test(text.slice(Math.max(0, mention.from - 4), mention.from)) ||
      CALLED.test(text.slice(Math.max(0, mention.from - 5), mention.from))
    )
      continue
    const last = lastOfRun(text, mentions, index)
    const owner = mentions[last] ?? mention
    const end = afterGloss(text, owner.to)
    const joint = jointAt(text, end)
    const limit = nextBody(mentions, { last, end }, text)
    const tail = withCampus(text, owner, tailBehind(text, { from: mention.from, end, joint, limit }, words))
    const run = mentions.slice(index, last + 1).filter(canOwn)
    if (mention.label === 'Institution' && FUNDS.test(text.slice(owner.to, owner.to + MOST_FUNDS))) {
      index = last
      continue
    }
    if (tail === undefined && text.charAt(mention.from - 1) === '由' && BUILDS.test(text.slice(owner.to, owner.to + MOST_BUILDS))) {
      index = last
      continue
    }
    if (areOfDistricts(text, run)) {
      index = last
      continue
    }
    // 推进县总医院建设: a reform, and no house.
    if ((tail === undefined || tail.text === '建设') && run.some(isGroupHospital)) continue
    if (tail === undefined) found.push(...run.map((one) => bareObject(text, one, words, run[0])))
    else if (joint > 0 && !COUNTS.test(text.charAt(end)))
      found.push(fromTail(tail, run, { from: mention.from, to: tail.to, rule: 'works/shared-object' }))
    else if (
      !isOwnItem(text, run, tail) &&
      (tail.shared || joint > 0 || withoutOwn(tail).text === '建设' || areAlike(run)) &&
      !(tail.phased && CAMPUS_NAME.test(text.slice(mention.from, mention.to))) &&
      (PLAIN.test(tail.text) || !LISTING.test(text.slice(Math.max(0, mention.from - 5), mention.from)))
    )
      found.push(
        ...run.map((one) =>
          one !== owner && tail.shared && standsAlone(text.slice(one.from, one.to), { tail, last: text.slice(owner.from, owner.to) })
            ? bareObject(text, one, words)
            : fromTail(one === owner ? tail : withoutOwn(tail), [one], {
                from: one.from,
                to: one === owner ? tail.to : one.to,
                rule: one === owner ? 'works/owner-and-object' : 'works/shared-object',
              }),
        ),
      )
    else
      found.push(
        ...(sharesHouse(text, run, tail)
          ? []
          : run
              .slice(0, -1)
              .map((one) =>
                isElliptic(text, one)
                  ? fromTail(tail, [one], { from: one.from, to: one.to, rule: 'works/shared-object' })
                  : bareObject(text, one, words),
              )),
        fromTail(tail, [owner], { from: owner.from, to: tail.to, rule: 'works/owner-and-object' }),
      )
    reached = found.at(-1)?.to ?? reached
    index = last
  }
  const loose = findLoose(text, { found, mentions, speaks }, words).filter((one) => !isSummed(one))
  if (loose.length === 0) return joinNames(text, found)
  const all = found.length === 0 ? loose : [...found, ...loose].sort((a, b) => a.from - b.from)
  return joinNames(text, namedBehind(text, all, mentions))
}

/** 甲医院、乙卫生院迁建工程、丙中心二期工程等项目: where the list goes on, each item says for itself what it is. */
const GOES_ON = /^、[^，。；]{2,40}(?:工程|项目|楼|期|院区)[^，。；]{0,20}等[^，。；]{0,14}(?:项目|工程)/u

/** 甲医院新址、乙医院、丙医院三期等6个在建项目: behind an item that says for itself what it is, the others do. */
const ENDS = /^等(?:[^，。；]{0,14}(?:项目|工程)|\d{0,3}[个项]?(?:$|[，。；）]))/u
const ITEM_BEFORE = /(?:[楼期址区院]|项目|工程|[迁扩新改]建|改造|用房)、$/u

function isOwnItem(text: string, run: readonly SentenceMention[], { to }: Tail): boolean {
  const first = run[0]?.from ?? 0
  if (run.length > 1 && !areAlike(run) && ENDS.test(text.slice(to)) && ITEM_BEFORE.test(text.slice(Math.max(0, first - 4), first)))
    return true
  return run.length === 2 && text.charAt(run[0]?.to ?? 0) === '、' && !areAlike(run) && GOES_ON.test(text.slice(to))
}

/** 甲医院新院、乙医院项目; 甲医院东院区、乙医院迁建: a campus that is built does not move with the next hospital. */
function standsAlone(name: string, { tail: { works }, last }: { tail: Tail; last: string }): boolean {
  return isNewCampus(name) || (works === 'relocation' && CAMPUS_NAME.test(name) && !CAMPUS_NAME.test(last))
}

/** 由乙医院援建: who builds owns nothing of it. */
const BUILDS = /^(?:等|共同|联合|携手|负责|全额|对口)*(?:援建|捐建|承建|代建|建设|投资|出资|施工)/u
const MOST_BUILDS = 8

/** 某基金会捐资兴建的乙卫生院综合楼: who pays owns nothing of it. */
const FUNDS =
  /^(?:无偿|全额|定向|共同|联合|慷慨|对口|独家)*(?:(?:捐[资款赠助]|捐|出资|援助|资助|投资|赞助)[^，。；、]{0,8}?(?:建设|兴建|援建|新建|修建|建造|改造|扩建|捐建|建)|援建|捐建)了?的?/u
const MOST_FUNDS = 24

/** 柳北区、柳南区社区卫生服务中心提质改造: all centres of two districts, and none by name. */
const OF_DISTRICT = /^[〇㐀-鿿]{1,3}[区县市](?:社区卫生服务中心)?$/u

function areOfDistricts(text: string, run: readonly SentenceMention[]): boolean {
  return run.length > 1 && run.every(({ from, to }) => OF_DISTRICT.test(text.slice(from, to)))
}

const OF_ONE_SORT = /(?:卫生院|社区卫生服务(?:中心|站)|团医院)$/u

/** 甲镇卫生院、乙镇卫生院业务用房改造: of bodies of one sort none is told without its works. */
function areAlike(run: readonly SentenceMention[]): boolean {
  return run.length > 1 && run.every(({ name }) => OF_ONE_SORT.test(name))
}

/** 青岚、云溪县妇幼保健院业务用房: a place that shares the name behind it, and so what is built. */
function isElliptic(text: string, { from, to }: SentenceMention): boolean {
  return !/[院心站所区部校会团司）]$/u.test(text.slice(from, to))
}

/** 甲医院和乙医院门诊楼竣工: whether 甲医院 is built or only its house, nobody can tell. */
function sharesHouse(text: string, [first, second, ...others]: readonly SentenceMention[], { text: built }: Tail): boolean {
  if (first === undefined || second === undefined || others.length > 0 || !built.endsWith('楼')) return false
  return /^[和与及]$/u.test(text.slice(first.to, second.from)) && !VERB_BEFORE.test(text.slice(Math.max(0, first.from - 6), first.from))
}

/** What all names share of a tail that begins with the campus of the last. */
const withoutOwn = (tail: Tail): Tail => (tail.own === undefined ? tail : { ...tail, text: tail.text.slice(tail.own) })

function fromTail(
  tail: Tail,
  owners: readonly SentenceMention[],
  { from, to, rule }: Pick<WorksObject, 'from' | 'to' | 'rule'>,
): WorksObject {
  const { text, works, whole, needs, hoped = false } = tail
  return worksObject({ from, to, owners, tail: text, works, whole, needs, hoped, rule })
}

/** 拟挂牌甲医院分院, 更名为甲医院新院区: a name that is given. */
const CALLED = /(?:挂牌|加挂|更名为|命名为)了?“?$/u

const NO_OWNERS: ReadonlySet<unknown> = new Set(['company', 'government', 'university', 'research'])

/** 某卫生职业学院, 某护理学校: a school of the health bureau's own. */
const SCHOOL = /(?:卫生|护理|医药)[^大附]{0,10}(?:学院|学校)$/u

/** 该乡卫生院, 某县一灾后医院, 管区医院, 建议医院: a hospital without its name; 主体结构分部: a part of works. */
const UNNAMED =
  /整个|(?:^|[省市县区旗州])(?:[该这某]|一所?灾|[一两][处家所个])|^(?:建议|要求|督促|敦促|请求|协助)(?:中心)?(?:医院|卫生院)$|^(?:管区|乡镇|基层|近期|近日|日前|目前)(?:中心)?(?:医院|卫生院)$|[两三四五六七八九十](?:镇|乡|街道)(?:中心)?(?:卫生院|社区卫生服务中心)$|^[旧老原]?院区.{0,4}医院$|(?:^|[省市县区旗州])所[镇乡]|(?:结构|基础|装修|地基|节能|屋面)分部$/u

const isNamed = remember((name: string): boolean => !name.startsWith('你院') && !UNNAMED.test(name))

/** 县总医院: all bodies of a county, and the hospital for which its houses are built. */
export function isGroupHospital({ label, name }: Pick<SentenceMention, 'label' | 'name'>): boolean {
  return label === 'Consortium' && name.endsWith('总医院')
}

/** Hospitals, and bodies that have premises; a company that builds and a government that pays own nothing. */
export function canOwn(mention: SentenceMention): boolean {
  // 你院新院区: whose it is, the letter's head says.
  if (mention.label === 'Hospital') return isNamed(mention.name)
  if (isGroupHospital(mention)) return true
  return mention.label === 'Institution' && (!NO_OWNERS.has(mention.attrs['kind']) || SCHOOL.test(mention.name))
}

/** Index of the last body of a run that is joined by 、, 和 or 及 only. */
function lastOfRun(text: string, mentions: readonly SentenceMention[], index: number): number {
  let last = index
  for (;;) {
    const here = mentions[last]
    const next = mentions[last + 1]
    if (here === undefined || next === undefined || !canOwn(next)) return last
    if (!JOINER.test(text.slice(here.to, next.from)) && !JOINED_ALIAS.test(text.slice(here.to, next.from))) return last
    last++
  }
}

/** 妇幼保健院（儿童医院）、|市医院: a second name between two. */
const JOINED_ALIAS = /^（[〇㐀-鿿]{2,14}(?:医院|保健院|防治院|中心)）[、和及与]$/u

function nextBody(mentions: readonly SentenceMention[], at: { last: number; end: number }, text: string): number {
  for (let index = at.last + 1; index < mentions.length; index++) {
    const from = mentions[index]?.from ?? text.length
    if (from >= at.end) return from
  }
  return text.length
}

/** A verb of building right before a name: 新建甲医院. */
export const VERB_BEFORE =
  /(?:新建|迁建|扩建|改扩建|迁改扩建|改造提升|提升改造|升级改造|改造升级|提质改造|装修改造|维修改造|改造|异地新建|规划建设|谋划建设|新?开工|开工建设|启动建设|筹建|拟建|将建|兴建|重建|翻建|续建|推进建设|加快建设|(?<!共同|合作|联合)建设)(?:了)?$/u

/** 改造青坪、白沙、河口卫生院: names that share their tail, of which the last tells it. */
const VERB_OF_SHORT = /(新建|迁建|扩建|改扩建|改造|重建)(?:了)?(?:(?!项目|工程)[\u4e00-\u9fff]{2,3}[、和及与]){1,5}$/u
const MOST_SHORT = 28

/** The verb before a run of short names at whose end a hospital stands. */
export function verbOfShort(text: string, { from, label }: SentenceMention): string | undefined {
  if (label !== 'Hospital' || !JOINTS.includes(text.charAt(from - 1))) return undefined
  return VERB_OF_SHORT.exec(text.slice(Math.max(0, from - MOST_SHORT), from))?.[1]
}

const JOINTS = '、和及与'

/** 迁建甲医院（含老年病房）、乙医院. */
const VERB_OF_GLOSSED =
  /(?:^|[，。；])(?:整体|异地|易地)?(新建|迁建|扩建|改扩建|改造|重建)(?:了)?[^，。；、（）]{3,14}（[^（）]{2,20}）[、和及与]$/u
const MOST_GLOSSED = 48

/** 县新中医院. */
const NEW_BODY = /^[\u4e00-\u9fff]{0,3}[省市县区旗州]新(?:中医|人民|妇)/u

/** A body whose name stands alone; counts only beside a stage of works that is said of it. */
function bareObject(text: string, owner: SentenceMention, words: WorksWords, first: SentenceMention = owner): WorksObject {
  const verbAt = (at: number): string | undefined => VERB_BEFORE.exec(text.slice(Math.max(0, at - 6), at))?.[0]
  // 迁建甲中心、乙血站; 迁建甲医院（含乙病区）、丙医院: the verb does it to all.
  const verb =
    verbAt(owner.from) ??
    verbOfShort(text, owner) ??
    verbAt(first.from) ??
    VERB_OF_GLOSSED.exec(text.slice(Math.max(0, owner.from - MOST_GLOSSED), owner.from))?.[1]
  const named = NEW_BODY.test(text.slice(owner.from, owner.to)) ? 'new' : undefined
  const works = verb === undefined ? named : words.kindOf(verb.replace(/了$/u, ''))
  return worksObject({ from: owner.from, to: owner.to, owners: [owner], tail: '', works, needs: 'physical', rule: 'works/bare-owner' })
}
