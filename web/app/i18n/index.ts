/** The words of the shell; pages bring their own with `textOf`. */
import { en } from './en.ts'
import { textOf } from './text.ts'
import { zh } from './zh.ts'

export { useLocale, followLocale } from './locale.ts'
export { textOf, useCaption } from './text.ts'

export const useText = textOf<Record<keyof typeof zh, string>>({ zh, en })
