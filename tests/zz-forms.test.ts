import { appendFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, test } from 'vitest'
import { startWorld, type World } from '#tests/support/world.ts'
import { hostileTexts } from '#tests/support/hostile-texts.ts'
import { formsIn, type PageForm } from './fuzz/forms.ts'
import { fixed } from './fuzz/movement.ts'
import { freshNetwork } from './fuzz/network.ts'
import { routes } from './fuzz/routes.ts'
import { answersTo } from './fuzz/ways-through.ts'
let world: World
beforeAll(async () => { world = await startWorld({ fixed, vars: { HOOK_SECRET: 'hook', SUBMISSIONS_PER_HOUR: '10000000' } }) })
afterAll(() => world.stop())
const out = '/tmp/attack/n/forms.txt'
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const chosen = ['spaces', 'new lines', 'marks above and below', 'all of them in turn', 'digits', 'commas', 'words of one letter', 'dotted letters', 'spaced digits', 'ats', 'addresses without an end', 'flowers', 'brackets', 'quotes', 'slashes']
test('forms', { timeout: 1_500_000 }, async () => {
  writeFileSync(out, '')
  const network = await freshNetwork(world)
  const [session = ''] = network.cookies
  const forms = new Map<string, PageForm>()
  for (const route of routes.filter(({ method, path }) => method === 'GET' && !/dashboard/.test(path)))
    for await (const response of answersTo(world.url, network, route)) {
      if (!response.headers.get('content-type')?.startsWith('text/html')) { await response.arrayBuffer(); continue }
      for (const form of formsIn(await response.text(), new URL(response.url).pathname)) {
        const key = form.action.replace(/[\w-]{20,}/g, ':t').replace(/\/(group|person|campaign|webhook)-[\w-]+/g, '/:id') + form.fields.map(([n]) => n.replace(/^.*\./, '')).join()
        if (!forms.has(key)) forms.set(key, form)
      }
    }
  appendFileSync(out, `forms ${forms.size}\n`)
  const units = hostileTexts.filter(({ name }) => chosen.includes(name))
  for (const [key, form] of forms) {
    const kept = new Set(['page', 'do', 'row', 'seen', 'since', 'lang', 'switch', 'to', 'back', 'section', 'uid'])
    const free = form.fields.filter(([n]) => !kept.has(n))
    if (free.length === 0) continue
    for (const { name, write } of units) {
      const took: number[] = []
      let status = 0
      for (const size of [100_000, 200_000, 400_000]) {
        const body = new URLSearchParams(form.fields.map(([n, v]) => [n, kept.has(n) ? v : write(Math.floor(size / free.length)).toWellFormed()]))
        // the encoded size is what is limited: ask by multipart
        const data = new FormData(); for (const [n, v] of body) data.append(n, v)
        const t = cpu()
        const response = await fetch(world.url + form.action, { method: 'POST', body: data, redirect: 'manual', headers: { cookie: session, 'sec-fetch-site': 'same-origin', 'sec-fetch-user': '?1', origin: world.url } })
        await response.arrayBuffer()
        status = response.status
        took.push(Math.round(cpu() - t))
        if (status >= 500) appendFileSync(out, `FAULT ${status} ${form.action} ${name}\n`)
      }
      const [a = 0, b = 0, c = 0] = took
      if (c > 400 || (c > 150 && c > 3 * b && b > 2 * a)) appendFileSync(out, `SLOW ${status} ${form.action.slice(0, 80)} [${free.length}] ${name}: ${took.join(' ')}\n`)
    }
  }
  appendFileSync(out, `done\n`)
})
