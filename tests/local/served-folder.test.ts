import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Folder, takeFolder } from '#scripts/local/folder.ts'
import { refuseOtherThan, servedBy } from '#scripts/local/served-folder.ts'
import { copyDatabase } from '#tests/support/template.ts'

let folder: string
const within = (name: string) => join(folder, name)
const said = vi.spyOn(console, 'error')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  for (const name of ['served', 'other']) {
    await mkdir(within(name))
    await copyDatabase(within(name))
  }
  said.mockReset().mockReturnValue()
})
afterEach(() => rm(folder, { recursive: true }))

const served = () => servedBy(within('served'), process.pid)

describe('a command that was told another folder than the server', () => {
  test('begins no database there, unless who calls it typed the folder', async () => {
    await expect(refuseOtherThan(served(), within('new'), false)).rejects.toThrow(`DATA=${within('served')}`)
    expect(existsSync(within('new'))).toBe(false)
    await refuseOtherThan(served(), within('new'), true)
    expect(said.mock.calls.join()).toContain(`Working in ${within('new')}`)
  })

  test('leaves it to whoever opens it to say that it may not be looked at', async () => {
    await mkdir(within('hidden'))
    // Nor may root follow a link that leads to itself
    await symlink('relance.sqlite', join(within('hidden'), 'relance.sqlite'))
    await refuseOtherThan(served(), within('hidden'), false)
    expect(said.mock.calls.join()).toContain(`Working in ${within('hidden')}`)
  })

  test.each([true, false])(
    'says so where there is a database, be the folder typed (%s) or in .env',
    async (isTyped) => {
      await refuseOtherThan(served(), within('other'), isTyped)
      expect(said.mock.calls.join()).toContain(`Working in ${within('other')}`)
    },
  )

  test('says nothing where a second server works', async () => {
    const taken = (await takeFolder(within('other'))) as Folder
    await taken.announce()
    await refuseOtherThan(served(), within('other'), false)
    await taken.release()
    expect(said).not.toHaveBeenCalled()
  })

  test('is told when one name is two folders, as /tmp is for a service', async () => {
    const there = served()
    await rename(within('served'), within('hidden'))
    await refuseOtherThan(there, within('served'), true)
    expect(said.mock.calls.join()).toContain('The server works in another')
    said.mockClear()
    // Who has ended is in no folder any more
    await refuseOtherThan({ ...there, pid: 2 ** 22 + 1 }, within('served'), true)
    expect(said).not.toHaveBeenCalled()
  })
})

test('a command that was told the server’s folder works in it without a word, also by another name', async () => {
  await symlink(within('served'), within('link'))
  await refuseOtherThan(served(), within('served'), false)
  await refuseOtherThan(served(), within('link'), false)
  await refuseOtherThan(null, within('new'), false)
  await refuseOtherThan(servedBy(within('gone'), process.pid), within('new'), false)
  expect(said).not.toHaveBeenCalled()
})
