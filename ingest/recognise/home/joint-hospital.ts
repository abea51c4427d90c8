/** Hospitals that bear the name of another one in front of their own: 江南省人民医院云溪医院 stands in 云溪. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { lies } from '../naming/place-index.ts'
import { placeAtHead } from './home-place.ts'

/** 江南省人民医院云溪医院 stands in 云溪, whatever place begins its name. */
export function placeOfJoint(lexicon: Lexicon, wording: string, text: string): Division | undefined {
  const own = /医院(?:（[^）]*）)?([〇㐀-鿿]{2,10}?(?:医院|分院|院区))/u.exec(wording)?.[1]
  // 江州协和云溪医院
  const short = own ?? /(?<=[〇㐀-鿿]{4})[〇㐀-鿿]{2}医院$/u.exec(wording)?.[0]
  const division = short === undefined ? undefined : placeAtHead(lexicon, short, text)
  const head = own === undefined ? placeAtHead(lexicon, wording, text) : undefined
  const isOther = own !== undefined || (head !== undefined && division !== undefined && !lies(lexicon.divisions, division, head.code))
  return division?.level === 'township' || !isOther ? undefined : division
}

/** 江南省人民医院云溪医院揭牌: the plaque of a hospital at the head of a title tells where it hangs. */
export function jointOfTitle(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const plaque = /^[“"]?([〇㐀-鿿]{2,16}?医院[〇㐀-鿿]{2,6}?(?:医院|分院))[”"]?(?:正式)?(?:揭牌|挂牌)/u.exec(title)?.[1]
  return plaque === undefined ? undefined : placeOfJoint(lexicon, plaque, text)
}
