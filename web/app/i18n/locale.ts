/** The language of the interface: Chinese unless a person has chosen English. */
import { create } from 'zustand'

export type Locale = 'zh' | 'en'

const KEY = 'yilian.locale'

interface LocaleState {
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
}

export const useLocale = create<LocaleState>((set) => ({
  locale: localStorage.getItem(KEY) === 'en' ? 'en' : 'zh',
  choose: (locale) => {
    localStorage.setItem(KEY, locale)
    set({ locale })
  },
}))

/** Keeps `lang` and the title in step; call once, before the first render. */
export function followLocale(): void {
  const apply = ({ locale }: LocaleState): void => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
    document.title = locale === 'zh' ? '医联图谱' : 'Yilian Atlas'
  }
  apply(useLocale.getState())
  useLocale.subscribe(apply)
}
