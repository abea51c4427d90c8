/** 文档: what has been read, so that a missing line is not mistaken for a missing fact. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'wouter'
import { documentKinds, type Caption, type DocumentKind } from '../../../../cypher/model/index.ts'
import type { DocumentSummary } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption, useText } from '../../i18n/index.ts'
import { countCoverage, filterDocuments } from './coverage.ts'
import { useWords } from './words.ts'
import './documents.css'

/** Rows drawn at once; the filter reaches the rest. */
const MOST_ROWS = 500
const MOST_HOMES = 60

function useColumns(): Column<DocumentSummary>[] {
  const say = useCaption()
  const shell = useText()
  const t = useWords()
  const kindOf = (kind: string): string => {
    const caption: Caption | undefined = documentKinds[kind as DocumentKind]
    return caption ? say(caption) : kind
  }
  const titleOf = ({ title, publisher }: DocumentSummary): string => title ?? publisher ?? shell('untitled')
  return [
    {
      key: 'title',
      title: t('documentTitle'),
      sort: titleOf,
      cell: (row) => (
        <Link href={`/documents/${encodeURIComponent(row.id)}`} className="document-link" title={row.path}>
          {titleOf(row)}
        </Link>
      ),
    },
    {
      key: 'home',
      title: t('home'),
      sort: (row) => row.home.join(''),
      cell: (row) => row.home.slice(-2).join(' › ') || t('unknownDistrict'),
    },
    { key: 'publisher', title: t('publisher'), sort: (row) => row.publisher ?? '', cell: (row) => row.publisher ?? '—' },
    { key: 'year', title: t('year'), number: true, sort: (row) => row.year ?? 0, cell: (row) => row.year ?? '?' },
    { key: 'kind', title: t('kind'), sort: (row) => kindOf(row.kind), cell: (row) => kindOf(row.kind) },
    {
      key: 'characters',
      title: t('characters'),
      number: true,
      sort: (row) => row.characters,
      cell: (row) => row.characters.toLocaleString('en-US'),
    },
    { key: 'claims', title: t('claims'), number: true, sort: (row) => row.claims, cell: (row) => row.claims.toLocaleString('en-US') },
    {
      key: 'problems',
      title: t('problems'),
      sort: (row) => row.problems.length,
      cell: (row) =>
        row.problems.length === 0 ? (
          <span className="caption">{t('noProblems')}</span>
        ) : (
          <span className="document-problem" title={row.problems.map(({ message }) => message).join('\n')}>
            {t('problemCount', { count: row.problems.length })} · {row.problems[0]?.message}
          </span>
        ),
    },
  ]
}

function CoverageTable({ documents }: { documents: readonly DocumentSummary[] }) {
  const t = useWords()
  const { years, rows } = useMemo(() => countCoverage(documents), [documents])
  return (
    <section className="coverage">
      <h2>{t('coverage')}</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">{t('coverageCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('district')}</th>
              {years.map((year) => (
                <th key={String(year)} scope="col" className="number">
                  {year ?? t('unknownYear')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_HOMES).map(({ home, counts }) => (
              <tr key={home}>
                <th scope="row">{home || t('unknownDistrict')}</th>
                {years.map((year) => (
                  <td key={String(year)} className="number">
                    {counts.get(year) ?? '·'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="caption">
        {t('coverageCaption')}
        {rows.length > MOST_HOMES ? ` · ${t('limited', { shown: MOST_HOMES, total: rows.length })}` : ''}
      </p>
    </section>
  )
}

function Documents({ documents }: { documents: readonly DocumentSummary[] }) {
  const t = useWords()
  const columns = useColumns()
  const [params, setParams] = useSearchParams()
  const filter = params.get('filter') ?? ''
  const matching = useMemo(() => filterDocuments(documents, filter), [documents, filter])
  const setFilter = (text: string): void => setParams(text === '' ? {} : { filter: text }, { replace: true })
  if (documents.length === 0) return <Empty title={t('empty')}>{t('emptyHint')}</Empty>
  return (
    <>
      <CoverageTable documents={documents} />
      <section>
        <div className="documents-bar">
          <h2>{t('title')}</h2>
          <input
            className="field"
            type="search"
            value={filter}
            placeholder={t('filter')}
            aria-label={t('filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
          <span className="caption">
            {matching.length > MOST_ROWS
              ? t('limited', { shown: MOST_ROWS, total: matching.length })
              : t('shownOf', { shown: matching.length, total: documents.length })}
          </span>
        </div>
        {matching.length === 0 ? (
          <Empty title={t('noMatch')} />
        ) : (
          <div className="table-scroll">
            <DataTable caption={t('title')} rows={matching.slice(0, MOST_ROWS)} columns={columns} rowKey={({ id }) => id} />
          </div>
        )}
      </section>
    </>
  )
}

export default function DocumentsPage() {
  const t = useWords()
  const answer = useAnswer('documents', (signal) => api.documents(signal))
  const documents = answer.state === 'ready' ? answer.value.documents : []
  return (
    <section className="page documents" aria-label={t('title')}>
      <header>
        <h1>{t('title')}</h1>
        <span className="caption">{t('intro')}</span>
        {documents.length > 0 ? (
          <span className="caption">
            {t('total', {
              documents: documents.length,
              claims: documents.reduce((sum, { claims }) => sum + claims, 0).toLocaleString('en-US'),
            })}
          </span>
        ) : null}
      </header>
      {answer.state === 'loading' ? <Loading rows={6} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? <Documents documents={documents} /> : null}
    </section>
  )
}
