/** What cp1252 makes of the bytes above 0x7F, and the way back. */

/** The bytes 0x80–0x9F in order; where cp1252 has nothing, the control character stays. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const byteOf = new Map<string, number>()
for (let byte = 0x80; byte <= 0xff; byte++) byteOf.set(String.fromCharCode(byte), byte)
for (const [index, unit] of UPPER.split('').entries()) byteOf.set(unit, 0x80 + index)

/** The byte above 0x7F that a character came from, by cp1252 or by Latin-1. Undefined for any other character. */
export function highByteOf(unit: string): number | undefined {
  return byteOf.get(unit)
}

/** Characters that stand for a high byte in mojibake but are as usual in Chinese text itself. */
export function isAmbiguous(unit: string): boolean {
  return '‘’“”–—…·•×°'.includes(unit)
}
