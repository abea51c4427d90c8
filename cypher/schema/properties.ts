/** Every property that the store keeps, by label and by relation type: what queries may name and the console completes. */
import {
  claimedTypes,
  entityLabels,
  entityProperties,
  labelDefinitions,
  relationDefinitions,
  relationProperties,
  type Label,
  type RelationType,
} from '../model/index.ts'

/** Kept by the store beside what the model defines: for search, for folding's reasons, for the texts themselves. */
const keptBeside: Readonly<Partial<Record<Label, readonly string[]>>> = {
  ProgramFamily: ['id', 'name'],
  Document: ['id', 'home', 'speaker', 'pages', 'problems', 'stamp'],
  Claim: ['id', 'kind'],
}
const keptOfEntities = [...entityProperties, 'search', 'conflict', 'united']

/** Names of all properties of nodes with this label. */
export function nodeProperties(label: Label): string[] {
  const isEntity = (entityLabels as readonly Label[]).includes(label)
  return [...new Set([...(isEntity ? keptOfEntities : (keptBeside[label] ?? [])), ...Object.keys(labelDefinitions[label].attributes)])]
}

/** Names of all properties of relations of this type. */
export function edgeProperties(type: RelationType): string[] {
  const folded = (claimedTypes as readonly RelationType[]).includes(type) ? relationProperties : []
  return [...new Set([...folded, ...Object.keys(relationDefinitions[type].attributes)])]
}
