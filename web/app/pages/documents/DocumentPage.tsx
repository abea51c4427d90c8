/** One document: its text with every fact tinted, opened at the span that the address names. */
import { ArrowLeft } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import { documentKinds, type DocumentKind } from '../../../../cypher/model/index.ts'
import type { DocumentSummary, DocumentText } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption, useText } from '../../i18n/index.ts'
import { SpanPanel } from './SpanPanel.tsx'
import { listSpans } from './text-blocks.ts'
import { TextView, type Span } from './TextView.tsx'
import { useWords } from './words.ts'
import '../../components/source-quote.css'
import './documents.css'

function readSpan(params: URLSearchParams): Span | null {
  const [start, end] = ['start', 'end'].map((key) => Number(params.get(key) ?? Number.NaN))
  if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end) || end <= start) return null
  return { start, end }
}

function useSpan(): [Span | null, (span: Span) => void] {
  const [params, setParams] = useSearchParams()
  const key = `${params.get('start')}-${params.get('end')}`
  // One object for one place, so that choosing it again does not scroll again.
  // oxlint-disable-next-line react/exhaustive-deps
  const span = useMemo(() => readSpan(params), [key])
  const choose = useCallback(
    ({ start, end }: Span) => setParams(new URLSearchParams({ start: String(start), end: String(end) }), { replace: true }),
    [setParams],
  )
  return [span, choose]
}

function Facts({ document }: { document: DocumentSummary }) {
  const say = useCaption()
  const t = useWords()
  const parts = [
    document.publisher,
    document.home.join(' › ') || null,
    document.year === null ? null : String(document.year),
    document.kind in documentKinds ? say(documentKinds[document.kind as DocumentKind]) : document.kind,
    document.published,
    t('whole', { count: document.characters.toLocaleString('en-US') }),
  ].filter((part) => part !== null)
  return (
    <p className="caption document-facts">
      {parts.join(' · ')}
      <span title={t('file')}> · {document.path}</span>
      {document.url !== null && /^https?:/.test(document.url) ? (
        <>
          {' · '}
          <a href={document.url} target="_blank" rel="noreferrer noopener">
            {t('link')}
          </a>
        </>
      ) : null}
    </p>
  )
}

function Reading({ content }: { content: DocumentText }) {
  const t = useWords()
  const [selected, select] = useSpan()
  const spans = useMemo(() => listSpans(content.claims), [content.claims])
  const { problems } = content.document
  return (
    <div className="document-body">
      <article className="document-text">
        {content.text === '' ? (
          <Empty title={t('noText')} />
        ) : (
          <TextView text={content.text} claims={content.claims} problems={problems} selected={selected} onSelect={select} />
        )}
      </article>
      <SpanPanel claims={content.claims} spans={spans} problems={problems} selected={selected} onSelect={select} />
    </div>
  )
}

export default function DocumentPage() {
  const shell = useText()
  const t = useWords()
  const { id } = useParams<{ id: string }>()
  const answer = useAnswer(id, (signal) => api.document(id, signal))
  const found = answer.state === 'ready' ? answer.value : null
  return (
    <section className="document" aria-label={found?.document.title ?? shell('untitled')}>
      <header>
        <Link href="/documents" className="button plain">
          <ArrowLeft size={15} aria-hidden /> {t('back')}
        </Link>
        {found ? (
          <div>
            <h1>{found.document.title ?? found.document.publisher ?? shell('untitled')}</h1>
            <Facts document={found.document} />
          </div>
        ) : null}
      </header>
      {answer.state === 'loading' ? <Loading rows={8} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {found ? <Reading content={found} /> : null}
    </section>
  )
}
