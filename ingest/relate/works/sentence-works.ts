/** One sentence about works: the projects that it names, and what it says of them and of those spoken of before. */
import type { FoundDate } from '../sentence/dates.ts'
import { realObjects } from './evidence.ts'
import { isApart, isLooseHouse, isPartOfProject, isPartOfWhole } from './part-of.ts'
import { withoutFuture, withPast, writtenBy } from './stages/dated-stages.ts'
import { formerAndLatter, inTurn, opensApart, opensOnAll } from './former.ts'
import { nearestFirst, shareOut, SUM_CLAUSE } from './figures.ts'
import { AHEAD, endsIn, frameBefore, underFrame } from './stages/frames.ts'
import { Ground } from './ground.ts'
import { clausesBefore } from './clauses-before.ts'
import { bodiesOf, followingClauses, groupsOf, opensOn, ownHits, speaksOn, type Group } from './groups.ts'
import { beganTogether, isLaunched } from './lists/listed-begun.ts'
import { kindTold } from './objects/kind-told.ts'
import type { WorksObject } from './objects/objects.ts'
import { objectsIn } from './objects/objects-in.ts'
import type { Place } from './place.ts'
import { houseAgain, isHouseAgain, toldBefore } from './named-before.ts'
import { isMotto, isOfOthers, isOnceBuilt, isToHold } from './objects/no-works.ts'
import { byBracket, ofAll } from './stages/own-bracket.ts'
import { isHospitalItself, isItself, speaksOfItself } from './objects/itself.ts'
import { isOfYearsAhead, isPlanItem } from './lists/plan-items.ts'
import { isPlannedInList } from './lists/planned-list.ts'
import { ownersOf } from './owners/owner.ts'
import { inCampus, isOfWhole, isOtherPhase, isQualified, nameWhole, ofOwnPhase } from './phases.ts'
import { headProgress } from './lists/stage-heads.ts'
import type { Clause, StageHit } from './stages/stage-hits.ts'
import { inSection, judgeProgress, type Progress } from './stages/stages.ts'
import {
  dateContext,
  datesOf,
  expectedYear,
  nameProject,
  sharersOf,
  statement,
  tellFigures,
  tellProgress,
  tellSites,
  yearOf,
  type Told,
} from './tell.ts'
import {
  headsWorks,
  isOfWholeTopic,
  isHeaded,
  isPageOfOne,
  isSite,
  isStageSaid,
  isUnderSize,
  opensOnHouses,
  opensOnNewHospital,
  OF_KIND,
  reportedFrom,
  SIZE_LINE,
  wholeHere,
  type Topic,
} from './topic.ts'
import { isWhole, sameAsBefore, wholeOf } from './same-works.ts'
import type { WorksKind } from './objects/words.ts'

/** Relates a sentence and gives the topic for the next. Most sentences name no works and go on about none. */
export function relateSentence(place: Place, topic: Topic | undefined): Topic | undefined {
  const objects = objectsIn(place)
  return topic === undefined && objects.length === 0 ? undefined : new SentenceWorks(place, topic, objects).relate()
}

/** What a sentence says of the projects it names or goes on about. */
interface Said {
  readonly clauses: readonly Clause[]
  readonly own: readonly StageHit[]
  readonly rule: string
  readonly clause: Clause
  readonly first: boolean
  readonly bodies: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()
const OF_ALL = /^(?:目前|现|现已|以上|上述|这些)*(?:项目|工程)?(?:均|都|全部)/u

class SentenceWorks {
  private readonly place: Place
  private readonly ground: Ground
  private readonly groups: readonly Group[]
  private topic: Topic | undefined
  private dates: readonly FoundDate[] | undefined

  constructor(place: Place, topic: Topic | undefined, objects: readonly WorksObject[]) {
    this.place = place
    this.topic = topic
    this.ground = new Ground(place.sentence.text, { objects, mentions: place.mentions }, place.words)
    this.groups = groupsOf(this.realOnes(groupsOf(objects, this.ground)), this.ground)
  }

