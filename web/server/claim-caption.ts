/** One line of Chinese for what a claim says: 甲 — 合作（签约，生效，2022） — 乙. */
import {
  labelDefinitions,
  relationDefinitions,
  type Attribute,
  type AttributeValue,
  type AttributeValues,
} from '../../cypher/model/index.ts'
import { endsOfId, labelOfId } from '../../cypher/store/rows.ts'

function sayValue(attribute: Attribute | undefined, value: AttributeValue): string {
  const words = (Array.isArray(value) ? value : [value]).map((one) => attribute?.choices?.[String(one)]?.zh ?? String(one))
  return `${words.join('、')}${attribute?.unit ?? ''}`
}

/** Captions a claim about a relation or an entity, with the names of things looked up by id. */
export function captionClaim(target: string, said: AttributeValues, nameOf: (id: string) => string): string {
  if (!/^[A-Z_]+\(/.test(target)) return captionStatement(target, said, nameOf)
  const { type, from, to } = endsOfId(target)
  const { caption, attributes } = relationDefinitions[type]
  const known: Readonly<Record<string, Attribute>> = attributes
  const details = Object.entries(said)
    .filter(([key]) => key in known && key !== 'forms')
    .map(([key, value]) => sayValue(known[key], value))
  const bracket = details.length > 0 ? `（${details.join('，')}）` : ''
  return `${nameOf(from)} — ${caption.zh}${bracket} — ${nameOf(to)}`
}

function captionStatement(target: string, said: AttributeValues, nameOf: (id: string) => string): string {
  const known: Readonly<Record<string, Attribute>> = labelDefinitions[labelOfId(target)].attributes
  const told = Object.entries(said).flatMap(([key, value]) => {
    if (key === 'sameAs') return [`又名 ${nameOf(String(value))}`]
    const attribute = known[key]
    return attribute ? [`${attribute.caption.zh} ${sayValue(attribute, value)}`] : []
  })
  return `${nameOf(target)}：${told.join('，') || '同一事物的另一名称'}`
}
