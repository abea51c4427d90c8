/** 甲医院将填补空白。该项目总投资2亿元: works that the document told of the hospital which the sentence before names. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isHospitalItself, speaksOfItself } from './objects/itself.ts'
import type { Gathered, Told } from './tell.ts'
import type { Topic } from './topic.ts'

const THAT_PROJECT = /^(?:据(?:悉|了解|介绍)，)?(?:目前，?)?该(?:项目|工程)/u
/** Works of one sentence after which 项目 may be any of them. */
const MANY = 4

/** 该医院去年12月已开工: the hospital that is the only works of the document, whatever was told in between. */
function itself({ mentions }: Reading, { index, text, paragraph }: Sentence, { told }: Gathered): Topic | undefined {
  const [only] = told
  if (only === undefined || !isHospitalItself(only) || told.some(({ id }) => id !== only.id) || speaksOfItself(text) < 0) return undefined
  const owner = only.owners[0]?.entity
  return mentions[index]?.some(({ label, entity }) => label === 'Hospital' && entity !== owner) === true
    ? undefined
    : { paragraph, told: [only] }
}

/** The topic that 该项目 takes up at the head of a sentence: the only works of the only hospital of the sentence before. */
export function recalled(reading: Reading, sentence: Sentence, into: Gathered): Topic | undefined {
  const { sentences, mentions } = reading
  const { index, text, paragraph } = sentence
  const { told } = into
  if (told.length === 0) return undefined
  const whole = itself(reading, sentence, into)
  if (whole !== undefined) return whole
  if (!THAT_PROJECT.test(text)) return undefined
  const before = sentences[index - 1]
  if (before === undefined || before.paragraph !== paragraph) return undefined
  const named = new Set((mentions[index - 1] ?? []).filter(({ label }) => label === 'Hospital').map(({ entity }) => entity))
  const [hospital] = named
  const works = hospital === undefined || named.size > 1 ? [] : worksOf(hospital, told)
  const [only] = works
  return only !== undefined && works.length === 1 ? { paragraph, told: [only] } : undefined
}

function worksOf(hospital: string, told: readonly Told[]): readonly Told[] {
  const own = told.filter(({ owners }) => owners.length === 1 && owners[0]?.entity === hospital)
  return [...new Map(own.map((one) => [one.id, one])).values()]
}

/** Whether a sentence told of so many works that a bare 项目 behind it means none of them. */
export function isOfMany({ told: [last, ...others] }: Topic, told: readonly Told[]): boolean {
  if (last === undefined || others.length > 0) return false
  const together = new Set(told.filter(({ sentence }) => sentence === last.sentence).map(({ id }) => id))
  return together.size >= MANY
}
