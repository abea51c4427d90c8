/** 2024年重点项目：甲项目（计划投资7500万元）；乙项目（计划投资1600万元）: what a year is to bring. */
import type { Ground } from '../ground.ts'
import type { Told } from '../tell.ts'

const LEAD =
  /^(?:\d{1,2}[.、])?(?:20\d{2}年度?|今年|全年|年度)(?:全[省市县区州旗]|我[省市县区州旗]|卫生健康|医疗卫生|卫生|系统)*(?:重[点大]|民生|拟建|计划)(?:民生|建设|实施|卫生)*(?:项目|工程)(?:计划|安排|清单|名单|\d+个)*：/u
const TO_COST = /^[^。；]{0,3}(?:（|，)(?:计划|拟|预计|估算)(?:完成)?总?投资/u
const MOST_COST = 16

/** Whether works stand in such a list, with what they are to cost right behind them and no word on how far they are. */
export function isPlannedInList({ object }: Told, { text }: Ground): boolean {
  return TO_COST.test(text.slice(object.to, object.to + MOST_COST)) && LEAD.test(text)
}
