/** Tables over the units of a text. */

/** One for each of these characters, 0 for all others: in a loop over a text, cheaper than an expression or a set. */
export function unitTable(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}
