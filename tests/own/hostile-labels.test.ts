import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertSettings } from '#shared/db/settings.ts'
import { questionTypes } from '#shared/settings/questions.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

/** What a label may be that somebody pasted, or meant ill with. */
const labels = {
  html: '<script>alert(1)</script> & <b>"fat"</b> \'thin\'',
  formula: '=HYPERLINK("https://evil.example.org";"Click")',
  rtl: 'كم دراجة عندكم؟',
  long: `Combien de ${'très '.repeat(60)}longs vélos`,
  sentence: '%s %d $1 $& `x` $<1> \\n',
  tabs: '+33;"a",b|c',
}
const kinds = Object.entries(labels)
const options = kinds.map(([key, label]) => ({ key: `o_${key}`, label: { fr: label, en: label } }))
const hasOptions = (type: string) => type === 'choice' || type === 'choices'

/** One of each type, with each kind of label in turn, about the group and in a section of its own. */
const questions = ['identity', 'meetings', 'referents'].flatMap((section) =>
  questionTypes.map((type, index) => {
    const label = kinds[index % kinds.length]?.[1] ?? ''
    return {
      key: `${section.slice(0, 2)}_${type}`,
      section,
      type,
      label: { fr: label, en: label },
      hint: { fr: label },
      audience: index % 2 === 0 ? 'public' : 'consent',
      inMail: section !== 'meetings',
      ...(hasOptions(type) ? { options } : {}),
      ...(type === 'number' ? { figure: { fr: label } } : {}),
      headings: [label.slice(0, 100)],
    }
  }),
)
const section = {
  key: 'meetings',
  title: { fr: labels.html },
  row: { fr: labels.formula },
  name: 'me_text',
  day: 'me_day',
}
const settings = {
  sections: ['identity', 'referents', 'activities', section],
  questions,
  feeds: { map: 'public', find: 'public', calendar: 'public' },
}
const answers: Readonly<Record<string, string | number | boolean>> = {
  text: labels.formula,
  long_text: labels.html,
  number: 12,
  yes_no: true,
  choice: 'o_html',
  choices: 'o_formula,o_rtl',
  day: '2026-06-21',
  website: 'https://x.example.org/?a="b"&c=<d>',
  mail: 'x@example.org',
  phone: '+33559000000',
}
const ownOf = (prefix: string) =>
  JSON.stringify(
    Object.fromEntries(
      questionTypes.flatMap((type) => [
        [`${prefix}_${type}`, answers[type]],
        [`${prefix}_${type}_shown`, true],
      ]),
    ),
  )

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'] } })
  const { db } = world
  for (const time of [1, 2])
    await upsertSettings(db, { ...settings, name: `Mouvement ${time}` } as unknown as SomeSettings, world.now()).run()
  await db.prepare('UPDATE local_group SET own = ?1').bind(ownOf('id')).run()
  await db.prepare('UPDATE referent SET own = ?1').bind(ownOf('re')).run()
  await db
    .prepare(
      `INSERT INTO section_row (uid, group_id, section, own) SELECT 'meeting-row-1', id, 'own_meetings', ?1 FROM local_group`,
    )
    .bind(ownOf('me'))
    .run()
  await putOnMap(world, ['Pau'])
  session = await signIn(world)
  await world.tick()
})
afterAll(() => world.stop())

/** HTML in which nothing that was typed became a part of the page. */
const isHarmless = (html: string) => {
  expect(html).not.toMatch(/<script>alert|<b>"fat"|href="=|<d>/)
  return html
}

test('labels and answers that are no words of ours are text on every page of the form', async () => {
  const link = await world.linkOf('Lou')
  const group = `${link}/${groupUid('Pau')}`
  for (const path of [
    link,
    group,
    `${link}/me`,
    ...['identity', 'referents', 'own_meetings', 'history', 'keep'].map((one) => `${group}/${one}`),
  ]) {
    const page = await open(path)
    expect([page.status, path]).toEqual([200, path])
    isHarmless(page.html)
  }
  const page = await open(`${group}/identity`)
  expect(textOf(page)).toContain('كم دراجة عندكم؟')
  expect(textOf(page)).toContain('<script>alert(1)</script>')
  const saved = await submit(page, { [`${groupUid('Pau')}.own_id_number`]: '13' })
  expect(saved.status).toBe(200)
  isHarmless(saved.html)
  isHarmless((await open(`${group}/history`)).html)
  for (const file of ['record', 'whole', 'history', 'calendar'])
    expect((await fetch(`${group}/keep/${file}`)).status).toBe(200)
})

test('nor what begins a formula in a group’s own copy, nor anything in its calendar but titles and days', async () => {
  const group = `${await world.linkOf('Lou')}/${groupUid('Pau')}`
  // A day is written so that a spreadsheet takes it for words
  const quoted = /^="[^"]*"$/
  const kept = async (file: string) => (await fetch(`${group}/keep/${file}`)).text()
  for (const file of ['record', 'history']) {
    const rows = parse(await kept(file), { delimiter: ';', bom: true }) as string[][]
    expect(
      rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell) && !quoted.test(cell)),
      file,
    ).toEqual([])
    expect(new Set(rows.map((row) => row.length)), file).toEqual(new Set([rows[0]?.length]))
  }
  expect((await kept('record')).replaceAll('""', '"')).toContain('HYPERLINK')
  const calendars = [await kept('calendar'), await (await fetch(`${world.url}/feeds/activities.ics`)).text()]
  for (const calendar of calendars) {
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar).not.toMatch(/script|HYPERLINK|دراجة|fat/)
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76)
  }
})

