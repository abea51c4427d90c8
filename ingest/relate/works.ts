/** Works: what is built for whom, how far it has come, when, and at what size (ontology.md, CONSTRUCTS; readings.md, rows 37–52). */
import type { Relater } from '../reading.ts'
import { Clock } from './works/stages/clock.ts'
import { dropForetold } from './works/stages/foretold.ts'
import { relateHeadedList } from './works/lists/headed-list.ts'
import { dropHistory } from './works/stages/history.ts'
import { asLine, tellNotices } from './works/objects/notice.ts'
import { isOfMany, recalled } from './works/recalled.ts'
import { relateRow } from './works/lists/table.ts'
import { keepToldSites, type Gathered } from './works/tell.ts'
import { leaves, openedBy, reachOf, speaksStillOf, type Topic } from './works/topic.ts'
import { ownAsTold } from './works/owners/told-owner.ts'
import { foldGeneric } from './works/same-works.ts'
import { isStageHead } from './works/lists/stage-heads.ts'
import { worksWords } from './works/objects/words.ts'
import { relateSentence } from './works/sentence-works.ts'

/** Projects with their owners, progress and figures. Reads tables by their headers, and carries a topic on within its paragraph. */
export const relateWorks: Relater = (reading) => {
  const words = worksWords(reading.lexicon)
  const into: Gathered = { mentions: [], claims: [], reached: new Map(), firm: new Set(), weak: [], told: [], seen: [] }
  const clock = new Clock(reading)
  let topic: Topic | undefined
  reading.sentences.forEach((read, index) => {
    const { sentence, told } = clock.enter(asLine(read))
    const mentions = reading.mentions[index] ?? []
    reading.steps.count += sentence.text.length
    if (sentence.row !== undefined) {
      relateRow({ reading, sentence, mentions, into, words, told })
      topic = undefined
      return
    }
    if (relateHeadedList({ reading, sentence, mentions, into, words, told })) {
      topic = undefined
      return
    }
    if (isStageHead(sentence.text)) topic = undefined
    const still = topic !== undefined && !isOfMany(topic, into.told) && speaksStillOf(topic, sentence, into) ? topic : undefined
    const kept = still === undefined ? recalled(reading, sentence, into) : { ...still, paragraph: sentence.paragraph }
    const next = relateSentence({ reading, sentence, mentions, into, words, told }, kept)
    const last = kept === undefined && topic !== undefined && sentence.paragraph - topic.paragraph < reachOf(into) ? topic : undefined
    const isLeft = last !== undefined && mentions.some((mention) => leaves(mention, { topic: last, text: sentence.text }))
    topic = openedBy(sentence, next ?? (isLeft ? undefined : last))
  })
  tellNotices(into, reading)
  dropForetold(into, reading)
  foldGeneric(into)
  dropHistory(into, reading)
  ownAsTold(into, reading)
  keepToldSites(into)
  return { mentions: into.mentions, claims: into.claims }
}
