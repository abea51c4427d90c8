/** The short form that an analyst would say: no district inside its own ground, no long province, at most 12 characters. */

/** Characters of a label on the canvas. */
export const MAX_LABEL = 12

const DIVISION = /^.{1,6}?(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗)/
/** A name left with only this says too little: 区人民医院 is good, 医院 is not. */
const FEWEST_LEFT = 3

/** Takes a district's name, in any of its lengths, from the front of a name; gives the name unchanged where little would be left. */
export function leaveDistrictOut(name: string, districtName: string | null): string {
  if (!districtName) return name
  const forms = [districtName, ...districtName.split(/\s+|·/)].filter((form) => form.length >= 2)
  for (const form of forms.sort((a, b) => b.length - a.length)) {
    const at = name.indexOf(form)
    // The district stands at the front or behind its parents (宁波市奉化区人民医院), never deep inside.
    if (at < 0 || at > 9) continue
    const rest = name.slice(at + form.length)
    if (rest.length >= FEWEST_LEFT) return rest
  }
  return name
}

/** 浙江省肿瘤医院宁波院区 → 省肿瘤医院宁波院区, only where the name is too long. */
function shortenProvince(name: string): string {
  const province = /^(.{2,3})省(?=.{5,})/.exec(name)
  return province ? name.slice(province[1]?.length) : name
}

function dropLeadingDivisions(name: string): string {
  let rest = name
  while (rest.length > MAX_LABEL) {
    const division = DIVISION.exec(rest)
    if (!division || rest.length - division[0].length < 5) break
    rest = rest.slice(division[0].length)
  }
  return rest
}

/** Cuts in the middle of a long name, so that its head and its kind both stay: 宁波市奉化…服务中心. */
export function ellipsis(name: string, length = MAX_LABEL): string {
  if (name.length <= length) return name
  const tail = Math.floor((length - 1) * 0.4)
  return `${name.slice(0, length - 1 - tail)}…${name.slice(name.length - tail)}`
}

interface Named {
  readonly name: string
  readonly aliases: readonly string[]
  readonly districtName: string | null
  readonly local: boolean
}

/** The label of a thing on the canvas. */
export function shortName(thing: Named): string {
  const own = thing.local ? leaveDistrictOut(thing.name, thing.districtName) : thing.name
  if (own.length <= MAX_LABEL) return own
  const province = shortenProvince(own)
  if (province.length <= MAX_LABEL) return province
  const alias = thing.aliases.filter((name) => name.length >= 4 && name.length <= MAX_LABEL).sort((a, b) => b.length - a.length)[0]
  return ellipsis(alias ?? dropLeadingDivisions(own))
}
