import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { main } from '#scripts/settings/main.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const command = /npm run settings -- ((?:'[^']*'|[^\s'#`]+|[ \t]+)+)/g

/** Each `npm run settings -- …` of the docs, in words as a shell has them. */
async function commandsOfDocs(): Promise<string[][]> {
  const names = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'))
  const pages = await Promise.all(names.map((name) => readFile(join(root, 'docs', name), 'utf8')))
  return pages.flatMap((page) =>
    [...page.matchAll(command)].map(([, said = '']) =>
      // Spanish stands for a language that somebody has just begun
      [...said.matchAll(/'([^']*)'|[^\s']+/g)].map(([word, quoted = word]) => quoted.replace('"es"', '"nl"')),
    ),
  )
}

test('each setting that the docs set by a command can be set so', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const commands = await commandsOfDocs()
  expect(commands.length).toBeGreaterThan(8)
  for (const words of commands) expect(await main(words, {}).then(() => 'done', String), words.join(' ')).toBe('done')
  log.mockRestore()
})
