/** The frame: rail, reading strip, and the page that the address names. */
import { Component, lazy, Suspense, type ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { Link, Route, Switch, useLocation } from 'wouter'
import { Rail } from './components/Rail.tsx'
import { ReadingStrip } from './components/ReadingStrip.tsx'
import { Empty, Failed, Loading } from './components/States.tsx'
import { useLocale, useText } from './i18n/index.ts'
import './app.css'

const GraphPage = lazy(() => import('./pages/graph/GraphPage.tsx'))
const InitiativesPage = lazy(() => import('./pages/initiatives/InitiativesPage.tsx'))
const ProjectsPage = lazy(() => import('./pages/projects/ProjectsPage.tsx'))
const TimelinePage = lazy(() => import('./pages/timeline/TimelinePage.tsx'))
const DocumentsPage = lazy(() => import('./pages/documents/DocumentsPage.tsx'))
const DocumentPage = lazy(() => import('./pages/documents/DocumentPage.tsx'))
const ConsolePage = lazy(() => import('./pages/console/ConsolePage.tsx'))

/** A page that breaks leaves the rail usable; `key` by address gives the next page a fresh start. */
class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <Failed error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}

function NotFound() {
  const t = useText()
  return <Empty title={t('notFound')} action={<Link href="/">{t('toGraph')}</Link>} />
}

export function App() {
  const locale = useLocale((state) => state.locale)
  const [path, navigate] = useLocation()
  return (
    <I18nProvider locale={locale === 'zh' ? 'zh-CN' : 'en-US'}>
      <RouterProvider navigate={navigate}>
        <div className="app">
          <Rail />
          <main className="app-main">
            <ReadingStrip />
            <PageBoundary key={path}>
              <Suspense fallback={<Loading />}>
                <Switch>
                  <Route path="/" component={GraphPage} />
                  <Route path="/initiatives" component={InitiativesPage} />
                  <Route path="/projects" component={ProjectsPage} />
                  <Route path="/timeline" component={TimelinePage} />
                  <Route path="/documents" component={DocumentsPage} />
                  <Route path="/documents/:id" component={DocumentPage} />
                  <Route path="/console" component={ConsolePage} />
                  <Route component={NotFound} />
                </Switch>
              </Suspense>
            </PageBoundary>
          </main>
        </div>
      </RouterProvider>
    </I18nProvider>
  )
}
