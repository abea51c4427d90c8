/** Who agrees where a match names only the partners: the quoted, the hospital or body that speaks, a name before or behind, the topic. */
import type { Reading } from '../../reading.ts'
import { leadOf } from '../consortia/place-leads.ts'
import { antecedentBefore } from '../sentence/antecedents.ts'
import { aidedBefore, headOfNext, localBefore, subjectsBehind } from '../sentence/omitted-subjects.ts'
import { hasBareSubject, hasCountedSubject, hasUnreadSubject, isFounding, tokensOf, type RuleMatch } from '../sentence/passage.ts'
import { isDistrict, isLocal } from '../sentence/place.ts'
import { topicOf } from '../sentence/topic.ts'
import { ownGroup, ownHospital, ownSchool, placeComeTo } from './own-hospital.ts'
import { pageBody, saysOurs } from './page-body.ts'
import { isOurselves, quotedSpeakerOf } from './quoted-speakers.ts'
import { reliedOn } from './relied-on.ts'

/** Who is meant where a match names one side only: the topic; nobody, where a body that no name was read from is the subject. */
export function unnamedSubject(reading: Reading, found: RuleMatch): readonly string[] {
  const { home, speaker } = reading.document
  if (found.rule.ours) return home.slice(-1).map(({ id }) => id)
  const quoted = quotedSpeakerOf(reading, found)
  if (quoted !== undefined) return [quoted]
  if (isOurselves(found)) return []
  if (found.rule.id === TAKES_DEPARTMENT) return aidedBefore(reading, found)
  const behind = subjectsBehind(reading, found)
  if (behind.length > 0) return behind
  const relied = reliedOn(reading, found)
  if (relied !== undefined) return relied
  // A province alone is too wide for those that were counted; a masked place is known to be no wider than it says.
  if (speaker === null && hasCountedSubject(found))
    return home.length > 1 || home[0]?.masked === true ? home.slice(-1).map(({ id }) => id) : []
  const meant = ownGroup(reading, found) ?? placeComeTo(reading, found) ?? ownSchool(reading, found)
  if (meant !== undefined) return [meant]
  const body = pageBody(reading)
  if (body !== undefined && saysOurs(found.sentence.text, found.tokens[found.match.first]?.from ?? 0)) return [body]
  const isOwn = hasBareSubject(found)
  const own = isOwn && speaker === null ? ownHospital(reading, found) : undefined
  if (own !== undefined) return [own]
  if (speaker !== null && (isOwn || found.rule.id === APPLIED_FOR)) return [speaker]
  const isBare = speaker === null && isOwn
  const mustBeHospital = isBare || found.rule.bearer
  if (!isBare && (hasUnreadSubject(found, speaker) || isFounding(found))) return []
  const told = antecedentBefore(reading, found)
  if (told.length > 0) return told
  const topic = isAgreementOfPlaces(found) && speaker === null ? home.slice(-1).map(({ id }) => id) : topicBeside(reading, found)
  const group = topic.every(isDistrict) ? groupBefore(reading, found) : undefined
  if (group !== undefined) return [group]
  const place = found.rule.standing && topic.every(isDistrict) ? localBefore(reading, found) : undefined
  if (place !== undefined) return [place]
  const next = topic.every(isDistrict) ? headOfNext(reading, found) : []
  if (next.length > 0) return next
  if (body !== undefined && topic.every(isDistrict)) return mustBeHospital ? [] : [body]
  return mustBeHospital ? topic.filter((entity) => topic.length === 1 && entity.startsWith('hospital/')) : topic
}

/** Characters before the consortium with which a sentence begins: 1. */
const LEAD_IN = 6

/** 县总医院与甲签约；与乙建立联盟: the lead of the consortium with which the sentence begins, where the document tells it and no hospital of the home is named since. */
function groupBefore(reading: Reading, { tokens, match }: RuleMatch): string | undefined {
  const at = tokens.findIndex(({ things }) => things.length > 0)
  const [first] = tokens[at]?.things ?? []
  if (first?.label !== 'Consortium' || at >= match.first || first.from > LEAD_IN) return undefined
  return leadOf(reading, first)
}

/** 甲整体搬迁项目开工；与江州市续签协议: what opens a part of a sentence and is agreed with places is the bureau's, and not of 甲. */
function isAgreementOfPlaces({ tokens, match }: RuleMatch): boolean {
  const partners = match.slots.get('B') ?? []
  const opening = tokens[match.first - 1]
  const isOpen = opening?.classes.includes('semicolon') === true || opening?.classes.includes('enumerate') === true
  return (
    isOpen &&
    tokens[match.first]?.classes.includes('with') === true &&
    partners.length > 0 &&
    partners.every(({ label }) => label === 'District')
  )
}

/** 甲工作室揭牌；乙医师来院坐诊: of two hospitals from elsewhere neither is who is come to; the sentences before tell who is. */
function topicBeside(reading: Reading, { rule, sentence, match }: RuleMatch): readonly string[] {
  const tokens = (index: number): RuleMatch['tokens'] => tokensOf(reading, index)
  const topic = topicOf(reading, tokens, { sentence: sentence.index, before: match.first })
  if (!rule.bearer || topic.length === 0 || reading.document.home.length === 0) return topic
  const parties = [...topic, ...(match.slots.get('B') ?? []).map(({ entity }) => entity)]
  const areOthers = parties.every((party) => party.startsWith('hospital/') && !isLocal(party, reading))
  return areOthers ? topicOf(reading, tokens, { sentence: sentence.index, before: 0 }) : topic
}

/** 乙包心内科，丙包骨科: who is aided is told before. */
const TAKES_DEPARTMENT = 'cooperation/b-takes-department'

/** 乙的托管方案已上报: whom the hospital that speaks is to take over. */
const APPLIED_FOR = 'cooperation/trust-is-applied-for'
