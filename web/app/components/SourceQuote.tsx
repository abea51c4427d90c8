/** One quoted sentence: names marked, document, year, and the way to the highlighted span in the text. */
import { Link } from 'wouter'
import type { EntityLabel } from '../../../cypher/model/index.ts'
import type { Source } from '../../contract/index.ts'
import { markNames, type NamedMark } from '../derive/mark-names.ts'
import { useText } from '../i18n/index.ts'
import './source-quote.css'

/** Address of a document, opened at a span. */
export function spanHref(document: string, span: { start: number; end: number }): string {
  return `/documents/${encodeURIComponent(document)}?start=${span.start}&end=${span.end}`
}

interface SourceQuoteProps {
  readonly source: Source
  /** Names to mark in the sentence, each in the colour of its kind. */
  readonly marks?: readonly NamedMark[]
  /** Colour of the bar beside the sentence. */
  readonly label?: EntityLabel
}

export function SourceQuote({ source, marks = [], label = 'Hospital' }: SourceQuoteProps) {
  const t = useText()
  const { document } = source
  const title = document.title ?? document.publisher ?? t('untitled')
  const dated = document.published ?? (document.year === null ? t('unknownYear') : String(document.year))
  return (
    <figure className="source-quote">
      <blockquote data-kind={label}>
        {markNames(source.quote, marks).map((piece) =>
          piece.label ? (
            <mark key={piece.start} data-kind={piece.label}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </blockquote>
      <figcaption>
        <span className="source-title">{title}</span>
        <span>· {dated}</span>
        {source.page === null ? null : <span>· {t('pageNumber', { page: source.page })}</span>}
        <span>· {t('confidence', { percent: Math.round(source.confidence * 100) })}</span>
        <Link href={spanHref(document.id, source)}>{t('seeOriginal')}</Link>
      </figcaption>
    </figure>
  )
}
