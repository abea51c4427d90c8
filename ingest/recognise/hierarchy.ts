/** Where things are and what they belong to, as their names, the home and the divisions table tell it. */
import type { Mention, Place, RelationClaim, SameAs } from '../../cypher/model/index.ts'
import type { Found, Reading, Relater, SentenceMention } from '../reading.ts'
import { spanOf, type Sentence } from '../read/sentence.ts'
import { namingContext, type Named, type NamingContext } from './naming/context.ts'
import { namedDistrict } from './naming/identify.ts'
import { universityWithin } from './naming/grammar/university.ts'
import { factsOf } from './names.ts'
import { claimSameNames } from './same-names.ts'

/** The rest of a body's name behind the place with which it begins. */
const BODY = /^[^，。；、（]{0,7}(?:医院|大学|学院)/u

/** 附属第二医院江州医院: behind the university's name, a hospital of its hospital. */
const BRANCH_OF_AFFILIATE = /医院[\u4e00-\u9fff]{2,}(?:医院|分院)$/u

type Ends = Pick<RelationClaim, 'type' | 'subject' | 'object' | 'basis' | 'rule'>

/** PART_OF, LOCATED_IN, BRANCH_OF and AFFILIATED_WITH by name, and same-as by brackets and renamings. */
export const relateHierarchy: Relater = (reading) => new Hierarchy(reading).run()

class Hierarchy {
  private readonly reading: Reading
  private readonly mentions: Mention[] = []
  private readonly claims: (RelationClaim | SameAs)[] = []
  private readonly seen = new Set<string>()
  /** Districts that the text names, or that are the home and what is above it. */
  private readonly told: Set<string>
  private readonly naming: NamingContext
  private readonly names = new Map<Place, readonly string[]>()
  /** How many districts were told when each was placed last: nothing changes before another is told. */
  private readonly placed = new Map<string, number>()

  constructor(reading: Reading) {
    this.reading = reading
    this.told = new Set(reading.document.home.map((place) => place.id))
    const { document, lexicon, segment } = reading
    const says = (wording: string): boolean => document.text.includes(wording)
    this.naming = namingContext({ lexicon, segment, document: document.id, home: document.home, says })
  }

  run(): Found {
    const { reading } = this
    for (const list of reading.mentions) for (const mention of list) if (mention.label === 'District') this.told.add(mention.entity)
    this.placeHome()
    for (const [index, list] of reading.mentions.entries()) {
      const sentence = reading.sentences[index]
      if (sentence === undefined || list.length === 0) continue
      for (const mention of list) this.place(sentence, mention)
      this.claims.push(...claimSameNames(sentence, list))
    }
    return { mentions: this.mentions, claims: this.claims }
  }

  /** The home chain rests on the first name that gives the home: the publisher, the title, 我区. */
  private placeHome(): void {
    const { document, sentences, mentions } = this.reading
    const own = document.home.at(-1)
    if (own === undefined) return
    const at = mentions.findIndex((list) => list.some((mention) => mention.entity === own.id || factsOf(mention)?.place?.id === own.id))
    const sentence = sentences[Math.max(at, 0)]
    for (const [index, place] of document.home.entries()) {
      const wider = document.home[index - 1]
      if (wider === undefined) continue
      const told = sentences.find(({ text }) => this.spells(text, wider, place))
      this.claim(told ?? this.findTelling(wider, place) ?? sentence, {
        type: 'PART_OF',
        subject: place.id,
        object: wider.id,
        basis: told !== undefined || place.masked === true ? 'text' : 'gazetteer',
        rule: 'place/home-chain',
      })
    }
  }

  /** 宁波市奉化区, 凉山州布拖县: a place right behind the wider one. */
  private spells(text: string, wider: Place, place: Place): boolean {
    const at = place.masked === true ? -1 : text.indexOf(place.name)
    return at > 0 && this.namesOf(wider).some((name) => text.slice(0, at).endsWith(name) || text.includes(name + place.name))
  }

  /** Where nothing spells the step out: a sentence that names both ends, the parts of the wider one (宁波各区县), or the levels (省、市、区). */
  private findTelling(wider: Place, place: Place): Sentence | undefined {
    const level = place.name.at(-1) ?? ''
    const [above, below] = [this.namesOf(wider), [...this.namesOf(place), `我${level}`, `全${level}`]]
    const levels = [`${wider.name.at(-1)}、${level}`, `${wider.name.at(-1)}${level}两级`]
    const ways: readonly ((text: string) => boolean)[] = [
      (text) => namesPlace(text, above) && namesPlace(text, below),
      (text) => above.some((name) => text.includes(`${name}各`)),
      (text) => levels.some((wording) => text.includes(wording)),
    ]
    for (const tells of ways) {
      const found = this.reading.sentences.find(({ text }) => tells(text))
      if (found !== undefined) return found
    }
    return undefined
  }

