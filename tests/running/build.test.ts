import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeIfChanged } from '#scripts/local/write-if-changed.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('what is compiled takes the place of the last one, and leaves nothing beside it', async () => {
  const file = join(folder, 'compiled.ts')
  await writeIfChanged(file, 'one')
  await writeIfChanged(file, 'two')
  expect(await readFile(file, 'utf8')).toBe('two')
  expect(await readdir(folder)).toEqual(['compiled.ts'])
})

test('a checkout in which nothing can be written is said in words', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(writeIfChanged(join(folder, 'file', 'compiled.ts'), 'one')).rejects.toMatchObject({
    name: 'Stop',
    message: expect.stringContaining(join(folder, 'file')),
  })
})
