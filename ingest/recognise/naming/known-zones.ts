/** The zones without a code that the lexicon knows by name. */
import type { Lexicon } from '../../lexicon/lexicon.ts'

const zonesByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

/** Zones without a code whose names hold no place (雄安新区), with the code of the division above. */
export function knownZones(lexicon: Lexicon): ReadonlyMap<string, string> {
  let zones = zonesByLexicon.get(lexicon)
  if (zones === undefined) {
    zones = new Map(lexicon.words('zones').map((row): [string, string] => [row.slice(0, -6), row.slice(-6)]))
    zonesByLexicon.set(lexicon, zones)
  }
  return zones
}

const endingsByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, readonly (readonly [name: string, code: string])[]>>()

/** Units by which a known zone is looked up from its end. */
const ENDING = 3

/** The known zone with which a text ends, the longest. Undefined where none does. */
export function knownZoneAtEnd(lexicon: Lexicon, text: string): { readonly name: string; readonly code: string } | undefined {
  let endings = endingsByLexicon.get(lexicon)
  if (endings === undefined) {
    const made = new Map<string, (readonly [string, string])[]>()
    for (const zone of [...knownZones(lexicon)].sort(([a], [b]) => b.length - a.length)) {
      const list = made.get(zone[0].slice(-ENDING))
      if (list === undefined) made.set(zone[0].slice(-ENDING), [zone])
      else list.push(zone)
    }
    endingsByLexicon.set(lexicon, (endings = made))
  }
  const found = endings.get(text.slice(-ENDING))?.find(([name]) => text.endsWith(name))
  return found === undefined ? undefined : { name: found[0], code: found[1] }
}
