/** Bytes of a page to text: what the bytes are comes first, what the page says of itself second. */
import { decodeText, type Decoded } from '../decode.ts'

/** Browsers look so far for the charset. */
const HEAD = 4096
const FAMILY: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
}

/** A page that was saved again is often UTF-8 and says GB2312: bytes that are whole UTF-8 are UTF-8. */
export function decodePage(bytes: Uint8Array): Decoded {
  const declared = declaredCharset(bytes)
  const decoded = decodeText(bytes)
  if (declared === undefined || declared === decoded.encoding || (decoded.lost === 0 && decoded.encoding.startsWith('utf-'))) return decoded
  const text = new TextDecoder(declared).decode(bytes)
  const lost = text.match(/\uFFFD/gu)?.length ?? 0
  const isWorse = decoded.encoding !== 'gb18030' && lost > decoded.lost
  return isWorse ? decoded : { text: text.replaceAll('\0', '\uFFFD'), encoding: declared, lost }
}

/** The charset that a page declares, if it is one that GB18030 alone would not do for. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const name =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? /<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1]
  return name === undefined ? undefined : FAMILY[name.toLowerCase()]
}
