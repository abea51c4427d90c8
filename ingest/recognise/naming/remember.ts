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
