/** Which of the bodies that are told to build together own what is built. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { isLocal } from '../place.ts'

/** 县医院与某省医院合作共建的门诊楼: of the one that stands here. */
export function ofHere(named: readonly SentenceMention[], reading: Reading): readonly SentenceMention[] {
  const here = named.length > 1 ? named.filter(({ entity }) => isLocal(entity, reading)) : named
  return here.length > 0 ? here : named
}
