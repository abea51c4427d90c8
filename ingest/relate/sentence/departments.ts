/** Departments behind the bodies of a list: 与甲医院骨科、乙医院放疗科. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

/** The name of a department and nothing else. */
export const DEPARTMENT = /^(?:(?![的在由对向])[〇㐀-鿿]){1,7}(?:科|科室|病区)$/u

/** The tokens of a text without the departments that stand between a body and the 、 behind which the next one stands. */
export function withoutDepartments(tokens: readonly Token<SentenceMention>[], text: string): readonly Token<SentenceMention>[] {
  if (!text.includes('科、')) return tokens
  return tokens.filter((token, index) => {
    const [body, item, next] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
    const isBetween = body?.kind === 'things' && item?.classes.includes('item') === true && next?.kind === 'things'
    return !(token.kind === 'gap' && isBetween && DEPARTMENT.test(text.slice(token.from, token.to)))
  })
}
