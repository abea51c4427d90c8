/** What a file really is, from its first bytes and the names inside a container; extensions lie. */
import { listZip } from './word/zip-entries.ts'

export type FileKind =
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'html'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'odt'
  | 'zip'
  | 'xls'
  | 'ppt'
  | 'locked'
  | 'ole'
  | 'rtf'
  | 'mht'
  | 'image'

/** Whether a file begins with the bytes that mark a kind. */
export const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)
const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Browsers and mail programs put comments and white space before the first tag. */
const COMMENT = /<!--[\s\S]{0,2000}?-->/gu
const PAGE = /^(?:\s|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|meta|body)[\s>]/iu

/** The kind of a file, or undefined for plain text and anything unknown. */
export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  const head = latin(bytes.subarray(0, 4096))
    .replace(/^(?:ï»¿|ÿþ|þÿ)/u, '')
    .replaceAll('\0', '')
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, ZIP)) return kindOfZip(bytes)
  if (startsWith(bytes, OLE)) return kindOfOle(bytes)
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (IMAGES.some((mark) => startsWith(bytes, mark)) || isBitmap(bytes)) return 'image'
  if (/^(?:From:|MIME-Version:)[\s\S]{0,2000}multipart\/related/iu.test(head)) return 'mht'
  return PAGE.test(head.replaceAll(COMMENT, '')) ? 'html' : undefined
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** BM and the length of the file. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = listZip(bytes)?.map(({ name }) => name) ?? []
  if (names.includes('word/document.xml')) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx'
  if (names.includes('OFD.xml')) return 'ofd'
  if (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) return 'odt'
  return 'zip'
}

/** Names of streams stand in UTF-16 in the directory of a compound file. */
function kindOfOle(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return 'locked'
  if (has('WordDocument')) return 'doc'
  if (has('Workbook') || has('Book')) return 'xls'
  return has('PowerPoint Document') ? 'ppt' : 'ole'
}
