import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_splitSqlQuery as splitAsWrangler } from 'wrangler'
import { splitStatements } from '#scripts/local/migrate.ts'
import { compatibilityDate, root } from '#scripts/local/paths.ts'
import { templates } from '#shared/mail/compiled.ts'
import { exportedNames, functionLengths, homonymsAmong } from '#tests/support/exports.ts'
import config from '../vitest.config.ts'
import realServers from './real-servers/vitest.config.ts'

// Rules of the house that a linter cannot see.

/** Tracked files and new ones, as they are now. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && read(file) !== null)

function read(file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null
    throw error
  }
}

const isCode = (file: string) => /\.(ts|tsx|js)$/.test(file)
const within = (...folders: string[]) => files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)))

/** The code of the product. */
const product = within('shared', 'workers', 'hosts', 'scripts')
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  .map((file) => ({ file, code: read(file) ?? '' }))

/** The names in a program: what is in comments and texts is left out, but what a text puts in. */
const namesIn = (code: string): string[] =>
  code
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '')
    .replace(/`[^`]*`/g, (text) => (text.match(/\$\{[^}]*\}/g) ?? []).join(' '))
    .match(/[A-Za-z_]\w*/g) ?? []

/** `file:line: text` for each line of these files that matches. */
function grep(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) =>
    (read(file) ?? '')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )
}

/** Servers install no MJML: what it makes of each mail is in the repository too. `npx vitest run tests/house.test.ts -u` writes it. */
test.each(Object.entries(templates))(
  'the page of the %s mail is what MJML makes of its template',
  async (kind, { html }) => {
    const lines = `${html.replaceAll('> <', '>\n<')}\n`
    await expect(lines).toMatchFileSnapshot(join(root, 'shared/mail/kinds', kind, 'page.html'))
  },
)

describe('a statement', () => {
  test('is compiled once: no parameter stands alone as its limit', () => {
    expect(grep(/\b(LIMIT|OFFSET) \?(?!.* \+ 0)/, within('shared/db'))).toEqual([])
  })
})

describe('the house', () => {
  test('has these rooms at its root and no others', () => {
    const entries = [...new Set(files.map((file) => file.split('/')[0]))].sort()
    expect(entries).toEqual(
      expect.arrayContaining([
        'docs',
        'hosts',
        'migrations',
        'sample',
        'scripts',
        'shared',
        'tests',
        'workers',
        'wrangler.toml',
      ]),
    )
    const known = [
      '.ci',
      '.env.example',
      '.gitignore',
      'bench',
      'bench',
      'biome.json',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'docs',
      'hosts',
      'LICENSE',
      'migrations',
      'movement.config.ts',
      'package-lock.json',
      'package.json',
      'README.fr.md',
      'README.md',
      'sample',
      'scripts',
      'shared',
      'tests',
      'tsconfig.json',
      'vitest.config.ts',
      'workers',
      'wrangler.toml',
    ]
    expect(entries.filter((entry) => !known.includes(entry ?? ''))).toEqual([])
  })

  test('has no drawer for whatever fits nowhere', () => {
    const drawers = /^(utils?|helpers?|common|types?|misc)$/
    const found = files.filter((file) =>
      file.split('/').some((part) => drawers.test(part.replace(/\.(d\.)?[a-z]+$/, ''))),
    )
    expect(found).toEqual([])
  })

  test('keeps all SQL in shared/db', () => {
    const elsewhere = within('shared', 'workers', 'scripts').filter(
      // The door hands on the statements of other programs
      (file) => isCode(file) && !file.startsWith('shared/db/') && file !== 'hosts/workerd/control-worker.ts',
    )
    expect(grep(/\.prepare\(/, elsewhere)).toEqual([])
  })

  test('tells the time and draws lots in an entry or a handler, never in shared', () => {
    const chance =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\.now\b/
    expect(grep(chance, within('shared').filter(isCode))).toEqual([])
  })

  test('puts text into a normal form in one place, where the marks of a letter are few', () => {
    const elsewhere = within('shared', 'workers', 'scripts').filter((file) => file !== 'shared/text/normal-form.ts')
    expect(grep(/\.normalize\(/, elsewhere.filter(isCode))).toEqual([])
  })

  test('imports zod whole: `import { z }` carries forty languages, 580 kB of each worker', () => {
    expect(grep(/import\s+(type\s+)?\{.*\bz\b.*\}\s+from\s+['"]zod['"]/, files.filter(isCode))).toEqual([])
  })

  test('reads movement.config.ts in the entries of programs and workers alone: everywhere else the movement is given', () => {
    const readers = grep(/from ['"]#movement['"]|import\(['"]#movement['"]\)/, files.filter(isCode))
    expect(readers.map((line) => line.split(':')[0]).sort()).toEqual([
      'scripts/local/movement.ts',
      'workers/dashboard/worker.ts',
      'workers/desk/worker.ts',
      'workers/feeds/worker.ts',
      'workers/forms/worker.ts',
      'workers/reminders/worker.ts',
    ])
  })

  test('has each integration of the feeds in one folder that nothing else leans on: it is taken out with its line', () => {
    const folders = within('workers/feeds')
      .filter((file) => file.endsWith('/integration.ts'))
      .map((file) => file.split('/')[2] ?? '')
      .filter((folder) => folder !== 'integration.ts')
    expect(folders).toEqual(expect.arrayContaining(['calendar', 'webhooks']))
    const leaning = folders.flatMap((folder) => {
      const others = product.filter(({ file }) => !file.startsWith(`workers/feeds/${folder}/`)).map(({ file }) => file)
      const outside = others.filter((file) => file !== 'workers/feeds/index.tsx')
      const siblings = outside.filter((file) => file.startsWith('workers/feeds/'))
      return [
        ...grep(new RegExp(`from '#workers/feeds/${folder}/`), outside),
        ...grep(new RegExp(`from '\\.\\.?/${folder}/`), siblings),
      ]
    })
    expect(leaning).toEqual([])
  })

  test('names no folder of somebody’s machine', () => {
    const machine = new RegExp(['work', 'root', 'home', 'Users'].map((name) => `(?<![\\w.-])/${name}/[a-z]`).join('|'))
    const texts = files.filter((file) => !file.startsWith('sample/') && file !== 'LICENSE')
    expect(grep(machine, texts)).toEqual([])
  })

  test('calls no two things by one name', () => {
    const found = [...homonymsAmong(product)].map(([name, where]) => `${name}: ${where}`)
    expect(found, 'two things have one name: give one of them its own').toEqual([])
    expect(exportedNames('export async function a() {}\nexport type B = 1\nexport const c = 1')).toEqual([
      'a',
      'B',
      'c',
    ])
  })

  test('speaks the field’s words: these were of our own, and others stand for them now', () => {
    const was: Readonly<Record<string, string>> = {
      brake: 'pause',
      deed: 'action, or activity',
      ladder: 'sequence',
      ledger: 'summary',
      presser: 'client',
      rung: 'step',
      seat: 'membership',
      shut: 'suppressed',
      standing: 'status, or summary',
      theatre: 'harness',
    }
    const words = Object.keys(was).join('|')
    const own = new RegExp(
      `(?<![a-z])(?:${words})s?(?![a-z])|(?:${words.replace(/\b[a-z]/g, (sign) => sign.toUpperCase())})s?(?![a-z])`,
    )
    const code = product.filter(({ file }) => !/^(shared|scripts)\/text\/|\/(en|fr|nl)\.ts$/.test(file))
    const names = code.flatMap(({ file, code: source }) =>
      namesIn(source).flatMap((name) => (own.test(name) ? [`${file}: ${name}`] : [])),
    )
    expect([...new Set(names)]).toEqual([])
    expect(namesIn("const seatOf = 'a rung' // a ladder\n/* deeds */ one")).toEqual(['const', 'seatOf', 'one'])
  })

  test('has no file past three hundred lines and no function past one hundred', () => {
    const sizes = product.flatMap(({ file, code }) => [
      { what: file, lines: code.split('\n').length - 1, asks: 200, most: 300 },
      ...functionLengths(code).map(({ name, lines }) => ({ what: `${file} ${name}`, lines, asks: 60, most: 100 })),
    ])
    const large = sizes.filter(({ lines, asks }) => lines > asks).map(({ what, lines }) => `  ${what}: ${lines} lines`)
    if (large.length > 0) console.warn(`These ask to be two things:\n${large.join('\n')}`)
    expect(sizes.filter(({ lines, most }) => lines > most)).toEqual([])
  })

  test('shows no command to somebody who cannot type it: of the pages only that of a Relance that is not set up names one', () => {
    const pages = within('shared/text', 'shared/html', 'shared/mail/kinds', 'workers').filter(isCode)
    // Commands' own words
    const others = pages.filter((file) => !/(shared\/text\/..\/sheet|workers\/when-set-up)\.ts$/.test(file))
    expect(grep(/npm run/, others)).toEqual([])
  })

  test('names files in lower case, with dashes', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.(ts|tsx|css|mjml)$/
    const named = within('shared', 'workers', 'scripts', 'tests', 'bench').filter((file) =>
      /\.(tsx?|css|mjml)$/.test(file),
    )
    expect(named.filter((file) => !kebab.test(basename(file)))).toEqual([])
  })

  test('reads the environment and what a program was told in entries, never in shared', () => {
    expect(grep(/\b(process|context|c)\.env\b/, within('shared').filter(isCode))).toEqual([])
    const programs = within('scripts').filter((file) => isCode(file) && file !== 'scripts/arguments.ts')
    expect(grep(/\bparseArgs\(/, programs)).toEqual([])
    expect(grep(/\bprocess\.argv\b/, programs).map((line) => line.split(':')[0])).toEqual(['scripts/run.ts'])
  })

  test('casts no more than it did: a cast hides what a type would have found', () => {
    const casts = grep(
      /\bas (unknown as|never\b|any\b)/,
      product.map(({ file }) => file),
    )
    expect(casts.length, casts.join('\n')).toBeLessThanOrEqual(24)
  })

  test('has a process of its own for each test file that replaces a module or bundles, and for no other', () => {
    const alone = new Set(
      grep(/^(vi\.(do)?mock\(|import \{ (build|makeRelease) \} )/i, within('tests')).map((line) => line.split(':')[0]),
    )
    const { projects } = config.test ?? {}
    const apart = projects?.flatMap((project) =>
      typeof project === 'object' && 'test' in project && project.test?.isolate ? (project.test.include ?? []) : [],
    )
    expect(apart?.sort()).toEqual([...alone].sort())
  })

  test('runs no other test where there are real mail servers', () => {
    expect([realServers.test?.include, realServers.test?.projects]).toEqual([
      ['tests/real-servers/**/*.test.ts'],
      undefined,
    ])
  })

  test('has the program that each npm script names', () => {
    const { scripts } = JSON.parse(read('package.json') ?? '') as { scripts: Record<string, string> }
    const named = Object.values(scripts).flatMap((script) => script.match(/\b(scripts|bench)\/[\w/.-]+\.ts\b/g) ?? [])
    expect(named.filter((file) => read(file) === null)).toEqual([])
  })
})