  /** Objects that are works; the others are only names, and what is said beside them may still be said of works. */
  private realOnes(groups: readonly Group[]): WorksObject[] {
    let whole = this.topic !== undefined && isOfWholeTopic(this.topic, this.place.sentence)
    let last: WorksObject | undefined
    return groups.flatMap((group, index) => {
      const own = ownHits(group, this.ground)
      const bodies = bodiesOf(group.objects)
      const following = followingClauses(
        this.ground,
        { from: group.clause.to, to: groups[index + 1]?.clause.from ?? this.ground.text.length },
        bodies,
      )
      const later = following.flatMap((clause) => this.laterHits(clause, bodies))
      const all = [...own, ...later]
      const real = realObjects(group, this.ground, { own, all, following })
      const isPart =
        (whole && !isHouseAgain(group, groups.slice(0, index), this.place) && this.isPartOfTopic(group, all)) ||
        isPartOfProject(group, last, this.ground) ||
        this.isNoneOfItsOwn(group, all)
      const isHeading = group.objects.length === 1 && group.objects.every((object) => headsWorks(object, this.place))
      const kept = isPart
        ? []
        : isHeading
          ? [...group.objects]
          : real.length > 0
            ? real
            : this.builtBefore(group, { all, following }, groups[index + 1]?.clause.from ?? this.ground.text.length)
      if (kept.length === 0) this.seeHouses(group)
      last = kept.length === 1 ? kept[0] : last
      if (kept.length > 0) whole = kept.length === 1 && isWhole(kept[0])
      return kept
    })
  }

  private seeHouses({ objects }: Group): void {
    const { into, sentence } = this.place
    for (const object of objects)
      if (object.owners.length === 1 && object.needs === 'stage')
        into.seen.push({ object, index: sentence.index, paragraph: sentence.paragraph })
  }

  /** What the document told of before, or a hospital that what is said of it tells to be works. */
  private builtBefore(group: Group, said: { all: readonly StageHit[]; following: readonly Clause[] }, until: number): WorksObject[] {
    const { place, ground } = this
    const told = toldBefore(group, said, { place, ground })
    return told.length === 0 && isItself(group, ground, { place, until }) ? [...group.objects] : told
  }

  private isPartOfTopic(group: Group, all: readonly StageHit[]): boolean {
    // 3月内科楼复工。5月内科楼封顶: it is the house itself that is named again.
    const isItself = this.topic?.told.some(({ object }) => object.tail !== '' && object.tail === group.objects[0]?.tail) === true
    return !isItself && isPartOfWhole(group, this.ground) && !isApart(all, this.place.into.reached.get(this.topic?.told[0]?.id ?? ''))
  }

  private isNoneOfItsOwn(group: Group, all: readonly StageHit[]): boolean {
    return (
      (this.topic !== undefined && (isOnceBuilt(group, this.ground) || isToHold(group, this.ground))) ||
      (isLooseHouse(group) && isPageOfOne(this.place.into)) ||
      (this.place.sentence.heading && all.length === 0 && isMotto(group, this.ground))
    )
  }

  /** Relates the sentence and gives the topic for the next. */
  relate(): Topic | undefined {
    const first = this.groups[0]?.clause.from ?? this.ground.text.length
    if (this.topic !== undefined) this.goOn(this.topic.told, { from: 0, to: first })
    this.groups.forEach((group, index) => this.relateGroup(group, this.groups[index + 1]?.clause.from ?? this.ground.text.length))
    this.tellAll()
    return this.groups.length === 0 && this.leavesTopic() ? undefined : this.topic
  }

  /** A sentence with other bodies that builds nothing ends what was spoken of. */
  private leavesTopic(): boolean {
    const own = bodiesOf((this.topic?.told ?? []).map((one) => one.object))
    const { text, mentions } = this.ground
    return mentions.some(({ label, entity, from }) => label === 'Hospital' && !own.has(entity) && !isSite(text, from))
  }

