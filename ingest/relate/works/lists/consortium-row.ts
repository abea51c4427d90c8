/** 青岚县医疗健康总院医养中心 in a table of works: a consortium builds nothing, its district does. */
import { factsOf } from '../../../recognise/names.ts'
import type { SentenceMention } from '../../../reading.ts'
import type { Owned } from '../owners/named-owner.ts'
import { isGroupHospital } from '../objects/objects.ts'
import { readTail } from '../objects/tail.ts'
import type { WorksWords } from '../objects/words.ts'
import { worksObject } from '../objects/works-object.ts'

/** The house that the name column of a row gives behind a consortium. */
export function houseOfConsortium(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  { mentions, words }: { readonly mentions: readonly SentenceMention[]; readonly words: WorksWords },
): Owned | undefined {
  const bodies = mentions.filter((one) => one.label !== 'District' && one.from >= from && one.to <= to)
  const [body] = bodies
  if (body?.label !== 'Consortium' || bodies.length > 1 || isGroupHospital(body) || text.slice(from, body.from).trim() !== '')
    return undefined
  const place = factsOf(body)?.place
  const tail = place === undefined ? undefined : readTail(text, body.to, to, words)
  if (place === undefined || tail === undefined) return undefined
  const name = text.slice(body.from, body.to)
  const own = name.startsWith(place.name) ? name.slice(place.name.length) : name.replace(/^[省市县区旗州]/u, '')
  const { needs, works, to: end } = tail
  const object = worksObject({
    from: body.from,
    to: end,
    owners: [],
    tail: own + tail.text,
    works,
    needs,
    rule: 'works/owner-and-object',
  })
  return { object, owners: [{ entity: place.id, label: 'District', name: place.name, campus: '' }] }
}
