/** Finds text that was read as cp1252 (“½¡¿µ” for 健康), without firing on accented Latin, and has it repaired. */
import type { Problem, Span } from '../../cypher/model/index.ts'
import { highByteOf } from './repair/cp1252.ts'
import { repairMojibake } from './repair/repair-mojibake.ts'

const isSuspect = (unit: string): boolean => highByteOf(unit) !== undefined
/** Signs that Chinese text has too, and blanks, do not begin a run. */
const begins = (unit: string): boolean => unit > '\u00A0' && unit <= '\u00FF' && unit !== '·'
/** What may stand between the wrong characters of a run. */
const isNeutral = (unit: string): boolean => !/\p{Script=Han}/u.test(unit)

/** Shorter runs may be a name or a formula. */
const LEAST_SUSPECTS = 24
/** Letters of Latin words stand alone between ASCII letters; here nearly all are high, one after another. */
const LEAST_SHARE = 0.5
/** Longer runs are left as they are, and told: to repair one takes about a second in 100,000 characters. */
const MOST_REPAIRED = 500_000

/** Whether the run, taken back to its bytes, is mostly Chinese. */
function readsAsChinese(run: string): boolean {
  const bytes: number[] = []
  for (const unit of run) {
    const byte = highByteOf(unit)
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
    // Most of a text neither begins a run nor stands in one.
    if (start < 0 && text.charCodeAt(at) > 0xff) continue
    const unit = text.charAt(at)
    if (isSuspect(unit) && (start >= 0 || begins(unit))) {
      if (start < 0) start = at
      end = at + 1
      suspects++
    } else if (start >= 0 && !isNeutral(unit)) close()
  }
  if (start >= 0) close()
  return spans
}

/** The text with its mojibake repaired, and a problem for each place, with its span in the repaired text. `path` is for the messages. */
export function repairText(text: string, path: string): { text: string; problems: Problem[] } {
  const problems: Problem[] = []
  let repaired = ''
  let from = 0
  let left = MOST_REPAIRED
  for (const span of findMojibake(text)) {
    repaired += text.slice(from, span.start)
    from = span.end
    const run = text.slice(span.start, span.end)
    const chinese = run.length > left ? undefined : repairMojibake(run)
    if (chinese !== undefined) left -= run.length
    const start = repaired.length
    repaired += chinese ?? run
    problems.push({ ...tellRun(span, chinese !== undefined, path), start, end: repaired.length })
  }
  return { text: repaired + text.slice(from), problems }
}

function tellRun({ start, end }: Span, isRepaired: boolean, path: string): Problem {
  const where = `第 ${start + 1} 至 ${end} 字是乱码（中文被当作西文）`
  return isRepaired
    ? { code: 'read.mojibake-repaired', message: `原文件${where}，已还原为中文后读取，还原处请对照原文件：${path}` }
    : { code: 'read.mojibake', message: `${where}，这一段未读：${path}` }
}
