/** Typed words: one set a page or room, in Chinese and English, with ICU places ({count, plural, …}). */
import { useMemo } from 'react'
import { createTranslator } from 'use-intl/core'
import type { Caption } from '../../../cypher/model/index.ts'
import { useLocale, type Locale } from './locale.ts'

export type Words = Readonly<Record<string, string>>
export type Translate<W extends Words> = (key: keyof W & string, values?: Record<string, string | number>) => string

/** A translator outside of React; missing places throw in tests and show their key in the page. */
export function translator<W extends Words>(words: { zh: W; en: Record<keyof W, string> }, locale: Locale): Translate<W> {
  const messages: Words = words[locale]
  const translate = createTranslator({ locale: locale === 'zh' ? 'zh-CN' : 'en', messages: { words: messages }, namespace: 'words' })
  return (key, values) => translate(key as never, values as never)
}

/** Gives a hook for one set of words: `const useText = textOf({ zh, en })`, then `const t = useText(); t('key', { n: 3 })`. */
export function textOf<W extends Words>(words: { zh: W; en: Record<keyof W, string> }): () => Translate<W> {
  return () => {
    const locale = useLocale((state) => state.locale)
    return useMemo(() => translator(words, locale), [locale])
  }
}

/** Picks the language of a caption of the model: `const say = useCaption(); say(labelDefinitions.Hospital.caption)`. */
export function useCaption(): (caption: Caption) => string {
  const locale = useLocale((state) => state.locale)
  return useMemo(() => (caption: Caption) => caption[locale], [locale])
}
