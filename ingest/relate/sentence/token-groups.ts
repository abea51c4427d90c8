/** Lists among tokens: which names stand side by side as one group, and which belong to two pairs. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'
import { SURNAME } from '../../recognise/naming/words.ts'
import { DEPARTMENT } from './departments.ts'

/** Joins things with only 、 between them into one group; of a chain of places (凉山州布拖县, 江州市二院) the last stands for all. */
export function joinGroups(given: readonly Token<SentenceMention>[], text: string): Token<SentenceMention>[] {
  const tokens = withoutPersons(given, text)
  const joined: Token<SentenceMention>[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    const last = joined.length > 0 ? joined[joined.length - 1] : undefined
    const before = joined.length > 1 ? joined[joined.length - 2] : undefined
    const isCount = token.kind === 'gap' && last?.kind === 'things' && tokens[index + 1]?.classes.includes('item') === true
    if (isCount && tokens[index + 2]?.kind === 'things' && ITEM_COUNT.test(text.slice(token.from, token.to))) continue
    const next = tokens[index + 1]
    const isMid = (next?.classes.includes('item') === true || next?.classes.includes('he') === true) && tokens[index + 2]?.kind === 'things'
    if (token.kind === 'gap' && last?.kind === 'things' && (isMid ? COUNT_WITHIN : COUNT_TAIL).test(text.slice(token.from, token.to))) {
      joined[joined.length - 1] = { ...last, to: token.to }
      continue
    }
    if (token.kind === 'things' && isCommittee(joined, token, text)) {
      // 县委县政府, 县委、县政府: one party.
      const first = joined.findLastIndex(({ kind }) => kind === 'things')
      joined.splice(first, joined.length - first, { ...token, from: joined[first]?.from ?? token.from })
      continue
    }
    if (last?.to === token.from && isPlace(last) && token.kind === 'things') {
      // 与江州市青岚县、江州市云溪县: of a list of places the last one is a wider place of what follows.
      joined[joined.length - 1] = { ...token, from: last.from, things: [...last.things.slice(0, -1), ...token.things] }
      continue
    }
    if (token.kind === 'things' && last?.classes.includes('item') === true && before?.kind === 'things' && sameSort(before, token)) {
      if (inPairs(joined, tokens, index, text)) joined.splice(-1, 1, { ...last, classes: ['item'] }, token)
      else joined.splice(-2, 2, { ...before, to: token.to, things: [...before.things, ...token.things] })
    } else joined.push(token)
  }
  return joined
}

/** The name of a body that was not read: 省儿童医疗协会, 爱心诊所. */
const UNREAD_ITEM =
  /^[〇㐀-鿿]{2,}(?:协会|学会|联合会|基金会|商会|医院|卫生院|保健院|诊所|门诊部|研究院|研究所|学院|公司|集团|服务中心)(?:等)?$/u
/** Characters of the longest such name. */
const LONGEST_UNREAD = 20

/** 下属的, 原: what stands before the name of one of a list. */
const OF_IT = /^(?:下属|所属|所辖|辖区内?)的?$|^原$/u

/** A place at the head of an item, or what the segmenter cut off from the name: 、日|哈镇卫生院. */
const PLACE_PIECE = /^(?:[〇㐀-鿿]{1,4}[区县市镇乡旗]|(?![和与及由等即含原仅非未])[〇㐀-鿿])$/u

/** A list without the items that no name was read from, which would part it: 由省儿童医疗协会、甲医院牵头. */
export function withoutUnread(tokens: readonly Token<SentenceMention>[], text: string): readonly Token<SentenceMention>[] {
  if (!text.includes('、')) return tokens
  let kept: Token<SentenceMention>[] | undefined
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    const isUnread =
      token.kind === 'gap' &&
      token.to - token.from <= LONGEST_UNREAD &&
      isListed(tokens, index) &&
      UNREAD_ITEM.test(text.slice(token.from, token.to)) &&
      !beginsPair(tokens, index)
    // 、新城区|湛河社区卫生服务中心: a place that no table has before the name of a body.
    const isPlaceBefore =
      token.kind === 'gap' &&
      tokens[index - 1]?.classes.includes('item') === true &&
      tokens[index + 1]?.from === token.to &&
      tokens[index + 1]?.kind === 'things' &&
      PLACE_PIECE.test(text.slice(token.from, token.to))
    // 县医院、县中医院和|下属的|青岚镇卫生院; 由|原|县医院、青岚镇卫生院组成
    const isOfIt =
      token.kind === 'gap' &&
      tokens[index + 1]?.kind === 'things' &&
      tokens[index - 1]?.classes.some((name) => name === 'item' || name === 'he' || name === 'by') === true &&
      OF_IT.test(text.slice(token.from, token.to))
    if (isPlaceBefore || isOfIt) {
      kept ??= tokens.slice(0, index)
      continue
    }
    if (!isUnread) {
      kept?.push(token)
      continue
    }
    kept ??= tokens.slice(0, index)
    // The 、 goes with it: the one before it, or else the one after it.
    if (kept.at(-1)?.classes.includes('item') === true) kept.pop()
    else index++
  }
  return kept ?? tokens
}

