/** What a house is made into, and what is paid for: of a centre nothing more need be told to be works. */

/** 将旧楼改造为康复中心; 投资860万元建设的名医堂. */
export const MADE_INTO =
  /(?:(?:改造?|改建|改扩建|翻建|扩建|升级|装修|腾|辟|变|转)(?:建设?)?(?:成|为|出)了?|(?:投[入资]|[斥出筹耗]资)[^，。；]{0,6}[\d万亿]元(?:新?建[设成]?|改造|改建|打造)?了?的|改[造建]的)(?:一[个座栋幢处家所])?$/u
