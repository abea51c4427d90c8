/** Cypher colours and the editor's frame, by the tokens of the app, so that light and dark follow by themselves. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { cypherTokens } from './cypher-tokens.ts'

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--kind-program)' },
  { tag: tags.number, color: 'var(--kind-project)' },
  { tag: tags.atom, color: 'var(--kind-project)' },
  { tag: tags.macroName, color: 'var(--kind-consortium)' },
  { tag: tags.standard(tags.variableName), color: 'var(--kind-consortium)' },
  { tag: tags.typeName, color: 'var(--kind-hospital)' },
  { tag: tags.propertyName, color: 'var(--ink-soft)' },
  { tag: tags.comment, color: 'var(--ink-faint)' },
])

const frame = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--surface)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--raised) 60%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--hairline)',
    borderRadius: '6px',
    boxShadow: 'var(--float-shadow)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '220px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-completionDetail': { fontFamily: 'var(--font)', fontStyle: 'normal', color: 'var(--ink-soft)' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--problem)' },
  '.cm-diagnostic': { fontFamily: 'var(--font)' },
})

export const cypherLook: Extension = [StreamLanguage.define(cypherTokens), syntaxHighlighting(colours), frame]
