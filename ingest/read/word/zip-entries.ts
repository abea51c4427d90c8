/** Looks into a zip file and unpacks it within limits: what the file says of sizes is checked against what comes out. */
import { Inflate } from 'fflate'

export interface ZipEntry {
  readonly name: string
  /** Bytes, as the file declares them. */
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  /** Where its local header begins. */
  readonly at: number
  readonly isEncrypted: boolean
}

export const MOST_UNPACKED = 200 * 1024 * 1024
/** Text packs to about a tenth; a hundredth is what only repetition gives. */
const DEAREST_RATIO = 100
/** A small part may be all repetition (an empty theme, a page of blanks). */
const RATIO_FROM = 10 * 1024 * 1024
const MOST_ENTRIES = 10_000

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The entries of a zip file from its central directory; undefined where there is none or it is damaged. */
export function listZip(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = viewOf(bytes)
  let end = bytes.length - END_SIZE
  const lowest = Math.max(0, end - LONGEST_COMMENT)
  while (end >= lowest && view.getUint32(end, true) !== END) end--
  if (end < lowest) return undefined
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES)
  const entries: ZipEntry[] = []
  for (let at = view.getUint32(end + 16, true), index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Whether what the entries declare is already too much. */
export function isBomb(entries: readonly ZipEntry[], size: number): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return unpacked > MOST_UNPACKED || (unpacked > RATIO_FROM && unpacked > size * DEAREST_RATIO)
}

/** Entries that were unpacked; `bomb` and `damaged` say why there are none. */
export type Unpacked = { readonly files: Record<string, Uint8Array> } | { readonly fault: 'bomb' | 'damaged' }

/** Unpacks the wanted entries, and stops as soon as more comes out than was declared or allowed. */
export function unpack(bytes: Uint8Array, entries: readonly ZipEntry[]): Unpacked {
  const files: Record<string, Uint8Array> = {}
  let left = MOST_UNPACKED
  for (const entry of entries) {
    const data = packedBytes(bytes, entry)
    if (data === undefined || entry.isEncrypted) return { fault: 'damaged' }
    const file = entry.method === 0 ? data : entry.method === 8 ? inflate(data, Math.min(left, entry.unpacked)) : undefined
    if (file === 'more') return { fault: 'bomb' }
    if (file === undefined) return { fault: 'damaged' }
    left -= file.length
    if (left < 0) return { fault: 'bomb' }
    files[entry.name] = file
  }
  return { files }
}

function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return undefined
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return from + packed > bytes.length ? undefined : bytes.subarray(from, from + packed)
}

/** Packed bytes that go in at a time: at most a thousandfold comes out before the next look. */
const STEP = 16 * 1024

function inflate(data: Uint8Array, most: number): Uint8Array | 'more' | undefined {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((part) => {
    length += part.length
    if (length <= most) parts.push(part)
  })
  try {
    for (let at = 0; at < data.length || at === 0; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
      if (length > most) return 'more'
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
  return join(parts, length)
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
