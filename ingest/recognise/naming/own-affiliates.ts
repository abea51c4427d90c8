/** 第一附属医院 on a page of 江州医学院 that says 我校: the hospital of that number of the school whose page it is. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Hit, NamingContext } from './context.ts'

type FindNames = (context: NamingContext, text: string) => readonly Hit[]

/** By its number alone, where no school stands before it. */
const BARE = /(?<![〇㐀-鿿])(?:(?:学校|我校|直属|和|与|及|、|在|由|到|即)*)(?<name>第[一二三四五六]附属医院|附属第[一二三四五六]医院)/gu
const ANY = /第[一二三四五六]附属医院|附属第[一二三四五六]医院/u
/** Sentences at whose head a page names the school that it is of. */
const HEAD = 4

/** Binds the numbered hospitals of the school that speaks, where the head of its page names no other. */
export function bindOwnAffiliates(context: NamingContext, sentences: readonly { readonly text: string }[], find: FindNames): void {
  if (!context.says('我校') || !sentences.some(({ text }) => ANY.test(text))) return
  const schools = sentences
    .slice(0, HEAD)
    .flatMap(({ text }) => find(context, text))
    .flatMap(({ named }) => (named.label === 'Institution' && /(?:大学|学院)$/u.test(named.name) ? [named] : []))
  const [school] = schools
  if (school === undefined || schools.some(({ entity }) => entity !== school.entity)) return
  for (const { text } of sentences)
    for (const { groups } of matchesOf(BARE, text)) {
      const said = groups?.['name'] ?? ''
      if (said === '' || context.aliases.get(said) !== undefined) continue
      const whole = school.name + said
      const hit = find(context, whole).find(({ from, to, named }) => from === 0 && to === whole.length && named.label === 'Hospital')
      if (hit !== undefined) context.aliases.set(said, hit.named)
    }
}
