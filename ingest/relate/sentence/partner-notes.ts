/** Notes behind a name that tell whom it works with: 甲（对口单位：乙）. */

const REACH = 20
const NOTE =
  /^（(?:定点|主要|现)?(对口|帮扶|支援|结对|托管|合作|协作|受援|援助|帮带|包联|依托)[^（）：，。；、]{0,5}?(?:单位|医院|机构|方|院)?(?:[：:]|为|是)/u
/** 甲（对口帮扶乙）, 甲（依托乙）: what it does for the one that follows, or by whom it is borne. */
const DOES = /^（(?:现|主要)?(?:对口|结对|定点|组团式?)?(帮扶|支援|托管|领办|帮带|包联|依托)(?=[^（）：，。；、]{4,24}）)/u
const FORMS: Readonly<Record<string, string>> = {
  托管: 'form-托管',
  领办: 'form-托管',
  协作: 'form-合作',
  合作: 'form-合作',
  依托: 'form-依托运行',
}
const FORMS_BEHIND: Readonly<Record<string, string>> = {
  托管: 'form-托管',
  代管: 'form-托管',
  协作: 'form-技术协作',
  指导: 'form-技术协作',
  合作: 'form-技术协作',
  医联体: 'form-医联体',
}
const LONGEST = 40

/** 甲（由乙托管）, 甲（乙医联体成员单位）: what follows the name in the note says so. */
const BEHIND_NAME =
  /^（(?:现|已|目前)?(?:由|受|加挂|增挂|挂)?[^（）：，。；、]{4,24}?(托管|代管|帮扶|支援|协作|指导|合作|医联体)(?:管理|[^（）：，。；、]{0,4}(?:单位|医院|成员))?(?:的?(?:牌子|牌匾))?）/u
const BY = /^（(?:现|已|目前)?(?:由|受|加挂|增挂|挂)?/u

/** The classes of such a note that opens at `from`, and where the name in it begins; undefined where none does. */
export function partnerNote(text: string, from: number): { to: number; classes: readonly string[] } | undefined {
  if (text.charAt(from) !== '（') return undefined
  const [note, kind = ''] = NOTE.exec(text.slice(from, from + REACH)) ?? DOES.exec(text.slice(from, from + LONGEST)) ?? []
  if (note === undefined) return noteBehindName(text, from)
  return { to: from + note.length, classes: ['partner-note', FORMS[kind] ?? 'form-对口支援', 'form'] }
}

function noteBehindName(text: string, from: number): { to: number; classes: readonly string[] } | undefined {
  const note = text.slice(from, from + LONGEST)
  const kind = BEHIND_NAME.exec(note)?.[1]
  if (kind === undefined) return undefined
  return { to: from + (BY.exec(note)?.[0].length ?? 1), classes: ['partner-note', FORMS_BEHIND[kind] ?? 'form-对口支援', 'form'] }
}
