/** Finds GBK text that was read as cp1252 (“½¡¿µ” for 健康), without firing on accented Latin. Repairs nothing. */
import type { Span } from '../../cypher/model/index.ts'

/** What cp1252 makes of bytes 0x80–0x9F. */
const HIGH = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const isSuspect = (unit: string): boolean => (unit >= '\u00A0' && unit <= '\u00FF') || HIGH.includes(unit)
/** Signs that Chinese text has too, and that stand between runs. */
const isNeutral = (unit: string): boolean => !/\p{Script=Han}/u.test(unit)

/** Shorter runs may be a name or a formula. */
const LEAST_SUSPECTS = 24
/** Letters of Latin words stand alone between ASCII letters; here nearly all are high, one after another. */
const LEAST_SHARE = 0.5

const bytesOf = new Map<string, number>()
for (let byte = 0xa0; byte <= 0xff; byte++) bytesOf.set(String.fromCharCode(byte), byte)
const CP1252 = [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f]
for (const [index, unit] of [...HIGH].entries()) bytesOf.set(unit, CP1252[index] ?? 0x3f)

/** Whether the run, taken back to its bytes, is mostly Chinese. */
function readsAsChinese(run: string): boolean {
  const bytes: number[] = []
  for (const unit of run) {
    const byte = bytesOf.get(unit)
    if (byte !== undefined) bytes.push(byte)
    else if (bytes.at(-1) !== 0x0a) bytes.push(0x0a)
  }
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).replaceAll('\n', '')
  const han = text.match(/[\p{Script=Han}，。、；：“”（）！？—]/gu)?.length ?? 0
  return han > text.length * 0.8
}

/** Spans of mojibake, in order; each runs from its first to its last wrong character. */
export function findMojibake(text: string): Span[] {
  const spans: Span[] = []
  let start = -1
  let end = -1
  let suspects = 0
  const close = (): void => {
    const run = text.slice(start, end)
    const letters = run.match(/[^\s\d\p{P}]/gu)?.length ?? 1
    if (suspects >= LEAST_SUSPECTS && suspects >= letters * LEAST_SHARE && readsAsChinese(run)) spans.push({ start, end })
    start = -1
    suspects = 0
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (isSuspect(unit) && (start >= 0 || (unit >= '\u00A0' && unit <= '\u00FF' && unit !== '\u00A0' && unit !== '·'))) {
      if (start < 0) start = at
      end = at + 1
      suspects++
    } else if (start >= 0 && !isNeutral(unit)) close()
  }
  if (start >= 0) close()
  return spans
}
