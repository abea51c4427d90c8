/** Bytes to text: a byte order mark, then UTF-8, then GB18030, then the lesser evil, which is told. */
import { startsWith } from './file-kind.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** U+FFFD that decoding had to put in. */
  readonly lost: number
}

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** What a file of no known kind is, if its control characters show that it is no text. */
export function findBinary(bytes: Uint8Array): string | undefined {
  if (MARKS.some(({ bytes: mark }) => startsWith(bytes, mark))) return undefined
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  // A stray NUL or form feed happens in exported text; one byte in fifty does not.
  return controls * 50 > sample.length ? '二进制文件' : undefined
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, lost: text.match(/\uFFFD/gu)?.length ?? 0 }
}

/** Decodes; `lost` is above 0 where bytes made no sense. NUL becomes U+FFFD, because no store keeps it. */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decodeAny(bytes)
  return decoded.text.includes('\0') ? { ...decoded, text: decoded.text.replaceAll('\0', '\uFFFD') } : decoded
}

function decodeAny(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(({ bytes: first }) => startsWith(bytes, first))
  if (mark !== undefined) return decodeLoosely(bytes, mark.encoding)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', lost: 0 }
  const loose = decodeLoosely(bytes, 'utf-8')
  // A cut or broken character in a UTF-8 file loses few; a GBK file read as UTF-8 loses nearly every character.
  const readable = loose.text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (loose.lost * 10 <= readable) return loose
  const gb = decodeStrictly(bytes, 'gb18030')
  if (gb !== undefined) return { text: gb, encoding: 'gb18030', lost: 0 }
  const looseGb = decodeLoosely(bytes, 'gb18030')
  return looseGb.lost <= loose.lost ? looseGb : loose
}