  private place(sentence: Sentence, mention: SentenceMention): void {
    const named = factsOf(mention)
    if (named === undefined) return
    if (named.label === 'District') {
      if (named.place !== undefined) this.placeDistrict(sentence, named.place)
      return
    }
    const surface = sentence.text.slice(mention.from, mention.to)
    if (named.place !== undefined) this.locate(sentence, mention, { named, surface, place: named.place })
    const { parent, lead } = named
    for (const other of [parent, lead])
      if (other !== undefined && other.entity !== named.entity) this.nameAlso(sentence, mention, other, surface)
    if (parent !== undefined && parent.entity !== named.entity) {
      this.claim(sentence, { type: 'BRANCH_OF', subject: named.entity, object: parent.entity, basis: 'name', rule: 'branch/name' })
    }
    if (named.label === 'Hospital') this.affiliate(sentence, mention, named)
  }

  /** Each district is part of the next wider one; steps above what the text names rest on the table alone and have no sentence. */
  private placeDistrict(sentence: Sentence, place: Place): void {
    if (this.placed.get(place.id) === this.told.size) return
    this.placed.set(place.id, this.told.size)
    const chain = this.chainOf(place)
    for (let index = chain.length - 1; index > 0; index--) {
      const [lower, upper] = [chain[index], chain[index - 1]]
      if (lower === undefined || upper === undefined) continue
      const isTold = this.told.has(lower.id) && this.told.has(upper.id)
      if (!isTold) for (const step of [lower, upper]) if (!this.told.has(step.id)) this.nameSilently(step)
      const isText = lower.adcode === undefined || (isTold && this.spells(sentence.text, upper, lower))
      this.claim(isTold ? sentence : undefined, {
        type: 'PART_OF',
        subject: lower.id,
        object: upper.id,
        basis: isText ? 'text' : 'gazetteer',
        rule: 'place/chain',
      })
    }
  }

  private chainOf(place: Place): readonly Place[] {
    const { home } = this.reading.document
    if (place.adcode !== undefined) return this.reading.lexicon.divisions.chain(place.adcode)
    const at = home.findIndex((step) => step.id === place.id)
    if (at >= 0) return home.slice(0, at + 1)
    const parent = this.parentByKey(place)
    return parent === undefined ? [place] : [...parent, place]
  }

  /** 330200.前湾新区 is below 330200; a masked township below the masked home. */
  private parentByKey(place: Place): readonly Place[] | undefined {
    const code = /^district\/(\d{6,9})\./.exec(place.id)?.[1]
    if (code !== undefined) return this.reading.lexicon.divisions.chain(code)
    const { home } = this.reading.document
    return place.level === 'township' && home.at(-1)?.masked === true ? home : undefined
  }

  private locate(
    sentence: Sentence,
    mention: SentenceMention,
    { named, surface, place }: { named: Named; surface: string; place: Place },
  ): void {
    const { township } = named
    const isTownshipFull = township !== undefined && /(?:街道|镇|乡|街|苏木)/u.test(surface)
    if (named.isPlaceNamed)
      for (const step of [...this.chainOf(place), ...(township === undefined ? [] : [township])])
        this.nameWithin(sentence, mention, { step, surface })
    const isCountyWritten = this.namesOf(place).some((name) => surface.includes(name))
    const targets = isTownshipFull ? [township, ...(isCountyWritten && place.masked !== true ? [place] : [])] : [place]
    for (const target of targets) {
      if (!this.told.has(target.id) && named.label === 'Hospital') this.nameWithin(sentence, mention, { step: target, surface })
      const isTold = this.told.has(target.id)
      if (!isTold) this.nameSilently(target)
      const basis = named.isPlaceNamed ? 'name' : named.aliases.length > 0 || !this.isHome(target) ? 'gazetteer' : 'text'
      this.claim(isTold ? sentence : undefined, {
        type: 'LOCATED_IN',
        subject: named.entity,
        object: target.id,
        basis,
        rule: `place/${basis === 'name' ? 'by-name' : basis === 'text' ? 'by-home' : 'by-table'}`,
      })
      this.placeDistrict(sentence, target)
    }
  }

