/** Words of the timeline. */
import { textOf } from '../../i18n/index.ts'

const zh = {
  title: '时间轴',
  intro: '文件写明年份的合作、加入与建设，计划与已有其事分列',
  undated: '另有 {count} 条没有写明年份',
  limited: '太多，只取回较近的一部分',
  empty: '还没有写明年份的关系',
  emptyHint: '读入的文件里没有写明哪一年签约、加入或建设',
  emptyFilter: '没有符合的关系',
  reset: '清除条件',
  search: '按名称查找',
  count: '{count} 条',
  deeds: '已有其事',
  plans: '计划',
  year: '{year} 年',
  open: '看原句：{name}',
} as const

const en: Record<keyof typeof zh, string> = {
  title: 'Timeline',
  intro: 'Cooperation, membership and works that a text gives a year, plans apart from deeds',
  undated: '{count} more have no year',
  limited: 'Too many: only the more recent were fetched',
  empty: 'Nothing with a year has been read',
  emptyHint: 'No document says in which year something was agreed, joined or built',
  emptyFilter: 'Nothing matches',
  reset: 'Clear',
  search: 'Find by name',
  count: '{count}',
  deeds: 'Done or under way',
  plans: 'Planned',
  year: '{year}',
  open: 'Sentences: {name}',
}

export const useWords = textOf<Record<keyof typeof zh, string>>({ zh, en })
