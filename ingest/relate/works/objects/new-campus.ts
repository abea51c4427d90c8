/** Campuses that say by their name that they are new. */

/** 城东新院区: its opening is that of new premises. */
const NEW_CAMPUS = /新(?:院区?|址|区)$/u

/** Whether a name says of itself that it is a new campus. */
export function isNewCampus(name: string): boolean {
  return NEW_CAMPUS.test(name)
}