  private isHome(place: Place): boolean {
    return this.reading.document.home.some((step) => step.id === place.id)
  }

  /** A district whose name stands inside another name: 利川市 in 利川市人民医院. */
  private nameWithin(sentence: Sentence, mention: SentenceMention, { step, surface }: { step: Place; surface: string }): void {
    const name = this.namesOf(step).find((form) => surface.includes(form))
    if (name === undefined || surface.startsWith('大学', surface.indexOf(name) + name.length)) return
    this.told.add(step.id)
    const from = mention.from + surface.indexOf(name)
    const { entity, label, attrs, aliases } = namedDistrict(step)
    const { start, end } = spanOf(sentence, from, from + name.length)
    this.mentions.push({ start, end, entity, label, name: step.name, aliases: [...aliases], attrs: { ...attrs } })
  }

  /** A thing that the table knows and the text does not name. */
  private nameSilently(place: Place): void {
    if (this.seen.has(place.id)) return
    this.seen.add(place.id)
    const { entity, label, attrs } = namedDistrict(place)
    this.mentions.push({ start: 0, end: 0, entity, label, name: place.name, aliases: [], attrs: { ...attrs } })
  }

  /** A parent or university whose name is the beginning of another name. */
  private nameAlso(sentence: Sentence, mention: SentenceMention, other: Named, surface: string): void {
    const found = [other.name, ...other.aliases].find((form) => surface.startsWith(form))
    const length = found?.length ?? 0
    const { start, end } = length > 0 ? spanOf(sentence, mention.from, mention.from + length) : { start: 0, end: 0 }
    const { entity, label, name, aliases, attrs } = other
    this.mentions.push({ start, end, entity, label, name, aliases: [...aliases], attrs: { ...attrs } })
    if (other.place !== undefined) this.locate(sentence, mention, { named: other, surface: surface.slice(0, length), place: other.place })
  }

  /**
   * Only where the text itself says the affiliation: X大学附属Y医院, not 上海九院, and not a branch that Y医院 has elsewhere. An
   * academy is no university: 中国中医科学院广安门医院.
   */
  private affiliate(sentence: Sentence, mention: SentenceMention, named: Named): void {
    const surface = sentence.text.slice(mention.from, mention.to)
    const found = universityWithin(this.naming, surface, named.university)
    if (found === undefined || found.university.attrs['kind'] === 'research' || BRANCH_OF_AFFILIATE.test(surface.slice(found.length)))
      return
    const { university, length } = found
    const { entity, label, name, aliases, attrs } = university
    const { start, end } = spanOf(sentence, mention.from, mention.from + length)
    this.mentions.push({ start, end, entity, label, name, aliases: [...aliases], attrs: { ...attrs } })
    // A campus is its hospital's, and that is the school's.
    const subject = (named.attrs['kind'] === 'campus' ? named.parent : undefined)?.entity ?? named.entity
    this.claim(sentence, { type: 'AFFILIATED_WITH', subject, object: entity, basis: 'name', rule: 'affiliation/name' })
  }

  private claim(sentence: Sentence | undefined, ends: Ends): void {
    const key = `${ends.type} ${ends.subject} ${ends.object} ${sentence === undefined ? '' : 'told'}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    const { start, end } = sentence ?? { start: 0, end: 0 }
    const { type, subject, object, basis, rule } = ends
    const attrs = type === 'PART_OF' || type === 'LOCATED_IN' ? { basis } : {}
    this.claims.push({ kind: 'relation', type, subject, object, basis, rule, attrs, start, end })
  }

  /** Full and short names of a place, the longest first. */
  private namesOf(place: Place): readonly string[] {
    const known = this.names.get(place)
    if (known !== undefined) return known
    const division = place.adcode === undefined ? undefined : this.reading.lexicon.divisions.byCode(place.adcode)
    const names = [place.name, ...(division?.short ?? []), ...(place.name.endsWith('街道') ? [place.name.slice(0, -1)] : [])]
    names.sort((a, b) => b.length - a.length)
    this.names.set(place, names)
    return names
  }
}

/** Whether a place is named for its own sake, and not as the beginning of a hospital's or a school's name. */
function namesPlace(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!BODY.test(text.slice(at + name.length, at + name.length + 10))) return true
    }
    return false
  })
}
