/** Answers that are asked for again and again. */

/** More answers than this are forgotten together, so that they never fill the memory. */
const MOST = 10_000

/** The same function, with each answer found once. The function must be pure. */
export function remember<Answer>(ask: (wording: string) => Answer): (wording: string) => Answer {
  const answers = new Map<string, Answer>()
  return (wording) => {
    const known = answers.get(wording)
    if (known !== undefined) return known
    const answer = ask(wording)
    if (answers.size >= MOST) answers.clear()
    answers.set(wording, answer)
    return answer
  }
}

/**
 * The same function, with the answer kept for the key that was asked for last: texts are read one after another. What a
 * WeakMap holds outlives the quick collections of memory, so that whole readings would wait for a slow one. The function must be pure.
 */
export function rememberLast<Key extends object, Answer, Within = void>(
  find: (key: Key, within: Within) => Answer,
): (key: Key, within: Within) => Answer {
  let last: { readonly key: Key; readonly answer: Answer } | undefined
  return (key, within) => {
    if (last?.key !== key) last = { key, answer: find(key, within) }
    return last.answer
  }
}
