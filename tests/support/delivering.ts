import type { D1Database } from '@cloudflare/workers-types'
import { callOut } from '#hosts/node/call.ts'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import movement from '#sample/movement.ts'
import { deliverDue } from '#shared/actions/deliver-due.ts'
import { linkKey } from '#shared/domain/link.ts'

// One run of the deliverer, in a process of its own: `<database> <instant> <step>`. It kills itself at that step, as a
// machine that loses its power: before or after any write, and before or after any call.
const [file = '', at = '', last = ''] = process.argv.slice(2)
const { db, close } = openSqlite(file)

let steps = 0
async function stepping<Result>(work: () => Promise<Result>): Promise<Result> {
  die()
  const result = await work()
  die()
  return result
}

function die(): void {
  steps += 1
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL')
}

await deliverDue({
  db: {
    ...db,
    prepare: (sql: string) => db.prepare(sql),
    batch: (s: never) => stepping(() => db.batch(s)),
  } as D1Database,
  movement,
  publicUrl: 'https://maj.example.org',
  key: await linkKey('a secret of at least thirty-two characters'),
  call: (call) => stepping(() => callOut(call, true)),
  clock: () => new Date(at),
  most: 1000,
  until: new Date(Date.parse(at) + 1),
})
close()
