/** Where works stand, by their owner or the name of their campus. */
import type { Reading } from '../../../reading.ts'
import { knownIn, type Owner } from './named-owner.ts'

/** The division in which the works stand: that of the owner where it lies in the home, else the home. */
export function placeOf(owner: Owner, built: string, reading: Reading): string | undefined {
  const home = reading.document.home.at(-1)
  const anchor = owner.entity.split('/')[1] ?? ''
  if (owner.label === 'District') return owner.entity
  if (owner.township !== undefined) return owner.township
  const campus = placeOfCampus(owner.campus + built, reading)
  if (campus !== undefined) return campus
  if (home?.adcode !== undefined && /^\d{6,9}$/u.test(anchor)) {
    const stem = home.adcode.replace(/(?:00)+$/u, '')
    // A campus that a hospital of another place has here stands here.
    if (!anchor.startsWith(stem) && /院区|分院/u.test(owner.campus + built) && reading.document.speaker !== owner.entity) return home.id
    if (anchor.startsWith(stem) || !stem.startsWith(anchor.replace(/(?:00)+$/u, '')))
      return knownIn(reading).districts.has(`district/${anchor}`) ? `district/${anchor}` : home.id
  }
  return home?.id
}

/** 南湖院区, on a page that names 南湖区: where it stands by its name. */
const OF_PLACE = /^([〇㐀-鿿]{2,4}?)(?:院区|分院|分部)/u

function placeOfCampus(campus: string, reading: Reading): string | undefined {
  const stem = OF_PLACE.exec(campus)?.[1]
  if (stem === undefined) return undefined
  const named = new RegExp(`^${stem}[区县市]$`, 'u')
  for (const list of reading.mentions) {
    const place = list.find(({ label, name }) => label === 'District' && named.test(name))
    if (place !== undefined) return place.entity
  }
  return undefined
}