test.each([
  '/dashboard',
  '/dashboard/groups?column=own_id_text&column=own_id_choices&answer=id_choice.o_html',
  `/dashboard/groups/${groupUid('Pau')}`,
  '/dashboard/groups.json',
  '/dashboard/map?by=own.id_choice',
  '/dashboard/map?by=own.id_number',
  '/dashboard/map/map.svg?by=own.id_choice',
  '/dashboard/network',
  '/dashboard/changes',
  '/desk/table',
  '/desk/unreached',
  '/desk/keys',
  '/desk/settings/asked',
  '/desk/settings/asked/questions/identity.id_choice',
  `/desk/groups/${groupUid('Pau')}`,
  `/desk/groups/${groupUid('Pau')}/identity`,
  `/desk/groups/${groupUid('Pau')}/own_meetings`,
  `/desk/groups/${groupUid('Pau')}/mail`,
  '/desk/sheets/template.csv',
])('nor on %s', async (path) => {
  const page = await look(world, session, path)
  expect(page.status).toBe(200)
  isHarmless(path.endsWith('.json') || path.endsWith('.csv') ? '' : page.html)
})

test('no cell of a sheet begins with what is counted out', async () => {
  for (const path of [
    '/dashboard/groups.csv?column=own_id_text&column=own_id_long_text&column=own_id_choice',
    '/dashboard/map/groups.csv?by=own.id_choice',
    '/desk/sheets/template.csv',
  ]) {
    const { html: csv, status } = await look(world, session, path)
    expect([status, path]).toEqual([200, path])
    expect(csv, path).not.toMatch(/(^|[;,\n])"?[=@]/)
  }
})

test('what is public is on the map and on the group’s page, as it is', async () => {
  await world.tick()
  const map = await fetch(`${world.url}/feeds/groups.geojson`)
  const [feature] = ((await map.json()) as { features: { properties: Record<string, unknown> }[] }).features
  expect(feature?.properties).toMatchObject({ own_id_text: labels.formula, own_id_number: 13 })
  expect(feature?.properties.sections).toMatchObject({ own_meetings: [{ own_me_text: labels.formula }] })
  const card = await open(`${world.url}/find/${groupUid('Pau')}`)
  expect(card.status).toBe(200)
  isHarmless(card.html)
})

describe('retyped,', () => {
  test('each question keeps its answers, and every page stands', async () => {
    const turned = [...questionTypes.slice(3), ...questionTypes.slice(0, 3)]
    const retyped = questions.map(({ figure: _, options: __, ...one }, index) => {
      const type = turned[index % turned.length] ?? 'text'
      return { ...one, type, ...(hasOptions(type) ? { options } : {}) }
    })
    await upsertSettings(
      world.db,
      { ...settings, questions: retyped, name: 'Mouvement 3' } as unknown as SomeSettings,
      world.now(),
    ).run()
    await world.tick()
    const group = `${await world.linkOf('Lou')}/${groupUid('Pau')}`
    for (const path of ['', '/identity', '/referents', '/own_meetings', '/history', '/keep/record', '/keep/whole'])
      expect((await open(group + path)).status, path).toBe(200)
    for (const path of [
      '',
      '/groups?column=own_id_number',
      `/groups/${groupUid('Pau')}`,
      '/groups.json',
      '/network',
      ...questionTypes.map((type) => `/map?by=own.id_${type}`),
    ])
      expect((await look(world, session, `/dashboard${path}`)).status, path).toBe(200)
    for (const path of ['table', `groups/${groupUid('Pau')}/mail`, `groups/${groupUid('Pau')}/own_meetings`])
      expect((await look(world, session, `/desk/${path}`)).status, path).toBe(200)
    for (const path of ['/feeds/groups.geojson', `/find/${groupUid('Pau')}`]) {
      const response = await fetch(world.url + path)
      expect(response.status, path).toBe(200)
      isHarmless(path.startsWith('/find') ? await response.text() : '')
    }
    const own = await world.db.prepare('SELECT own FROM local_group').first<string>('own')
    expect(JSON.parse(own ?? '')).toMatchObject({ id_text: labels.formula, id_number: 13, id_day: '2026-06-21' })
  })
})
