/** Numbers that look random and are the same for the same seed, so that an answer can be had again (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `count` different whole numbers below `among`, ascending; all of them where `count` is not smaller. */
export function drawNumbers(among: number, count: number, seed: number): Int32Array {
  const numbers = Int32Array.from({ length: among }, (_, at) => at)
  if (count >= among) return numbers
  const random = randomFrom(seed)
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(random() * (among - at))
    const kept = numbers[at]!
    numbers[at] = numbers[other]!
    numbers[other] = kept
  }
  return numbers.slice(0, count).sort()
}
