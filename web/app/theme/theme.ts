/** Light, dark, or what the system asks for. The resolved theme stands as `data-theme` on the root element. */
import { create } from 'zustand'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

const KEY = 'yilian.theme'
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function resolve(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice
  return systemDark.matches ? 'dark' : 'light'
}

interface ThemeState {
  readonly choice: ThemeChoice
  readonly theme: Theme
  readonly choose: (choice: ThemeChoice) => void
}

export const useTheme = create<ThemeState>((set) => ({
  choice: readChoice(),
  theme: resolve(readChoice()),
  choose: (choice) => {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
    set({ choice, theme: resolve(choice) })
  },
}))

/** Keeps the root element in step with the choice and with the system; call once, before the first render. */
export function followTheme(): void {
  const apply = (theme: Theme): void => {
    document.documentElement.dataset['theme'] = theme
  }
  apply(useTheme.getState().theme)
  useTheme.subscribe((state) => apply(state.theme))
  systemDark.addEventListener('change', () => {
    const { choice } = useTheme.getState()
    if (choice === 'system') useTheme.setState({ theme: resolve(choice) })
  })
}
