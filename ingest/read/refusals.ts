/** What is said of a format that is not read: its name, and what a person can do. */
import type { FileKind } from './file-kind.ts'

interface Refused {
  readonly name: string
  readonly advice: string
}

const TO_WORD = '请用 WPS 或 Word 打开，另存为 .docx 或 PDF'
const TO_TABLE = '请把表格另存为网页（.html），或复制到 Word 里另存为 .docx'
const TO_TEXT = '请先用文字识别（OCR）转成 .docx、.txt 或带文字层的 PDF'

const wps: Refused = { name: 'WPS 文字', advice: TO_WORD }
const table: Refused = { name: '电子表格', advice: TO_TABLE }
const slides: Refused = { name: '演示文稿', advice: '请另存为 PDF' }
const image: Refused = { name: '图片', advice: TO_TEXT }
const ofd: Refused = { name: 'OFD 版式文件', advice: '请用 OFD 阅读器另存为或打印为 PDF' }
const rtf: Refused = { name: 'RTF', advice: TO_WORD }
const mht: Refused = { name: '单个文件网页', advice: '请在浏览器里打开，另存为 .html 或打印为 PDF' }
const archive: Refused = { name: '压缩包', advice: '请先解压，再读里面的文件' }
const odt: Refused = { name: 'OpenDocument 文档', advice: TO_WORD }

const byExtension: Readonly<Record<string, Refused>> = {
  '.wps': wps,
  '.wpt': wps,
  '.dot': wps,
  '.xls': table,
  '.xlsx': table,
  '.xlsm': table,
  '.et': table,
  '.csv': { name: 'CSV 表格', advice: '请另存为 .txt（制表符分隔）' },
  '.ods': table,
  '.ppt': slides,
  '.pptx': slides,
  '.pps': slides,
  '.dps': slides,
  '.ofd': ofd,
  '.ceb': { name: '方正 CEB 版式文件', advice: '请用阅读器打印为 PDF' },
  '.caj': { name: '知网 CAJ 文件', advice: '请用阅读器打印为 PDF' },
  '.rtf': rtf,
  '.odt': odt,
  '.mht': mht,
  '.mhtml': mht,
  '.zip': archive,
  '.rar': archive,
  '.7z': archive,
  '.jpg': image,
  '.jpeg': image,
  '.png': image,
  '.gif': image,
  '.bmp': image,
  '.tif': image,
  '.tiff': image,
  '.webp': image,
  '.heic': image,
}

const byKind: Partial<Readonly<Record<FileKind, Refused>>> = {
  xlsx: table,
  xls: table,
  pptx: slides,
  ppt: slides,
  ofd,
  odt,
  zip: archive,
  ole: { name: '旧版 Office 文件（没有正文流）', advice: TO_WORD },
  locked: { name: '加了密码的 Office 文件', advice: '请去掉密码后另存' },
  rtf,
  mht,
  image,
}

/** What is said of a kind of content, or undefined where it is read. */
export function refusalOfKind(kind: FileKind): Refused | undefined {
  return byKind[kind]
}

/** What is said of an extension, or undefined where nothing is known of it. */
export function refusalOfExtension(extension: string): Refused | undefined {
  return byExtension[extension]
}
