/** Notes behind a name that tell whom it works with: 甲（对口单位：乙）. */

const REACH = 20
const NOTE =
  /^（(?:定点|主要|现)?(对口|帮扶|支援|结对|托管|合作|协作|受援|援助|帮带|包联)[^（）：，。；、]{0,5}?(?:单位|医院|机构|方|院)?(?:[：:]|为|是)/u
const FORMS: Readonly<Record<string, string>> = { 托管: 'form-托管', 协作: 'form-合作', 合作: 'form-合作' }

/** The classes of such a note that opens at `from`, and where the name in it begins; undefined where none does. */
export function partnerNote(text: string, from: number): { to: number; classes: readonly string[] } | undefined {
  if (text.charAt(from) !== '（') return undefined
  const [note, kind = ''] = NOTE.exec(text.slice(from, from + REACH)) ?? []
  return note === undefined ? undefined : { to: from + note.length, classes: ['partner-note', FORMS[kind] ?? 'form-对口支援', 'form'] }
}
