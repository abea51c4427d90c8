/** Runs some work ahead and gives the results in the order of the items. */

/**
 * Results one by one, at most `width` begun and not yet given. Where the caller stops early, what is under way is waited for.
 * Rejects as the first item does whose work rejects.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ item: Item; result: Result }> {
  const begun: { item: Item; result: Promise<Result> }[] = []
  const begin = (item: Item): void => {
    const result = work(item)
    // Told when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined)
    begun.push({ item, result })
  }
  try {
    for (const item of items) {
      begin(item)
      if (begun.length < width) continue
      const next = begun.shift()
      if (next !== undefined) yield { item: next.item, result: await next.result }
    }
    for (let next = begun.shift(); next !== undefined; next = begun.shift()) yield { item: next.item, result: await next.result }
  } finally {
    await Promise.allSettled(begun.map(({ result }) => result))
  }
}
