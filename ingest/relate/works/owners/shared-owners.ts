/** Which of the bodies that are told to build together own what is built. */
import type { Reading, SentenceMention } from '../../../reading.ts'
import { isLocal } from '../../sentence/place.ts'
import { canOwn } from '../objects/objects.ts'

/** Bodies that can own works; of 县医院与某省医院合作共建的门诊楼 the one that stands here. */
export function ofHere(named: readonly SentenceMention[], reading: Reading): readonly SentenceMention[] {
  const able = named.filter(canOwn)
  const here = able.length > 1 ? able.filter(({ entity }) => isLocal(entity, reading)) : able
  return here.length > 0 ? here : able
}
