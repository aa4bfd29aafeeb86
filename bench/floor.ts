import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleDatabase } from '#hosts/workerd/bundle.ts'
import { databaseConfig } from '#hosts/workerd/config.ts'
import { startRuntime } from '#hosts/workerd/runtime.ts'
import { root } from '#scripts/local/paths.ts'
import { openSocket } from '#scripts/local/socket.ts'

/** The least that a page over a database can be, in the same runtime: an empty Hono that selects, or inserts, one row. */
export type Floor = { port: number; pid: number; stop: () => Promise<void> }

const worker = `
import { Hono } from 'hono'
const app = new Hono()
app.get('/', async ({ env, html }) => html(String((await env.DB.prepare('SELECT value FROM floor WHERE id = ?1').bind(1).first()).value)))
app.post('/', async ({ env, req, body }) => {
  const { value } = await req.parseBody()
  await env.DB.prepare('INSERT INTO floor (value) VALUES (?1)').bind(value).run()
  return body(null, 303, { location: '/' })
})
app.get('/make', async ({ env, text }) => {
  await env.DB.batch(["CREATE TABLE floor (id INTEGER PRIMARY KEY, value TEXT) STRICT", "INSERT INTO floor (value) VALUES ('one')"].map((sql) => env.DB.prepare(sql)))
  return text('made')
})
export default app
`

export async function startFloor(): Promise<Floor> {
  const path = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  const folder = { path, run: join(path, 'run') }
  await bundleDatabase(folder.run)
  // Not before the other bundles, which settle how esbuild runs
  const { buildSync } = await import('esbuild')
  const { outputFiles } = buildSync({
    stdin: { contents: worker, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
  })
  await writeFile(join(folder.run, 'floor.js'), outputFiles[0]?.text ?? '')
  const socket = await openSocket('127.0.0.1', 0)
  const runtime = await startRuntime({ folder, config: withFloor(databaseConfig()), sockets: { floor: socket } })
  await fetch(`http://127.0.0.1:${socket.port}/make`)
  return {
    port: socket.port,
    pid: runtime.pid,
    stop: async () => {
      await runtime.stop()
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** The database's configuration with one worker more: the control socket’s own, under another name and script. */
function withFloor(config: string): string {
  const [controlSocket = ''] = /\(name = "controlSocket", worker = \([\s\S]*?\n {4}\)\)/.exec(config) ?? []
  const floor = controlSocket.replaceAll('controlSocket', 'floor').replace(/,?\s*\(name = "CONTROL_TOKEN"[^)]*\)/, '')
  return config
    .replace('services = [', `services = [${floor},`)
    .replace('sockets = [', 'sockets = [(name = "floor", http = (), service = "floor"), ')
}