const PERSON = /^(?:[〇㐀-鿿]{1,8}科)?([〇㐀-鿿])[〇㐀-鿿]{1,2}(?:副?主任|教授|(?:副?主任)?医[师生]|专家|博士|院士|名医|护士长)?(?:团队)?$/u
const STUDIO_PERSON = /^[〇㐀-鿿]{2,4}(?:教授|主任|主任医师|医师|专家|博士|院士|名医|团队)$/u
const OF_PERSONS = /教授|主任|医[师生]|专家|某|人才|工作[室站]/u
/** Tokens that tell of one person behind a body: a department, a name, a title. */
const MOST_OF_PERSON = 4

/** 甲医院李某教授、乙医院王某教授等2个名医工作室; 甲医院王某、乙医院李某等援藏人才: of a list of persons, the bodies that they are of. */
function withoutPersons(tokens: readonly Token<SentenceMention>[], text: string): readonly Token<SentenceMention>[] {
  if (!text.includes('、') || !OF_PERSONS.test(text)) return tokens
  const isStudios = /工作[室站]/u.test(text)
  let kept: Token<SentenceMention>[] | undefined
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    kept?.push(token)
    if (token.kind !== 'things') continue
    let mark = index + 1
    while (mark - index <= MOST_OF_PERSON && (tokens[mark]?.kind === 'gap' || tokens[mark]?.kind === 'word') && !isItem(tokens[mark]))
      mark++
    if (mark === index + 1 || !isItem(tokens[mark]) || tokens[mark + 1]?.kind !== 'things') continue
    const person = text.slice(token.to, tokens[mark]?.from)
    const surname = PERSON.exec(person)?.[1]
    if (!(surname !== undefined && SURNAME.test(surname)) && !(isStudios && STUDIO_PERSON.test(person))) continue
    kept ??= tokens.slice(0, index + 1)
    index = mark - 1
  }
  return kept ?? tokens
}

function isItem(token: Token<SentenceMention> | undefined): boolean {
  return token?.classes.includes('item') === true
}

/** 甲牵手乙、某医院|牵手丙: an item that has a partner of its own, as the one before it has. */
function beginsPair(tokens: readonly Token<SentenceMention>[], index: number): boolean {
  const [link, body, mark, , next] = tokens.slice(index - 3, index + 2)
  if (index < 3 || body?.kind !== 'things' || mark?.classes.includes('item') !== true) return false
  return next?.classes.some((name) => (PAIRING.includes(name) || name === 'hands') && link?.classes.includes(name) === true) === true
}

/** Whether a body that was read stands in a list beside a gap: before its 、, or after it. */
function isListed(tokens: readonly Token<SentenceMention>[], index: number): boolean {
  const isBody = (token: Token<SentenceMention> | undefined): boolean => token?.kind === 'things' && !isPlace(token)
  return (isItem(tokens[index - 1]) && isBody(tokens[index - 2])) || (isItem(tokens[index + 1]) && isBody(tokens[index + 2]))
}

/** Whether the 、 before `index` parts two pairs, as in 甲与乙、丙与丁 and 甲托管乙、丙托管丁, so that 乙 and 丙 are no list. */
function inPairs(
  joined: readonly Token<SentenceMention>[],
  tokens: readonly Token<SentenceMention>[],
  index: number,
  text: string,
): boolean {
  if (isPairedByHe(joined, tokens, index)) return true
  let first = joined.length - 2
  while (joined[first - 1]?.classes.includes('and') === true && joined[first - 2]?.kind === 'things') first -= 2
  let verb = isBrief(joined[first - 1]) ? first - 2 : first - 1
  if (!isPairing(joined[verb])) return false
  // 包科帮扶: one verb of two words.
  while (isPairing(joined[verb - 1])) verb--
  const body = isDepartment(joined[verb - 1], text) ? verb - 2 : verb - 1
  // 甲携手乙、丙与丁签约: 乙 and 丙 are a list.
  if (!isBodyOrUnread(joined[body], text) || joined[verb]?.classes.includes('hands') === true) return false
  const next = isBrief(tokens[index + 1]) || isDepartment(tokens[index + 1], text) ? index + 2 : index + 1
  const pairing = new Set(joined.slice(verb, first).flatMap(({ classes }) => classes.filter((name) => PAIRING.includes(name))))
  return tokens[next]?.classes.some((name) => pairing.has(name)) === true
}

