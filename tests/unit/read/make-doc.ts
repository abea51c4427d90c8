/**
 * The smallest binary Word file: a compound file with a text stream and a piece table. No writer of the format runs in
 * Node; tests/slow/libreoffice.test.ts reads what a real one writes.
 */

const SECTOR = 512
const END = -2
const FREE = -1
const FAT = -3
/** Streams from this size on lie in sectors of their own. */
const LEAST_STREAM = 4096

/** A paragraph ends with \r, a cell with \x07. */
export function makeDoc(text: string): Uint8Array {
  const begin = 1024
  const document = Buffer.alloc(Math.max(LEAST_STREAM, Math.ceil((begin + text.length * 2) / SECTOR) * SECTOR))
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt32LE(begin, 0x18)
  document.writeUInt32LE(text.length, 0x4c)
  // Empty tables of properties: their length is that of one position.
  for (const at of [0xfe, 0x106]) document.writeUInt32LE(4, at)
  document.write(text, begin, 'utf16le')
  const table = Buffer.alloc(LEAST_STREAM)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(0, 5)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(begin, 15)
  return makeCompound({ WordDocument: document, '0Table': table })
}

/** A compound file of streams. */
export function makeCompound(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const names = Object.keys(streams)
  const chain: number[] = [FAT, END]
  const starts = names.map((name) => {
    const start = chain.length
    const count = (streams[name]?.length ?? 0) / SECTOR
    for (let index = 0; index < count; index++) chain.push(index === count - 1 ? END : start + index + 1)
    return start
  })
  const fat = Buffer.alloc(SECTOR, 0xff)
  for (const [index, next] of chain.entries()) fat.writeInt32LE(next, index * 4)
  const directory = Buffer.alloc(SECTOR)
  writeEntry(directory, 0, { name: 'Root Entry', type: 5, child: 1, start: END, size: 0, right: FREE })
  for (const [index, name] of names.entries()) {
    const right = index + 2 <= names.length ? index + 2 : FREE
    writeEntry(directory, index + 1, { name, type: 2, child: FREE, start: starts[index] ?? END, size: streams[name]?.length ?? 0, right })
  }
  return Buffer.concat([makeHeader(), fat, directory, ...names.map((name) => streams[name] ?? Buffer.alloc(0))])
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly child: number
  readonly right: number
  readonly start: number
  readonly size: number
}

function writeEntry(directory: Buffer, index: number, { name, type, child, right, start, size }: Entry): void {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeUInt8(type, at + 66)
  directory.writeInt32LE(FREE, at + 68)
  directory.writeInt32LE(right, at + 72)
  directory.writeInt32LE(child, at + 76)
  directory.writeInt32LE(start, at + 116)
  directory.writeInt32LE(size, at + 120)
}

function makeHeader(): Buffer {
  const header = Buffer.alloc(SECTOR, 0xff)
  header.fill(0, 0, 76)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeInt32LE(1, 44)
  header.writeInt32LE(1, 48)
  header.writeInt32LE(LEAST_STREAM, 56)
  header.writeInt32LE(END, 60)
  header.writeInt32LE(END, 68)
  header.writeInt32LE(0, 76)
  return header
}
