/** Cuts Cypher into coloured words. Knows no grammar: a word after a dot is a property, after a colon a label or type. */
import type { StreamParser, StringStream } from '@codemirror/language'

interface TokenState {
  /** The last mark that says what a word after it is. */
  after: '' | '.' | ':'
  isInComment: boolean
}

const KEYWORDS = new Set(
  'all and any as asc ascending by call case contains count create delete desc descending detach distinct else end ends exists explain foreach in is limit match merge none not on optional or order profile remove return set single skip starts then union unwind when where with xor yield'.split(
    ' ',
  ),
)
const ATOMS = new Set(['true', 'false', 'null'])

function skipComment(stream: StringStream, state: TokenState): string {
  state.isInComment = !stream.skipTo('*/')
  if (state.isInComment) stream.skipToEnd()
  else stream.match('*/')
  return 'comment'
}

function readWord(stream: StringStream, after: TokenState['after']): string | null {
  const word = stream.current().toLowerCase()
  if (after === '.') return 'propertyName'
  if (after === ':') return 'typeName'
  if (stream.match(/^\s*\(/, false) && !['match', 'where', 'and', 'or', 'not', 'in', 'with', 'return', 'merge'].includes(word)) {
    return 'variableName.standard'
  }
  if (ATOMS.has(word)) return 'atom'
  return KEYWORDS.has(word) ? 'keyword' : 'variableName'
}

function readToken(stream: StringStream, state: TokenState): string | null {
  if (state.isInComment) return skipComment(stream, state)
  if (stream.eatSpace()) return null
  const { after } = state
  state.after = ''
  if (stream.match('/*')) return skipComment(stream, state)
  if (stream.match('//')) {
    stream.skipToEnd()
    return 'comment'
  }
  if (stream.match(/^'(?:\\.|[^'\\])*'?|^"(?:\\.|[^"\\])*"?/)) return 'string'
  if (stream.match(/^`[^`]*`?/)) return after === ':' ? 'typeName' : 'variableName'
  if (stream.match(/^\$[\p{L}_][\p{L}\p{N}_]*/u)) return 'macroName'
  if (stream.match(/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return 'number'
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) return readWord(stream, after)
  const mark = stream.next()
  // A bar joins types: [:A|B].
  if (mark === '.' || mark === ':') state.after = mark
  else if (mark === '|' && /[\p{L}_]/u.test(stream.peek() ?? '')) state.after = ':'
  return null
}

/** For `StreamLanguage.define`. */
export const cypherTokens: StreamParser<TokenState> = {
  name: 'cypher',
  startState: () => ({ after: '', isInComment: false }),
  copyState: (state) => ({ ...state }),
  token: readToken,
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
  },
}
