/** What a sentence names as built: what its notice line names, else the bodies and houses with words of works. */
import { withElsewhere } from './built-elsewhere.ts'
import { asClosed } from '../lists/closed-lists.ts'
import { asMembers } from '../lists/counted-members.ts'
import { visitedHospital } from '../owners/visited.ts'
import { bracketOwned } from '../owners/bracket-owner.ts'
import { asHeadCounts } from '../lists/counted-heads.ts'
import { asCounted } from '../lists/counted-plan.ts'
import { asForeseen } from '../lists/foreseen.ts'
import { asBecome } from './no-works.ts'
import { asLeaning } from './leaning.ts'
import { noticeObject, ownedByNotice } from './notice.ts'
import { facilitiesIn } from './facilities.ts'
import { findObjects, type WorksObject } from './objects.ts'
import { asLabelled } from '../lists/label-lines.ts'
import { asTold } from '../lists/lists-told.ts'
import type { Place } from '../place.ts'
import { asPlanItems } from '../lists/plan-items.ts'
import { quotedNames } from './quoted-names.ts'
import { asStaged } from '../lists/staged-lists.ts'
import { asShared } from '../lists/shared-project.ts'
import { asHeaded } from '../lists/stage-heads.ts'
import { hospitalOfParagraph, worksOfThat } from './that-hospital.ts'
import { asWhole } from './whole-bodies.ts'

/** Whether what was read says as much as a room that is told as finished. */
function isSure(one: WorksObject, room: WorksObject): boolean {
  return one.from < room.to && room.from < one.to && one.tail !== '' && one.needs !== 'physical' && one.needs !== 'site'
}

const DONE_TO_ROOM = /[科区房室诊心][改扩装翻]/u
const OPENS_ON_WORKS = /[建造迁](?:项目|工程)/u

/** The objects of a sentence, left to right, without what others only become. */
export function objectsIn(place: Place): readonly WorksObject[] {
  const { reading, sentence } = place
  const named = noticeObject(reading, sentence)
  const found = named === undefined ? readIn(place).filter((object) => !asBecome(object, sentence.text)) : [named]
  const that = worksOfThat(sentence.text).filter(({ from, to }) => !found.some((one) => one.from < to && from < one.to))
  const all = that.length === 0 ? found : [...found, ...that].sort((a, b) => a.from - b.from)
  const counted = [
    asHeadCounts,
    asStaged,
    asForeseen,
    asShared,
    asCounted,
    asTold,
    asClosed,
    asMembers,
    asLabelled,
    asPlanItems,
    asHeaded,
    asWhole,
    asLeaning,
    withElsewhere,
  ].reduce<readonly WorksObject[]>((objects, as) => as(objects, place), all)
  return sentence.index === 0 ? counted.map((object) => ownedByNotice(reading, object)) : counted
}

function readIn(place: Place): readonly WorksObject[] {
  const { reading, sentence, mentions, words } = place
  const { text } = sentence
  // 整体搬迁项目尚未开工, where the report is at a hospital: of it.
  const speaks = reading.document.speaker !== null || (OPENS_ON_WORKS.test(text) && visitedHospital(place) !== undefined)
  const found = findObjects(text, mentions, { words, speaks })
  // 甲医院现有床位600张。发热门诊改造今年9月完成: of the one hospital that the paragraph tells of.
  const isSpokenOf = speaks || (DONE_TO_ROOM.test(text) && hospitalOfParagraph(place) !== undefined)
  const rooms = facilitiesIn(text, mentions, { words, speaks: isSpokenOf }).filter((room) => !found.some((one) => isSure(one, room)))
  const kept = rooms.length === 0 ? found : found.filter((one) => !rooms.some((room) => one.from < room.to && room.from < one.to))
  const read = rooms.length === 0 ? found : [...kept, ...rooms].sort((a, b) => a.from - b.from)
  return bracketOwned(text, quotedNames(text, read, words), mentions)
}
