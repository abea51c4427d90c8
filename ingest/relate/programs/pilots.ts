/** What is tried out: it may be any matter of hospitals (慢病长处方试点, “总药师”制度试点). */
export const PILOT = /^(?:应用)?(?:创建|试点|改革试点)/u
/** Characters of medicine. */
export const MEDICAL = /[医药诊疗病患症癌疫孕婴]/u
