/** Word boundaries and parts of speech, from nodejieba where it loads and from @node-rs/jieba otherwise. */

export interface Word {
  readonly word: string
  /** Part of speech in jieba's tag set (n, ns, nr, v, vn, p, c …). */
  readonly tag: string
  readonly from: number
  readonly to: number
}

/** Cuts a text into words that join to exactly the text. */
export interface Segmenter {
  readonly engine: 'nodejieba' | '@node-rs/jieba'
  cut(text: string): Word[]
}
