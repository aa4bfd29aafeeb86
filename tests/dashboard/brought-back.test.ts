import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { signIn } from '#tests/support/dashboard.ts'
import { importPaths } from '#tests/support/importing.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-10T18:00:00+01:00' })
  await importSample(world.db, movement, world.now())
  session = await signIn(world)
})
afterAll(() => world.stop())

const columns = ['town', 'department', 'region', 'state', 'members', 'founded', 'website', 'email', 'field_postcode']

test.each(['groups.csv?', 'groups.csv?format=excel&', 'groups.xlsx?'])(
  'a list that was downloaded as %s and is brought back changes nothing',
  async (file) => {
    const query = columns.map((name) => `column=${name}`).join('&')
    const response = await fetch(`${world.url}/dashboard/${file}${query}`, { headers: { cookie: session } })
    const folder = await mkdtemp(join(tmpdir(), 'relance-back-'))
    const path = join(folder, file.replace(/\?.*/, ''))
    await writeFile(path, Buffer.from(await response.arrayBuffer()))
    const { counts } = await importPaths(world.db, [path], { movement, apply: false, now: world.now() })
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 115 })
    await rm(folder, { recursive: true })
  },
)
