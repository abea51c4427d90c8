/** The data of seeds/ as the stages use it: divisions, known organisations, program names, word lists. */
import type { DistrictLevel, EntityLabel, FamilyName, Place } from '../../cypher/model/index.ts'

/** One administrative division of the table, with its parent's code. */
export interface Division {
  /** 6 digits down to the county, 9 for a township. */
  readonly code: string
  readonly name: string
  readonly level: DistrictLevel
  /** Code of the next wider division; undefined for a province. */
  readonly parent?: string
  /** Names by which texts call it: 奉化 for 奉化区, 恩施州, 恩施; never a single character. */
  readonly short: readonly string[]
}

export interface Divisions {
  /** Date of the data, as printed by its source. */
  readonly asOf: string
  byCode(code: string): Division | undefined
  /** All divisions with exactly this full or short name, the wider levels first, then by code. */
  named(name: string): readonly Division[]
  /** Direct parts of a division. */
  parts(code: string): readonly Division[]
  /** The chain from the province down to the division. */
  chain(code: string): readonly Place[]
  /** Every division in ascending order of code, a county before its townships. */
  all(): Iterable<Division>
}

/** An organisation that is known by name: a partner hospital, a university, a state body. */
export interface KnownOrganisation {
  readonly label: Extract<EntityLabel, 'Hospital' | 'Institution' | 'Consortium'>
  readonly name: string
  readonly kind: string
  /** Code of the division in which it stands; undefined for bodies of the state. */
  readonly division?: string
  readonly aliases: readonly string[]
  /** Those of the aliases that were its official name once: 赣南医学院 of 赣南医科大学. */
  readonly formerNames?: readonly string[]
  /** Names that mean it only in a document whose home lies in this division code prefix (市一院 in 3302…). */
  readonly localAliases?: readonly { readonly alias: string; readonly within: string }[]
  /** Name of the university that it is affiliated with. */
  readonly affiliation?: string
  /** Name of the hospital of which it is a campus. */
  readonly parent?: string
  readonly source: string
}

/** A program of the state or a province that is known under several names. */
export interface KnownProgram {
  readonly name: string
  readonly family: FamilyName
  readonly aliases: readonly string[]
  /** Those of the aliases that are its name where a text calls it so (紧密型县域医共体建设, “组团式”帮扶). */
  readonly ownNames?: readonly string[]
  readonly source: string
}

/** A word that tells the family of a program whose name holds it. */
export interface FamilyWord {
  readonly word: string
  readonly family: FamilyName
  /** Larger wins where several words match; default by length of the word. */
  readonly weight: number
}

export interface Lexicon {
  readonly divisions: Divisions
  readonly organisations: readonly KnownOrganisation[]
  /** Every name and unconditional alias of a known organisation → the organisation. */
  readonly organisationByName: ReadonlyMap<string, KnownOrganisation>
  readonly programs: readonly KnownProgram[]
  readonly programByName: ReadonlyMap<string, KnownProgram>
  readonly familyWords: readonly FamilyWord[]
  /** Word lists of seeds/lexicon/words/<name>.txt, by file name. */
  words(list: string): readonly string[]
  /** Rule records of seeds/rules/<family>.json, already parsed, with their place for error messages. */
  rules(family: string): readonly { readonly record: unknown; readonly file: string; readonly line: number }[]
  /** SHA-256 over all files of seeds/lexicon and seeds/rules. */
  readonly version: string
}