/** 甲和乙、丙和丁分别签约: every 、 parts two pairs, up to the word that says so. 甲和乙、丙和丁分别与戊签约 is one list. */
function isPairedByHe(joined: readonly Token<SentenceMention>[], tokens: readonly Token<SentenceMention>[], index: number): boolean {
  const isHe = (token: Token<SentenceMention> | undefined): boolean => token?.classes.includes('he') === true
  if (!isHe(joined.at(-3)) || joined.at(-4)?.kind !== 'things') return false
  let at = index
  while (isHe(tokens[at + 1]) && tokens[at + 2]?.kind === 'things') {
    const next = tokens[at + 3]
    if (next?.classes.includes('item') !== true) return next?.classes.includes('each') === true && !next.classes.includes('with')
    at += 4
  }
  return false
}

/** 仁心医院|托管甲、乙托管丙: a name that was not read tells a pair as well. */
function isBodyOrUnread(token: Token<SentenceMention> | undefined, text: string): boolean {
  if (token === undefined || token.kind === 'things') return token !== undefined
  return token.kind !== 'stop' && UNREAD_END.test(text.slice(token.from, token.to))
}

const UNREAD_END = /(?:医院|保健院|卫生院|学院|大学|集团|公司)$/u

function isPairing(token: Token<SentenceMention> | undefined): boolean {
  return token?.classes.some((name) => PAIRING.includes(name)) === true
}

/** 甲医院心内科帮扶乙医院心内科、丙医院儿科帮扶…: the department of a party. */
function isDepartment(token: Token<SentenceMention> | undefined, text: string): boolean {
  return token?.kind === 'gap' && DEPARTMENT.test(text.slice(token.from, token.to))
}

/** 甲卫生院、乙卫生院等8家卫生院: the count closes the list. */
const COUNT_TAIL = /^等\d{1,3}[家所个][〇㐀-鿿]{0,6}(?:卫生院|中心|机构|单位)$/u

/** 甲卫生院、乙卫生院共6家卫生院|和丙中心: the count stands within the list. */
const COUNT_WITHIN = /^(?:等|共|共计|等共)?\d{1,3}[家所个处][〇㐀-鿿]{0,6}(?:卫生院|中心|机构|单位)$/u

/** 甲2个、乙1个: how many of what is told each item has. */
const ITEM_COUNT = /^\d{1,3}[个家名]$/u

const COMMITTEE = /^[省市县区州旗盟]?委$/u

/** Whether a place stands after itself and 委: 县委[县政府], 青岚县县委、[县政府]. */
function isCommittee(joined: readonly Token<SentenceMention>[], token: Token<SentenceMention>, text: string): boolean {
  const first = joined.at(-1)?.classes.includes('item') === true ? -3 : -2
  const [place, gap] = [joined.at(first), joined.at(first + 1)]
  return (
    gap?.kind === 'gap' &&
    COMMITTEE.test(text.slice(gap.from, gap.to)) &&
    place?.kind === 'things' &&
    place.things.length === 1 &&
    place.things[0]?.entity === token.things[0]?.entity
  )
}

/** 了, 着. */
function isBrief(token: Token<SentenceMention> | undefined): boolean {
  return token?.kind === 'gap' && token.to - token.from === 1
}

/** Words that pair what stands before them with what stands after them. */
const PAIRING = ['with', 'toward', 'at', 'lead', 'form-托管', 'form-对口支援', 'take-charge']

/** Places stand in a list with places and with bureaus, which sign for them; bodies with bodies. */
function sameSort(a: Token<SentenceMention>, b: Token<SentenceMention>): boolean {
  return isPlace(a) === isPlace(b) || isBureau(a) || isBureau(b)
}

function isBureau({ things: [thing] }: Token<SentenceMention>): boolean {
  return thing?.label === 'Institution' && thing.attrs['kind'] === 'government'
}

function isPlace(token: Token<SentenceMention>): boolean {
  return token.kind === 'things' && token.things[0]?.label === 'District'
}
