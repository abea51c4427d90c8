/** Departments behind the bodies of a list: 与甲医院骨科、乙医院放疗科. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

/** The name of a department and nothing else. */
export const DEPARTMENT = /^(?:(?![的在由对向])[〇㐀-鿿]){1,7}(?:科|科室|病区)$/u

/** The tokens of a text without the departments that stand between a body and the 、 behind which the next one stands. */
export function withoutDepartments(tokens: readonly Token<SentenceMention>[], text: string): readonly Token<SentenceMention>[] {
  if (!/科[、和与及]/u.test(text)) return tokens
  const all = withOwners(tokens, text)
  return all.filter((token, index) => {
    const [body, item, next] = [all[index - 1], all[index + 1], all[index + 2]]
    const isBetween = body?.kind === 'things' && isJoint(item) && next?.kind === 'things'
    return !(token.kind === 'gap' && isBetween && DEPARTMENT.test(text.slice(token.from, token.to)))
  })
}

/** 分别帮扶甲医院心内科、|产科|和乙医院针灸科: a department of a list without its body is of the body before it, which stands there again. */
function withOwners(tokens: readonly Token<SentenceMention>[], text: string): readonly Token<SentenceMention>[] {
  if (!text.includes('分别')) return tokens
  let owner: Token<SentenceMention> | undefined
  const owned: Token<SentenceMention>[] = []
  for (const [index, token] of tokens.entries()) {
    const isDepartment = token.kind === 'gap' && DEPARTMENT.test(text.slice(token.from, token.to))
    const isListed = isJoint(tokens[index - 1]) && isJoint(tokens[index + 1])
    if (isDepartment && isListed && owner !== undefined) {
      owned.push({ ...owner, from: token.from, to: token.to })
      continue
    }
    if (isDepartment) {
      const before = tokens[index - 1]
      owner = before?.kind === 'things' && before.things.length === 1 ? before : undefined
    } else if (token.kind !== 'things' && !isJoint(token)) owner = undefined
    owned.push(token)
  }
  return owned
}

function isJoint(token: Token<SentenceMention> | undefined): boolean {
  return token?.classes.some((name) => name === 'item' || name === 'he' || name === 'and') === true
}
