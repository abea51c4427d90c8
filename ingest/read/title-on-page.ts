/** A title from a file's properties is often that of another file; it counts where the text begins with it. */

const NEAR = 600

/** The title, if it stands near the head of the text. */
export function titleOnPage(title: string | undefined, text: string): string | undefined {
  const bare = (part: string): string => part.replace(/\s+/gu, '')
  if (title === undefined || bare(title).length < 6) return undefined
  return bare(text.slice(0, NEAR)).includes(bare(title)) ? bare(title) : undefined
}
