/** Tables as CSV (RFC 4180) that a spreadsheet opens with its Chinese unharmed and runs nothing of. Pure. */

/** A cell that begins like a formula is quoted, so that no spreadsheet runs it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a byte order mark, as spreadsheets need it for Chinese; the first row holds the titles. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