describe('pages', () => {
  test('load nothing from anybody else', () => {
    const pages = within('shared/html', 'workers').filter((file) => /\.(tsx?|css)$/.test(file))
    const loads =
      /(\b(src|href|action|srcset|poster|data)=["'{`]+https?:|url\(\s*["']?https?:|@import|\bimport\(\s*["'`]https?:)/
    expect(grep(loads, pages)).toEqual([])
  })
})

describe('wrangler.toml', () => {
  const toml = read('wrangler.toml') ?? ''
  const values = (name: string) => [...toml.matchAll(new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, 'gm'))].map(([, v]) => v)

  test('writes for the version of the platform that a single machine runs', () => {
    expect(values('compatibility_date')).toEqual([compatibilityDate])
  })

  test('gives the workers one database and one address', () => {
    expect(toml.match(/^\[env\.\w+\]$/gm)).toEqual([
      '[env.forms]',
      '[env.reminders]',
      '[env.dashboard]',
      '[env.desk]',
      '[env.feeds]',
    ])
    for (const name of ['database_id', 'PUBLIC_URL']) {
      expect(values(name)).toHaveLength(5)
      expect(new Set(values(name)).size).toBe(1)
    }
  })
})

describe('migrations', () => {
  const migrations = within('migrations').sort()

  test('are numbered from 1 without a hole, and say what they do', () => {
    const names = migrations.map((file) => basename(file))
    expect(names.filter((name) => !/^\d{4}_[a-z]+_[a-z_]+\.sql$/.test(name))).toEqual([])
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
  })

  test.each(migrations)('%s says above each index, or above several, what they serve', (file) => {
    const whole = (read(file) ?? '').split('\n')
    const above = (index: number): string => {
      const line = whole[index - 1] ?? ''
      return /^CREATE (UNIQUE )?INDEX/.test(line) ? above(index - 1) : line
    }
    const unsaid = whole.filter((line, index) => /^CREATE (UNIQUE )?INDEX/.test(line) && !above(index).startsWith('--'))
    expect(unsaid).toEqual([])
  })

  test.each(migrations)('%s makes strict tables only', (file) => {
    const tables = splitStatements(read(file) ?? '').filter((sql) => /^CREATE TABLE/i.test(sql))
    expect(tables.filter((sql) => !/\)\s*(WITHOUT ROWID,\s*)?STRICT(,\s*WITHOUT ROWID)?\s*;$/i.test(sql))).toEqual([])
  })

  test.each(migrations)('%s is the same statements to wrangler as to us', (file) => {
    const plain = (sql: string) =>
      sql
        .replace(/^\s*--.*$/gm, '')
        .replace(/\s+/g, ' ')
        .replace(/;\s*$/, '')
        .trim()
    const text = read(file) ?? ''
    const theirs = splitAsWrangler(text)
      .map(plain)
      .filter((sql) => sql !== '')
    expect(splitStatements(text).map(plain)).toEqual(theirs)
  })
})
