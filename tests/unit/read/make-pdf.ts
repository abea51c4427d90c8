/** Small PDFs for the cases that no common program writes: a font that is not embedded, a password, a scan, far too many pages. */

/** Puts objects (bodies, from number 1; the first is the catalog) together with their table of places. */
function assemble(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const stream = (content: string, entries = ''): string => `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** Pages of lines in STSong, which readers are expected to have: nothing is embedded. */
export function makeSongPdf(pages: readonly (readonly string[])[], trailer = '', extra: readonly string[] = []): Uint8Array {
  const font = 3
  const first = 6
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((lines, index) => {
      const content = lines.map((line, row) => `BT /F1 12 Tf 72 ${720 - row * 20} Td <${utf16(line)}> Tj ET`).join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        stream(content),
      ]
    }),
    ...extra,
  ]
  return assemble(objects, trailer)
}

/** A page that is one picture. */
export function makeScan(): Uint8Array {
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
    stream('\x00\x7f\x7f\x00', '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8'),
  ])
}

/** Encrypted so that no empty password opens it. */
export function makeLocked(): Uint8Array {
  const filler = '41'.repeat(32)
  return makeSongPdf([['机密']], '/Encrypt 8 0 R /ID [<41424344> <41424344>]', [
    `<< /Filter /Standard /V 1 /R 2 /O <${filler}> /U <${filler}> /P -4 >>`,
  ])
}

export function makeManyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>'),
  ])
}
