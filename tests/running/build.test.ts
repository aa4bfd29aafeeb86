import { globSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeIfChanged } from '#scripts/local/write-if-changed.ts'
import { makeCheckout } from '#tests/support/checkout.ts'
import { startProgram } from '#tests/support/program.ts'

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

test('a command keeps what it has read for the next one, and runs where that cannot be kept, or is damaged', async () => {
  const checkout = await makeCheckout('dist')
  const { cwd = '' } = checkout.options
  const say = async () => {
    const program = startProgram('check-config', [], checkout.options)
    return [await program.ended, program.said()]
  }
  const kept = () => globSync('dist/compile-cache/*/*', { cwd }).map((name) => join(cwd, name))
  try {
    await checkout.write('dist', 'no folder')
    const told = await say()
    expect(told[0]).toBe(0)
    expect(kept()).toEqual([])
    await rm(join(cwd, 'dist'))
    expect(await say()).toEqual(told)
    expect(kept().length).toBeGreaterThan(50)
    for (const file of kept()) await writeFile(file, 'damaged')
    expect(await say()).toEqual(told)
  } finally {
    await checkout.remove()
  }
})

test('a checkout in which nothing can be written is said in words', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(writeIfChanged(join(folder, 'file', 'compiled.ts'), 'one')).rejects.toMatchObject({
    name: 'Stop',
    message: expect.stringContaining(join(folder, 'file')),
  })
})
