/**
 * Where `npm start`, `npm test` and `npm run check` land: plain JavaScript without packages, so that it runs before anything
 * is installed. Installs and builds what is missing, then hands over to the real program.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OLDEST_NODE = [20, 19]
const STORE = '@grafeo-db/js'
/** Sources of the app; the build is renewed when one of them is newer. */
const APP_SOURCES = ['web/app', 'web/contract', 'cypher/model', 'vite.config.ts', 'package-lock.json']

const require = createRequire(import.meta.url)

/** @param {string} message */
function say(message) {
  process.stderr.write(`${message}\n`)
}

/**
 * Runs Node with these arguments; gives its exit code (128 + n after signal n).
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] quiet: what it prints goes to standard error
 * @returns {Promise<number>}
 */
function runNode(args, { quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: quiet ? ['ignore', 2, 2] : 'inherit' })
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    // A terminal sends its interrupt to the child as well; twice would cut short a tidy end.
    const onInterrupt = () => (process.stdin.isTTY ? undefined : child.kill('SIGINT'))
    process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', onInterrupt)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', onInterrupt)
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal])
    })
  })
}

/** The npm that called us, else the one beside this Node. */
function findNpm() {
  const bin = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const found = places.find((place) => place !== undefined && place.endsWith('npm-cli.js') && existsSync(place))
  if (found === undefined) throw new Error('找不到 npm。请先安装 npm，再运行 npm start。')
  return found
}

/** @param {string[]} args */
function runNpm(args) {
  return runNode([findNpm(), ...args], { quiet: true })
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * Packages of the lock file that are missing or stand in another version; platform packages may be absent.
 * @param {string} root
 */
export function listMissingPackages(root) {
  const wanted = readJson(join(root, 'package-lock.json')).packages
  const hidden = join(root, 'node_modules', '.package-lock.json')
  const present = existsSync(hidden) ? readJson(hidden).packages : {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && entry.optional !== true && present[path]?.version !== entry.version)
    .map(([path]) => path)
}

async function installPackages() {
  if (listMissingPackages(ROOT).length === 0) return
  say('正在安装依赖（首次运行约需一分钟）…')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  if ((await runNpm(['ci', ...quiet])) === 0) return
  say('npm ci 没有成功，改用 npm install 再试…')
  if ((await runNpm(['install', ...quiet])) !== 0) throw new Error('依赖没有装好。请检查网络，或看上面 npm 的提示。')
}

/**
 * Name of the package with the store's program for this machine, or undefined where there is none.
 * @param {{ platform: string, arch: string, isMusl: boolean }} machine
 */
export function platformPackage({ platform, arch, isMusl }) {
  if (platform === 'darwin' && (arch === 'x64' || arch === 'arm64')) return `${STORE}-darwin-${arch}`
  if (platform === 'win32' && arch === 'x64') return `${STORE}-win32-x64-msvc`
  if (platform === 'linux' && arch === 'arm64') return `${STORE}-linux-arm64-${isMusl ? 'musl' : 'gnu'}`
  if (platform === 'linux' && arch === 'x64' && !isMusl) return `${STORE}-linux-x64-gnu`
  return undefined
}

function hasMusl() {
  if (process.platform !== 'linux') return false
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return report.header.glibcVersionRuntime === undefined
}

/** The lock file may have been written on a machine for which npm did not list the others' platform packages. */
async function installStore() {
  const name = platformPackage({ platform: process.platform, arch: process.arch, isMusl: hasMusl() })
  if (name === undefined) {
    say(`内嵌图数据库没有 ${process.platform}-${process.arch} 版本，请改用 Neo4j：npm start -- --neo4j bolt://主机:7687`)
    return
  }
  const { version } = readJson(join(ROOT, 'node_modules', ...STORE.split('/'), 'package.json'))
  if (existsSync(join(ROOT, 'node_modules', ...name.split('/'), 'package.json'))) return
  say(`正在为本机安装内嵌图数据库 ${name}@${version} …`)
  const code = await runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`])
  if (code !== 0) say('内嵌图数据库没有装好；可改用 Neo4j：npm start -- --neo4j bolt://主机:7687')
}

/**
 * @param {string} path
 * @returns {number} milliseconds since 1970; 0 where nothing is
 */
function newestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  const names = readdirSync(path).filter((name) => name !== 'node_modules' && !name.startsWith('.'))
  return Math.max(stat.mtimeMs, ...names.map((name) => newestChange(join(path, name))))
}

/**
 * Whether web/dist is missing or older than what it is made of.
 * @param {string} root
 */
export function needsBuild(root) {
  const built = statSync(join(root, 'web', 'dist', 'index.html'), { throwIfNoEntry: false })
  if (built === undefined) return true
  return APP_SOURCES.some((source) => newestChange(join(root, ...source.split('/'))) > built.mtimeMs)
}

async function buildApp() {
  if (!needsBuild(ROOT)) return
  say('正在构建网页界面…')
  const code = await runNode([binOf('vite'), 'build', '--logLevel', 'warn'], { quiet: true })
  if (code !== 0) throw new Error('网页界面没有构建成功，见上面的提示。')
}

/**
 * The script behind a package's command.
 * @param {string} name
 */
function binOf(name, command = name) {
  const manifest = join(ROOT, 'node_modules', ...name.split('/'), 'package.json')
  const { bin } = readJson(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

/** @type {[string, () => string[]][]} */
const checks = [
  ['类型', () => [binOf('typescript', 'tsc'), '--noEmit', '-p', '.']],
  ['规范', () => [binOf('oxlint'), '--type-aware', '--deny-warnings']],
  ['格式', () => [binOf('oxfmt'), '--check']],
  ['无用代码', () => [binOf('knip')]],
]

/** Runs all checks, so that one fault does not hide another; gives the names of those that failed. */
async function runChecks() {
  const failed = []
  for (const [name, command] of checks) if ((await runNode(command())) !== 0) failed.push(name)
  return failed
}

/** @param {string[]} failed */
function report(failed) {
  if (failed.length > 0) say(`检查未通过：${failed.join('、')}`)
  return failed.length > 0 ? 1 : 0
}

/** @param {string[]} args */
async function start(args) {
  await installPackages()
  if (!args.some((arg) => arg === '--neo4j' || arg.startsWith('--neo4j='))) await installStore()
  await buildApp()
  const tsx = pathToFileURL(require.resolve('tsx')).href
  return runNode(['--import', tsx, join('web', 'server', 'start.ts'), ...args])
}

async function check() {
  await installPackages()
  const failed = await runChecks()
  if ((await runNode([binOf('vitest'), 'run', 'tests/laws'])) !== 0) failed.push('约定')
  return report(failed)
}

/** @param {string[]} args */
async function test(args) {
  await installPackages()
  await installStore()
  const failed = args.length > 0 ? [] : await runChecks()
  await buildApp()
  const code = report(failed)
  return (await runNode([binOf('vitest'), 'run', ...args])) || code
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Error(`需要 Node ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。`)
}

/** @param {string[]} argv */
async function main([command, ...args]) {
  checkNode()
  if (command === 'start') return start(args)
  if (command === 'check') return check()
  if (command === 'test') return test(args)
  throw new Error('用法：node ingest/cli/bootstrap.mjs start|check|test')
}

if (process.argv[1]?.split(sep).join('/').endsWith('ingest/cli/bootstrap.mjs')) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