  /** Clauses before the first group that go on about the projects of the sentence before. */
  private goOn(told: readonly Told[], range: Clause): void {
    const itself =
      told[0] !== undefined && told.length === 1 && isHospitalItself(told[0]) ? speaksOfItself(this.ground.text, told[0].object.hoped) : -1
    const from = itself < 0 ? reportedFrom(this.ground.text) : itself
    const opening = this.ground.clauses.find((clause) => clause.from >= from)
    const bodies = bodiesOf(told.map((one) => one.object))
    if (opening === undefined || opening.from >= range.to) return
    if (from > 0 && this.ground.mentions.some((one) => one.label === 'Hospital' && one.from < from && !bodies.has(one.entity))) return
    const { sentence, into } = this.place
    const said = this.ground.text.slice(opening.from, opening.to)
    const isOfAll = opensOnAll(said, told.length)
    const isOn = isOfAll || opensOnNewHospital(said, told) || opensOnHouses(said, this.topic, sentence)
    if (itself < 0 && !isOn && !opensOn(opening, this.ground, bodies) && !isHeaded(this.topic, sentence)) return
    if (isOfOthers(this.ground)) return
    const clauses = followingClauses(this.ground, { from, to: range.to }, bodies)
    if (isOfAll || opensApart(said)) this.tell(told, { clauses, own: [], rule: 'works/goes-on', clause: opening, first: false, bodies })
    const one = told[0] === undefined || told.length > 1 ? undefined : inCampus(told[0], said)
    if (one === undefined || clauses.length === 0 || isOtherPhase(one, said)) return
    const kind = one.object.works === undefined ? OF_KIND.exec(this.ground.text)?.[1] : undefined
    const works = kind === undefined ? undefined : this.place.words.kindOf(kind)
    if (works !== undefined) into.claims.push(statement(sentence, { subject: one.id, key: 'works', value: works, rule: 'works/goes-on' }))
    const whole =
      one.object.whole === undefined || (one.object.owners.length === 0 && !isOfWhole(one, { text: this.ground.text, range, sentence }))
        ? one
        : (nameWhole(one, this.place) ?? one)
    if (whole !== one) tellProgress(whole, { planned: false }, { sentence, year: undefined, rule: 'works/goes-on', into, bare: true })
    this.tell([whole], { clauses, own: [], rule: 'works/goes-on', clause: clauses[0] ?? range, first: false, bodies })
  }

  private relateGroup(group: Group, next: number): void {
    const { ground, place } = this
    const bodies = bodiesOf(group.objects)
    const following = followingClauses(ground, { from: group.clause.to, to: next }, bodies)
    const works = kindTold(group, ground)
    const told = group.objects.flatMap((object) => this.nameObject(object, works))
    if (told.length === 0) return
    const before = clausesBefore(group, ground)
    const clauses = [...before, group.clause, ...following]
    this.tell(told, {
      clauses,
      own: ownHits(group, ground),
      rule: told[0]?.object.rule ?? 'works/owner-and-object',
      clause: group.clause,
      first: true,
      bodies,
    })
    const whole = wholeOf(told, place.into.told)
    this.topic = { paragraph: place.sentence.paragraph, told: whole === undefined ? told : [whole] }
  }

  /** 新建甲楼，改造乙楼，均已完工: what the last clause says of all. */
  private tellAll(): void {
    const { ground, place } = this
    const last = this.groups.at(-1)
    if (this.groups.length < 2 || last === undefined) return
    const clause = ground.clauses.find(({ from, to }) => from >= last.clause.to && OF_ALL.test(ground.text.slice(from, to)))
    const told = place.into.told.filter((one) => one.sentence === place.sentence && !place.into.firm.has(one.id))
    if (clause === undefined || told.length === 0 || ground.text.slice(0, clause.from).includes('；')) return
    this.tellStage(told, { clauses: [clause], own: [], rule: 'works/goes-on', clause, first: false, bodies: NOBODY })
  }

  private nameObject(object: WorksObject, works: WorksKind | undefined): Told[] {
    const { reading, sentence, into } = this.place
    const resolved = houseAgain(object, this.place) ?? ownersOf(object, { place: this.place, before: this.topic?.told ?? wholeHere(into) })
    if (resolved === undefined) return []
    const same = sameAsBefore(resolved, into.told)
    const told = nameProject(same.object, same.owners, { reading, sentence, works, into })
    return told === undefined ? [] : [told]
  }

  private laterHits(clause: Clause, bodies: ReadonlySet<string>): StageHit[] {
    return this.ground.hitsIn(clause).filter((hit) => speaksOn(clause, this.ground, hit, bodies))
  }

  private tell(told: readonly Told[], said: Said): void {
    const brackets = said.first ? byBracket(told, said.clauses, this.ground) : []
    const own = brackets.length === 0 ? said.own : ofAll(said.own, brackets)
    for (const { one, clauses, alone } of brackets) {
      this.tellStage([one], { ...said, own, clauses })
      this.tellFigures([one], { ...said, clauses: alone })
    }
    if (brackets.length > 0) return
    const turns = inTurn(told, said.clauses, this.ground)
    for (const { one, clauses } of turns) this.tellStage([one], { ...said, own: [], clauses })
    if (turns.length > 0) {
      this.tellFigures(told, said)
      return
    }
    const apart = formerAndLatter(told, said.clauses, this.ground.text)
    if (apart.length === 0) this.tellStage(told, said)
    for (const { one, clauses } of apart) this.tellStage([one], { ...said, clauses })
    this.tellFigures(told, said)
    for (const { one, alone } of apart) this.tellFigures([one], { ...said, clauses: alone })
    tellSites(told, said.clauses, { ground: this.ground, place: this.place })
  }

