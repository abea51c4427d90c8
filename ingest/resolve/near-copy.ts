/** Finds sentences that were copied from one another with small changes, in time linear in their number. */

const SHINGLE = 4
const BANDS = 4
const ROWS = 4
/** With 4 bands of 4 rows a pair that shares 90% of its shingles is found with 99%, one that shares half with 23%, a third with 5%. */
const SEEDS = Array.from({ length: BANDS * ROWS }, (_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 0)

/** Keys of a sentence: two sentences that share one are near-copies. An empty or very short sentence has only itself as key. */
export function copyKeys(sentence: string): number[] {
  const text = sentence.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '')
  if (text.length === 0) return []
  if (text.length < 12) return [hashOf(text, 0, text.length)]
  const smallest = new Uint32Array(SEEDS.length).fill(0xffffffff)
  for (let at = 0; at + SHINGLE <= text.length; at += 1) {
    const hash = hashOf(text, at, at + SHINGLE)
    for (let row = 0; row < SEEDS.length; row += 1) {
      const mixed = mix(hash ^ SEEDS[row]!)
      if (mixed < smallest[row]!) smallest[row] = mixed
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band + 1
    for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) key = mix(Math.imul(key, 31) ^ smallest[row]!)
    return key
  })
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let index = from; index < to; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function mix(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
