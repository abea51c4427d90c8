/** Radicals that fonts of PDFs put in the place of the character itself (⻘ for 青, ⼈ for 人). */

/** Of the block CJK Radicals Supplement those that are whole characters; Unicode's EquivalentUnifiedIdeograph. */
const SUPPLEMENT =
  '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const plainOf = new Map<string, string>()
for (let at = 0; at < SUPPLEMENT.length; at += 2) plainOf.set(SUPPLEMENT.charAt(at), SUPPLEMENT.charAt(at + 1))

/** The text with radicals as characters; every one keeps its length. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (unit) => plainOf.get(unit) ?? unit.normalize('NFKC'))
}
