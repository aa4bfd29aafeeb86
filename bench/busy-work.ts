import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { writeWideSheet } from '#bench/wide-sheet.ts'
import { root } from '#scripts/local/paths.ts'
import { byHand, open } from '#tests/support/browser.ts'

// What is long in a huge network, for bench/busy.ts: each is done once, and says what came of it

/** Seconds that are measured while nothing else is asked for. */
const quiet = 10
/** Bytes of a sheet that is brought to the desk, at most. */
const sheetLength = 1_400_000
/** Groups of a sheet that is brought by the command. */
const sheetGroups = 20_000

type Busy = { server: ChildProcess; url: string; cookie: string; folder: string; scratch: string }

/** Long work by its name. */
export function longWork({ server, url, cookie, folder, scratch }: Busy): Record<string, () => Promise<string>> {
  const get = (path: string) => async () => {
    const response = await fetch(url + path, { headers: { cookie, 'accept-encoding': 'gzip' } })
    const bytes = (await response.arrayBuffer()).byteLength
    return `${response.status}, ${Math.round(bytes / 1000)} kB`
  }
  const tell = async (message: string) => {
    server.send(message)
    const [said] = (await once(server, 'message')) as [string]
    return said
  }
  const command = (name: string, ...args: string[]) => runCommand(folder, name, args)
  return {
    nothing: () => sleep(quiet * 1000, ''),
    'the list as a sheet': get('/dashboard/groups.csv'),
    'the list as a workbook': get('/dashboard/groups.xlsx'),
    'the list as JSON': get('/dashboard/groups.json'),
    'the dashboard': async () => {
      const pages = ['', '/groups?text=personne', '/groups?silent=3&sort=answered&column=contacts', '/network', '/map']
      for (const page of [...pages, '/changes', '/mails']) await get(`/dashboard${page}`)()
      return `${pages.length + 2} pages`
    },
    'feeds, published': () => tell('publish'),
    'the map of all': get('/feeds/groups.geojson'),
    'a sheet, looked at': () => bring(url, cookie),
    'two groups, merged': () => merge(url, cookie),
    'a copy': () => command('backup', join(scratch, 'copies')),
    'the facts': () => command('export', join(scratch, 'network.sqlite')),
    'somebody, erased': () => command('person', 'erase', 'p000070.1@example.org', '--yes'),
    'counters, compared': () => command('rebuild-counters', '--dry-run'),
    'counters, anew': () => command('rebuild-counters'),
    'a sheet, by command': async () => {
      const sheet = join(scratch, 'groups.csv')
      await writeWideSheet(sheet, sheetGroups)
      return command('import', sheet, '--apply')
    },
    'a round that opens': () => tell('open'),
    'nothing again': () => sleep(quiet * 1000, ''),
  }
}

/** A command of npm's, beside the server; gives the last line that it said. */
async function runCommand(folder: string, name: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, `scripts/${name}.ts`), ...args], {
    env: { ...process.env, DATA: folder, LANG: 'en' },
    maxBuffer: 2 ** 28,
  })
  return stdout.trim().split('\n').at(-1)?.trim() ?? ''
}

/** A sheet of new groups, as large as the desk takes it. */
async function bring(url: string, cookie: string): Promise<string> {
  const page = await open(`${url}/desk/sheets`, { headers: { cookie } })
  const lines = ['Groupe;Ville;Code postal;Mail']
  for (let index = 1, length = 0; length < sheetLength; index++) {
    const line = `Les Amis de Ville ${index};Ville ${index};${String(1000 + (index % 95) * 1000).padStart(5, '0')};n${index}@example.net`
    lines.push(line)
    length += line.length + 1
  }
  const body = new FormData()
  for (const [name, value] of page.fields) if (name !== 'sheet') body.append(name, value)
  body.set('do', 'look')
  body.set('sheet', new File([lines.join('\n')], 'groups.csv'))
  const response = await fetch(`${url}/desk/sheets`, { method: 'POST', body, headers: { cookie, ...byHand } })
  await response.arrayBuffer()
  return `${response.status}, ${lines.length - 1} rows`
}

async function merge(url: string, cookie: string): Promise<string> {
  const page = await open(`${url}/desk/groups/group-000080/merge/group-000081`, { headers: { cookie } })
  const [, action = 'merge'] = /name="do" value="([^"]*)"/.exec(page.html) ?? []
  const body = new URLSearchParams([...page.fields.filter(([name]) => name !== 'do'), ['do', action]])
  const response = await fetch(page.url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie, origin: url, ...byHand },
  })
  await response.arrayBuffer()
  return `${page.status}, ${response.status}`
}