  private tellStage(told: readonly Told[], said: Said): void {
    const { ground, place } = this
    const { sentence, into, words } = place
    const later = said.clauses
      .filter((clause) => clause.from > said.clause.from || !said.first)
      .flatMap((clause) => this.laterHits(clause, said.bodies))
    const dates = (this.dates ??= datesOf(place))
    const view = { section: sentence.section, masked: ground.masked, words, published: writtenBy(place.reading.document) }
    const dated = withPast([...said.own, ...later], dates, place.reading.document)
    const stages = inSection(dated, view).filter((hit) => isStageSaid(ground.text, hit.from))
    const frame = said.first ? frameBefore(ground.masked, told[0]?.object.from ?? 0, place.reading.document) : undefined
    const hits = underFrame(withoutFuture(stages, dates, view), frame, ground)
    const judged = judgeProgress(hits, {
      ...view,
      sized: isUnderSize(this.topic, sentence) || SIZE_LINE.test(ground.text),
      ...(said.first
        ? {
            clause: said.clause,
            object: told[0]?.object.from ?? 0,
            ...(told.length > 1 ? { end: Math.max(...told.map((one) => one.object.to)) } : {}),
            built: told[0]?.object.tail ?? '',
            ...(told[0]?.object.hoped ? { hoped: true } : {}),
          }
        : {}),
    })
    const isBegun =
      said.first &&
      judged.status === undefined &&
      (beganTogether(place.reading, sentence) || (judged.hit === undefined && told.every((one) => isLaunched(one, place))))
    const isAhead = frame !== undefined && judged.hit?.mood !== 'reached'
    const isListed =
      (said.first && judged.status === undefined && told.every((one) => isPlannedInList(one, ground) || isPlanItem(one, place))) ||
      (said.first && judged.hit === undefined && told.every((one) => isOfYearsAhead(one, place)))
    const headed = said.first && judged.status === undefined && told[0] !== undefined ? headProgress(told[0].object, place) : undefined
    const progress: Progress = headed ?? (isAhead || isListed ? AHEAD : isBegun ? { status: 'started', planned: false } : judged)
    const year = yearOf(progress, dates, { context: dateContext(place), hits, masked: ground.masked })
    const expected = expectedYear(hits, dates, view) ?? (isAhead && endsIn(hits) ? frame : undefined)
    for (const one of told) {
      tellProgress(one, progress, { sentence, year, rule: said.rule, into, bare: said.first })
      if (expected !== undefined)
        into.claims.push(statement(sentence, { subject: one.id, key: 'expected', value: expected, rule: said.rule, year: expected }))
    }
  }

  /** Figures of one project; of several only where 分别 gives each its own. */
  private tellFigures(told: readonly Told[], said: { clauses: readonly Clause[]; rule: string }): void {
    const { ground, place } = this
    const at = { sentence: place.sentence, rule: said.rule, into: place.into }
    const sum = said.clauses.findIndex((clause) => SUM_CLAUSE.test(ground.text.slice(clause.from, clause.to)))
    const own = sum < 0 ? said.clauses : said.clauses.slice(0, sum)
    const only = told.length === 1 ? told[0] : undefined
    const figures = nearestFirst(
      own.flatMap((clause) => ground.figuresIn(clause)),
      only?.object.from ?? 0,
    )
    const isEach =
      own.some((clause) => ground.text.slice(clause.from, clause.to).includes('分别')) || told.every((one) => isQualified(one, ground.text))
    // 一期完工、二期打桩，床位分别为500张、300张: the figures of all that the sentence told of, each its own.
    const all = only !== undefined && isEach ? sharersOf(figures, place.into.told, place.sentence) : undefined
    if (all !== undefined) all.forEach((one, index) => tellFigures(one, shareOut(figures, { index, of: all.length }), at))
    else if (only !== undefined) tellFigures(only, ofOwnPhase(figures, only, ground.text), at)
    else if (isEach) told.forEach((one, index) => tellFigures(one, shareOut(figures, { index, of: told.length }), at))
  }
}
