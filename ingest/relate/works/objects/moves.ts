/** 甲中心即将搬迁至滨江区: a body that is to move to another place, for which a house is built. */

const TO_MOVE =
  /^(?:也|还|已|现已|正式|未来|今后|近期|年内)*(?:确定|决定|计划|规划|拟|即将|将|预计|有望)+(?:于[^，。；]{2,10}?(?:确定|决定|计划|规划|拟|即将|将|预计|有望)*)?(?:整体)?(?:搬迁|迁址|迁移|迁建|搬|迁)(?:至|到|往|入)(?<where>[^，。；]{2,24})$/u
/** 搬迁至新院区: into what stands already. */
const STANDING = /新院|新址|院区|楼|层|病区|室|科|[内旁]$/u

/** Whether what stands behind the name of a body only says where it is to move. */
export function isToMove(behind: string): boolean {
  const where = TO_MOVE.exec(behind)?.groups?.['where']
  return where !== undefined && !STANDING.test(where)
}
