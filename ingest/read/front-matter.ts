/** The block between two lines of --- at the head of a Markdown file: title, date, url, source. */
import type { Span } from '../../cypher/model/index.ts'
import type { RawMeta } from './read-result.ts'

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
const KEYS: Readonly<Record<string, keyof RawMeta>> = {
  title: 'title',
  标题: 'title',
  url: 'url',
  网址: 'url',
  source: 'source',
  来源: 'source',
  date: 'published',
  published: 'published',
  发布日期: 'published',
}

export function findFrontMatter(text: string): { span: Span; meta: RawMeta } | undefined {
  const block = BLOCK.exec(text)
  if (block === null) return undefined
  const meta: Partial<Record<keyof RawMeta, string>> = {}
  for (const line of (block[1] ?? '').split(/\r?\n/u)) {
    const [, name = '', written = ''] = /^([^:：]+)[:：](.*)$/u.exec(line.trim()) ?? []
    const value = written.trim().replace(/^["']/u, '').replace(/["']$/u, '')
    const key = KEYS[name.trim().toLowerCase()]
    if (key === undefined || value === '') continue
    if (key !== 'published') meta[key] = value
    else if (/^\d{4}(-\d{2}){0,2}/.test(value)) meta.published = /^\d{4}(-\d{2}){0,2}/.exec(value)?.[0] ?? value
  }
  return { span: { start: 0, end: block[0].length }, meta }
}
