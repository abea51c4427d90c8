/** The hospitals after which the consortia of a document are named: 省医院医联体 is of 省医院. */
import type { Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'
import { membershipIn } from './membership.ts'
import { bodiesOf, bodyWithin, mentionWithin } from '../sentence/named-within.ts'

/** An owner; `within` where only the consortium's name names it. */
export interface Owner {
  readonly entity: string
  readonly within?: NonNullable<ReturnType<typeof bodyWithin>>
}

/** Owners by consortium, each found once. */
export class ConsortiumOwners {
  private readonly reading: Reading
  private readonly known = new Map<string, Owner | undefined>()
  private readonly consortia = new Map<string, SentenceMention>()

  constructor(reading: Reading) {
    this.reading = reading
    for (const list of reading.mentions)
      for (const mention of list) if (mention.label === 'Consortium') this.consortia.set(mention.name, mention)
  }

  /** The consortium of this name that the document names itself. */
  named(name: string): SentenceMention | undefined {
    return this.consortia.get(name)
  }

  /**
   * The one of this kind that the document names after a hospital, where its name would be `name` if it had none: 甲医院集团 for
   * 甲医院医疗集团.
   */
  called(name: string, owner: string, kind: string): SentenceMention | undefined {
    const own = this.named(name) ?? (kind === '专科联盟' ? undefined : this.ownOf(owner, kind))
    if (own !== undefined || kind !== '医共体') return own
    // 甲、乙两个医共体，丙卫生院由甲医院集团管理: a county hospital's 集团 is its 医共体.
    const group = this.ownOf(owner, '医疗集团')
    return group?.name.endsWith('院集团') === true ? group : undefined
  }

  of(consortium: SentenceMention): Owner | undefined {
    if (!this.known.has(consortium.name)) this.known.set(consortium.name, this.find(consortium))
    return this.known.get(consortium.name)
  }

  /** The consortium of this kind that the document names after a hospital. */
  ownOf(entity: string, kind: string | undefined): SentenceMention | undefined {
    return [...this.consortia.values()].find((consortium) => consortium.attrs['kind'] === kind && this.of(consortium)?.entity === entity)
  }

  /** Whether the document names a consortium of this kind after no hospital. */
  hasOwnless(kind: string): boolean {
    return [...this.consortia.values()].some((consortium) => consortium.attrs['kind'] === kind && this.of(consortium) === undefined)
  }

  private find(consortium: SentenceMention): Owner | undefined {
    const named = bodiesOf(this.reading).find(
      (body) =>
        body.label === 'Hospital' && [body.name, ...body.aliases].some((name) => name.length > 3 && consortium.name.startsWith(name)),
    )
    if (named !== undefined) return { entity: named.entity }
    const within = bodyWithin(this.reading, consortium)
    return within?.label === 'Hospital' ? { entity: within.entity, within } : undefined
  }
}

/** The owners of the consortia of a document. */
export const ownersIn = rememberLast((reading: Reading): ConsortiumOwners => new ConsortiumOwners(reading))

/** A lead that a sentence tells, the consortium that it is told of, and whether others are told with it. */
interface LeadTold {
  readonly entity: string
  readonly consortium: SentenceMention
  readonly owner: string | undefined
  readonly isOneOf: boolean
}

/** 以甲、乙为龙头组建医共体，甲医共体覆盖…，乙医共体覆盖…: the one that is named after the lead; undefined where that is another's. */
export function ownLed(reading: Reading, { index }: Sentence, { entity, consortium, owner, isOneOf }: LeadTold): string | undefined {
  if (!isOneOf || owner === undefined || owner === entity) return consortium.entity
  const owners = ownersIn(reading)
  return (reading.mentions[index] ?? []).find((mention) => mention.label === 'Consortium' && owners.of(mention)?.entity === entity)?.entity
}

/** That a consortium is led by the hospital of its name, as a sentence names it: the membership, and the mention that only the name holds. */
export function ledByOwner(
  { sentence, consortium, owner }: { sentence: Sentence; consortium: SentenceMention; owner: Owner },
  rule: string,
): { readonly mentions: readonly Mention[]; readonly claim: RelationClaim } {
  return {
    mentions: owner.within === undefined ? [] : [mentionWithin(sentence, consortium, owner.within)],
    claim: membershipIn(sentence, { subject: owner.entity, object: consortium.entity, attrs: { role: 'lead', status: 'in_effect' }, rule }),
  }
}
