/** The 48 px rail: pages on top, theme and language at its foot. */
import { CalendarDays, ChartNetwork, FileText, HardHat, Languages, Monitor, Moon, Sun, SquareTerminal, Table2 } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useLocale, useText } from '../i18n/index.ts'
import { useTheme, type ThemeChoice } from '../theme/theme.ts'

const PAGES = [
  { href: '/', key: 'pageGraph', Icon: ChartNetwork },
  { href: '/initiatives', key: 'pageInitiatives', Icon: Table2 },
  { href: '/projects', key: 'pageProjects', Icon: HardHat },
  { href: '/timeline', key: 'pageTimeline', Icon: CalendarDays },
  { href: '/documents', key: 'pageDocuments', Icon: FileText },
  { href: '/console', key: 'pageConsole', Icon: SquareTerminal },
] as const

const THEMES = {
  system: { next: 'light', key: 'themeSystem', Icon: Monitor },
  light: { next: 'dark', key: 'themeLight', Icon: Sun },
  dark: { next: 'system', key: 'themeDark', Icon: Moon },
} as const satisfies Record<ThemeChoice, unknown>

function ThemeButton() {
  const t = useText()
  const { choice, choose } = useTheme()
  const { next, key, Icon } = THEMES[choice]
  const name = t('themeNow', { theme: t(key) })
  return (
    <button type="button" className="rail-item" aria-label={name} title={name} onClick={() => choose(next)}>
      <Icon size={18} aria-hidden />
      {t('theme')}
    </button>
  )
}

function LanguageButton() {
  const t = useText()
  const { locale, choose } = useLocale()
  const name = t('switchLanguage')
  return (
    <button type="button" className="rail-item" aria-label={name} title={name} onClick={() => choose(locale === 'zh' ? 'en' : 'zh')}>
      <Languages size={18} aria-hidden />
      {t('languageMark')}
    </button>
  )
}

export function Rail() {
  const t = useText()
  const [path] = useLocation()
  return (
    <nav className="rail" aria-label={t('pages')}>
      {PAGES.map(({ href, key, Icon }) => {
        const isHere = href === '/' ? path === '/' : path.startsWith(href)
        return (
          <Link key={href} href={href} className="rail-item" aria-current={isHere ? 'page' : undefined}>
            <Icon size={20} aria-hidden />
            {t(key)}
          </Link>
        )
      })}
      <span className="rail-spacer" />
      <ThemeButton />
      <LanguageButton />
    </nav>
  )
}
