/** Requests and responses of the HTTP API: the server checks with them, the app is typed by them. */
export * from './algorithms.ts'
export * from './console.ts'
export * from './details.ts'
export * from './documents.ts'
export * from './initiatives.ts'
export * from './projects.ts'
export * from './scene.ts'
export * from './status.ts'
