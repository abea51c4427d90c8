/** Gives a table to the person as a file. */
export function downloadCsv(name: string, text: string): void {
  downloadFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}

/** Today's date as the person's clock has it, as files carry it in their names: 2024-05-06. */
export function today(): string {
  return new Date().toLocaleDateString('sv')
}

/** Gives a file to the person. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
