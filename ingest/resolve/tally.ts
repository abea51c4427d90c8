/** What documents say of one thing by its names, added up, so that a thing that thousands name need not be read in all of them. */
import type { EntityLabel } from '../../cypher/model/index.ts'
import type { DocumentFacts, LocalEntity, NameForm } from './digest.ts'
import { documentYear } from './say.ts'

/** A form of name, and in how many documents it stands. */
export interface CountedForm {
  readonly form: NameForm
  readonly count: number
}

export class Tally {
  private readonly counts = new Map<string, number>()
  private readonly formByText = new Map<string, CountedForm>()
  private readonly surfaceCounts = new Map<string, number>()
  private readonly yearCounts = new Map<number, number>()
  private told = 0

  /** Of documents, each once. */
  get documents(): number {
    return this.told
  }

  /** Those under which documents know the thing; more than one is a bug of an earlier stage. */
  get labels(): EntityLabel[] {
    return [...this.counts.keys()] as EntityLabel[]
  }

  get forms(): Iterable<CountedForm> {
    return this.formByText.values()
  }

  get surfaces(): Iterable<string> {
    return this.surfaceCounts.keys()
  }

  /** Without documents that have none. */
  get years(): Iterable<number> {
    return this.yearCounts.keys()
  }

  add(local: LocalEntity, document: DocumentFacts): void {
    this.count(local, document, 1)
  }

  /** Takes back what `add` added. */
  remove(local: LocalEntity, document: DocumentFacts): void {
    this.count(local, document, -1)
  }

  private count(local: LocalEntity, document: DocumentFacts, by: 1 | -1): void {
    this.told += by
    raise(this.counts, local.label, by)
    for (const surface of local.surfaces) raise(this.surfaceCounts, surface, by)
    const year = documentYear(document)
    if (year !== undefined) raise(this.yearCounts, year, by)
    for (const form of local.names) {
      const text = JSON.stringify(form)
      const count = (this.formByText.get(text)?.count ?? 0) + by
      if (count === 0) this.formByText.delete(text)
      else this.formByText.set(text, { form, count })
    }
  }
}

function raise<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
