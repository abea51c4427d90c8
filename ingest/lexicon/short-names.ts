/** By which shorter names texts call a division: 奉化 for 奉化区, 恩施州, 恩施 and 恩施自治州 for 恩施土家族苗族自治州. */
import type { DistrictLevel } from '../../cypher/model/index.ts'

/** The 56 peoples as they stand in names of divisions; the longest first, so that 东乡族 is not read as 乡族. */
const PEOPLES = (
  '维吾尔 柯尔克孜 塔吉克 乌孜别克 哈萨克 俄罗斯 塔塔尔 蒙古 达斡尔 鄂温克 鄂伦春 赫哲 朝鲜 满 回 藏 门巴 珞巴 羌 彝 白 傣 景颇 傈僳 拉祜 佤 纳西 哈尼 基诺 布朗 德昂 阿昌 独龙 怒 普米 ' +
  '苗 侗 布依 水 仡佬 土家 瑶 壮 仫佬 毛南 京 黎 畲 高山 撒拉 土 保安 东乡 裕固 锡伯'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Peoples whose name stands without 族 (蒙古自治县); a single character always has it. */
const people = `(?:(?:${PEOPLES.filter((name) => name.length > 1).join('|')})族?|[各${PEOPLES.filter((name) => name.length === 1).join('')}]族)`
/** 恩施土家族苗族自治州: at least two characters of the place stay. 鄂温克族自治旗 has no place before the people. */
const AUTONOMOUS = new RegExp(`^(.{2,}?)(${people}+)(自治[州县旗]|民族乡|[乡区])$`)
const PEOPLE_ALONE = new RegExp(`^(${people})(自治[县旗])$`)

/** The longer before those that end in them. */
const SUFFIXES: Readonly<Record<DistrictLevel, readonly string[]>> = {
  province: ['特别行政区', '维吾尔自治区', '壮族自治区', '回族自治区', '自治区', '省', '市'],
  city: ['地区', '市', '盟'],
  county: ['特区', '林区', '区', '县', '市'],
  township: ['街道', '镇', '民族乡', '乡', '苏木'],
}

/**
 * The short names that the full name itself gives, the longer first; never a single character
 * (单县 and 东区 have none) and never the full name. A 旗 keeps its 旗: 杭锦后旗 has no short name.
 */
export function shortNames(name: string, level: DistrictLevel): string[] {
  if (level !== 'province' && (name.includes('族') || name.includes('自治'))) {
    const [, stem = '', , kind = ''] = AUTONOMOUS.exec(name) ?? []
    if (stem !== '') return [stem + kind.slice(-1), stem, ...(kind.startsWith('自治') ? [stem + kind] : [])]
    const [, people = '', body = ''] = PEOPLE_ALONE.exec(name) ?? []
    const alone = people.replace(/族$/u, '')
    if (alone.length > 1) return [alone + body.slice(-1), alone]
  }
  const suffix = SUFFIXES[level].find((ending) => name.endsWith(ending))
  const stem = suffix === undefined ? '' : name.slice(0, -suffix.length)
  return stem.length > 1 ? [stem] : []
}
