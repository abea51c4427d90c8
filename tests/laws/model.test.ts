/** The model agrees with itself, and the schema follows from it. */
import { describe, expect, test } from 'vitest'
import {
  claimedTypes,
  entityLabels,
  entityProperties,
  families,
  forms,
  labelDefinitions,
  labels,
  relationDefinitions,
  relationProperties,
  relationTypes,
  type Attribute,
  type Caption,
} from '../../cypher/model/index.ts'
import { VERSION_LABEL, schemaStatements } from '../../cypher/schema/definition.ts'
import { edgeProperties, nodeProperties } from '../../cypher/schema/properties.ts'

const attributes: { owner: string; name: string; attribute: Attribute }[] = [
  ...Object.entries(labelDefinitions),
  ...Object.entries(relationDefinitions),
].flatMap(([owner, { attributes }]) =>
  Object.entries(attributes as Record<string, Attribute>).map(([name, attribute]) => ({ owner, name, attribute })),
)

/** Names that mean another thing on another label; each with its reason. */
const otherMeaning = new Map([
  ['kind', 'each label has its own closed list'],
  ['status', 'works, agreements and participation advance through different stages'],
  ['role', 'of a member or of a party'],
])

function captionFaults(where: string, { zh, en }: Caption): string[] {
  return /[一-龥]|^URL|^网址/.test(zh) && en.trim() !== '' && !/[一-龥]/.test(en) ? [] : [`${where}: ${zh} / ${en}`]
}

describe('模型', () => {
  test('标签和关系的名字各不相同，写法一致', () => {
    expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length)
    expect(labels.filter((label) => !/^[A-Z][A-Za-z]+$/.test(label))).toEqual([])
    expect(relationTypes.filter((type) => !/^[A-Z]+(?:_[A-Z]+)*$/.test(type))).toEqual([])
    expect(labels as readonly string[]).not.toContain(VERSION_LABEL)
    expect(attributes.map(({ name }) => name).filter((name) => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([])
  })
  test('同名属性同一种值、同一个单位、同一个名称', () => {
    const seen = new Map<string, { kind: string; unit: string | undefined }>()
    for (const { name, attribute } of attributes) {
      const known = seen.get(name) ?? { kind: attribute.kind, unit: attribute.unit }
      seen.set(name, known)
      expect([name, attribute.kind, attribute.unit]).toEqual([name, known.kind, known.unit])
    }
  })
  test('同名属性有不同的选项，都说明了原因', () => {
    const choices = new Map<string, string>()
    for (const { name, attribute } of attributes) {
      const own = JSON.stringify(Object.keys(attribute.choices ?? {}))
      if (choices.has(name) && choices.get(name) !== own) expect([...otherMeaning.keys()]).toContain(name)
      choices.set(name, own)
    }
  })
  test('每个名称都有中文和英文', () => {
    const faults = [
      ...Object.entries({ ...labelDefinitions, ...relationDefinitions }).flatMap(([name, { caption }]) => captionFaults(name, caption)),
      ...attributes.flatMap(({ owner, name, attribute }) => [
        ...captionFaults(`${owner}.${name}`, attribute.caption),
        ...Object.entries(attribute.choices ?? {}).flatMap(([choice, caption]) => captionFaults(`${owner}.${name}=${choice}`, caption)),
      ]),
      ...Object.entries(families).flatMap(([name, caption]) => captionFaults(name, caption)),
      ...Object.entries(forms).flatMap(([name, { caption }]) => captionFaults(name, caption)),
    ]
    expect(faults).toEqual([])
  })
  test('关系的两端都是有的标签，要证据的都是论断出来的', () => {
    for (const [type, { from, to, needsSentence }] of Object.entries(relationDefinitions)) {
      expect([...from, ...to].filter((label) => !labels.includes(label))).toEqual([])
      if (needsSentence) expect(claimedTypes as readonly string[]).toContain(type)
    }
  })
  test('自己的属性不与共有的重名', () => {
    // LOCATED_IN and PART_OF declare `basis`, which every relation has: one value, said twice.
    const clashes = attributes.filter(({ owner, name }) => {
      const common: readonly string[] = (entityLabels as readonly string[]).includes(owner) ? entityProperties : relationProperties
      const hasCommon = (entityLabels as readonly string[]).includes(owner) || (claimedTypes as readonly string[]).includes(owner)
      return hasCommon && common.includes(name) && name !== 'basis'
    })
    expect(clashes).toEqual([])
  })
})

describe('由模型生成的结构', () => {
  test('每个标签有唯一约束，其后有同键的索引', () => {
    const statements = schemaStatements()
    for (const label of labels) {
      const constraint = statements.findIndex((text) => text.includes(`FOR (n:${label}) REQUIRE n.id IS UNIQUE`))
      const index = statements.findIndex((text) => text.includes(`FOR (n:${label}) ON (n.id)`))
      expect([label, constraint >= 0, index > constraint]).toEqual([label, true, true])
    }
    expect(new Set(statements).size).toBe(statements.length)
    expect(statements.every((text) => text.includes('IF NOT EXISTS'))).toBe(true)
  })
  test('每个标签、每种关系都列得出属性，都有编号', () => {
    for (const label of labels) expect(nodeProperties(label)).toContain('id')
    for (const type of claimedTypes) expect(edgeProperties(type)).toEqual(expect.arrayContaining([...relationProperties]))
  })
})
