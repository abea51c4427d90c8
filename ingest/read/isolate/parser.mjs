// @ts-check
/** The process in which files of strangers' formats are parsed: it may hang, run out of memory or crash, and is ended then. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** @typedef {import('./isolate.ts').IsolateRequest} IsolateRequest */
/** @typedef {import('./isolate.ts').PdfPages} PdfPages */
/** @typedef {import('./isolate.ts').PdfPage} PdfPage */

const require = createRequire(import.meta.url)

/**
 * The text layer of a PDF. More than `mostPages` pages: their number alone.
 * @param {Uint8Array} bytes
 * @param {number} mostPages
 * @returns {Promise<PdfPages>}
 */
async function readPdf(bytes, mostPages) {
  const folder = dirname(require.resolve('pdfjs-dist/package.json'))
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It takes no Buffer, as which bytes come here.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > mostPages) return { count: pdf.numPages, title: null, pages: [] }
    const { info } = await pdf.getMetadata()
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : null
    /** @type {PdfPage[]} */
    const pages = []
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)))
    return { count: pdf.numPages, title, pages }
  } finally {
    await task.destroy()
  }
}

/**
 * Pieces of text with their places, in points from the upper left corner.
 * @param {import('pdfjs-dist').PDFPageProxy} page
 * @returns {Promise<PdfPage>}
 */
async function readPage(page) {
  const { transform, height } = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  page.cleanup()
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , g = 0, h = 0, x = 0, y = 0] = item.transform
    return [{ text: item.str, x: a * x + c * y + e, y: b * x + d * y + f, width: item.width, size: Math.hypot(g, h) || item.height }]
  })
  return { height, items: pieces }
}

/**
 * A Word document as HTML; pictures are left out.
 * @param {Uint8Array} bytes
 */
async function readDocx(bytes) {
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value
}

/**
 * The body of an old binary Word document, and its text boxes after it.
 * @param {Uint8Array} bytes
 */
async function readDoc(bytes) {
  const { default: WordExtractor } = await import('word-extractor')
  const document = await new WordExtractor().extract(Buffer.from(bytes))
  // The types do not know the option without which curly quotes and dashes come out as ASCII.
  const keep = { filterUnicode: false, includeHeadersAndFooters: false }
  const getBody = /** @type {(options: object) => string} */ (document.getBody.bind(document))
  return [getBody(keep), document.getTextboxes(keep)].join('\n')
}

/** @param {IsolateRequest} request */
async function answer({ kind, bytes, mostPages }) {
  if (kind === 'pdf') return readPdf(bytes, mostPages)
  return kind === 'docx' ? readDocx(bytes) : readDoc(bytes)
}

/**
 * Whether the engine refused an array or a string for its length. Node 22 and later tell so where Node 20 ends the process.
 * @param {unknown} error
 */
const isTooLong = (error) =>
  error instanceof RangeError && /^(?:Invalid (?:array|string) length|Array buffer allocation failed)/.test(error.message)

process.on('message', (/** @type {IsolateRequest} */ request) => {
  answer(request).then(
    (value) => process.send?.({ value }),
    (/** @type {unknown} */ error) => {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
      process.send?.({ fault: { name: isTooLong(error) ? 'full' : name, message } })
    },
  )
})
