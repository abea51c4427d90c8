/** Encodes Chinese as GBK, from the decoder that Node has: two bytes a character, '?' where there are none. */

const decoder = new TextDecoder('gb18030')
const pairs = new Map<string, readonly [number, number]>()
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const text = decoder.decode(Uint8Array.of(lead, trail))
    if (text.length === 1 && text !== '\uFFFD' && !pairs.has(text)) pairs.set(text, [lead, trail])
  }
}

export function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((unit) => (unit < '\u0080' ? [unit.charCodeAt(0)] : (pairs.get(unit) ?? [0x3f]))))
}

/** What a program that takes GBK for cp1252 shows; `dropsHyphens` as many programs do with U+00AD. */
export function toMojibake(text: string, dropsHyphens: boolean): string {
  const wrong = new TextDecoder('windows-1252').decode(encodeGbk(text))
  return dropsHyphens ? wrong.replaceAll('\u00AD', '') : wrong
}
