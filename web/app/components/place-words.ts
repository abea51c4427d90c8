/** Words of the district filter. */
import { textOf } from '../i18n/index.ts'

const zh = { district: '地区', allDistricts: '全部地区（{count}）', districtCount: '{name}（{count}）' } as const

const en: Record<keyof typeof zh, string> = {
  district: 'District',
  allDistricts: 'All districts ({count})',
  districtCount: '{name} ({count})',
}

export const usePlaceText = textOf<Record<keyof typeof zh, string>>({ zh, en })
