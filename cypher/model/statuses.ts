/** The closed lists of statuses, in the order in which they advance. */
import type { Caption } from './attributes.ts'

/** Stages of works, earliest first; suspended stands outside the order. */
export const projectStatuses = {
  planned: { zh: '计划', en: 'planned' },
  preliminary: { zh: '前期', en: 'preliminary' },
  started: { zh: '开工', en: 'started' },
  under_construction: { zh: '在建', en: 'under construction' },
  topped_out: { zh: '封顶', en: 'topped out' },
  completed: { zh: '竣工', en: 'completed' },
  in_use: { zh: '投用', en: 'in use' },
  suspended: { zh: '暂停', en: 'suspended' },
} as const satisfies Record<string, Caption>
export type ProjectStatus = keyof typeof projectStatuses

/** Of a cooperation or a membership. */
export const agreementStatuses = {
  planned: { zh: '计划', en: 'planned' },
  in_effect: { zh: '生效', en: 'in effect' },
  ended: { zh: '终止', en: 'ended' },
} as const satisfies Record<string, Caption>

/** Of taking part in an initiative. */
export const participationStatuses = {
  planned: { zh: '计划', en: 'planned' },
  in_effect: { zh: '推进', en: 'under way' },
  achieved: { zh: '完成', en: 'achieved' },
} as const satisfies Record<string, Caption>
export type ParticipationStatus = keyof typeof participationStatuses

/** Place of a project status in the order of works; suspended ranks below all, so that a later stage wins. */
export function projectStage(status: string): number {
  return status === 'suspended' ? -1 : Object.keys(projectStatuses).indexOf(status)
}
