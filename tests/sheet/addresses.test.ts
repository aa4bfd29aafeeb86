import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { findBulkAct } from '#shared/db/bulk-acts.ts'
import { possibleKinds } from '#shared/sheet/possible-kinds.ts'
import { summaryData } from '#shared/sheet/summary-data.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { importTexts } from '#tests/support/importing.ts'
import { sheetOf } from '#tests/support/sheets.ts'

// Sheets of which a row is an address: who reads what, who is on which list. They make nobody a referent

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
beforeEach(async () => {
  await importTexts(db, [
    'Groupe;Ville;Référent 1;Mail réf 1;Référent 2;Mail réf 2\nPau;Pau;Léa;lea@example.org;Jan;jan@example.org\n',
  ])
})
afterEach(() => clearDatabase(db))
afterAll(() => close())

const all = async <Row>(sql: string) => (await db.prepare(sql).all<Row>()).results
const languages = () =>
  all<{ email: string; language: string | null }>('SELECT email, language FROM person ORDER BY email')
const referents = () => all('SELECT * FROM referent ORDER BY id')
const [list] = movement.lists
const label = list?.label.fr ?? ''

describe('which sheet it is', () => {
  test.each([
    ['Mail;Langue\nlea@example.org;fr\n', 'languages', null],
    ['Adresse e-mail;Nom;Taal\njan@example.org;Jan Peeters;NL\n', 'languages', null],
    ['Civilité;Nom;Prénom;Courriel;Langue\nM.;PEETERS;Jan;jan@example.org;nl\n', 'languages', null],
    [`Liste;Adresse mail\n${label};lea@example.org\n`, 'members', null],
    ['Mailing list;Email address\nnews;lea@example.org\n', 'members', null],
    [`Nom;Prénom;Mail;${label}\nROY;Léa;lea@example.org;x\n`, 'members', null],
    ['Groupe;Ville;Contact;Mail;Langue\nPau;Pau;Jan;jan@example.org;nl\n', 'groups', null],
    ['Groupe;Prénom;Nom;Mail;Langue\nPau;Jan;Peeters;jan@example.org;nl\n', 'referents', 'people_of_groups'],
    ['Civilité;Nom;Prénom;Email;Ville\nMme;DURAND;Léa;lea@example.org;Pau\n', 'groups', 'people'],
  ])('%s', async (text, kind, doubt) => {
    const sheet = await sheetOf(text)
    expect([sheet.kind, sheet.doubt?.code ?? null]).toEqual([kind, doubt])
  })

  test('members of groups with their languages may be those too, and it is asked', async () => {
    const sheet = await sheetOf('Groupe;Prénom;Nom;Mail;Langue\nPau;Jan;Peeters;jan@example.org;nl\n')
    expect(possibleKinds(sheet)).toEqual(['referents', 'languages'])
  })
})

describe('languages of people', () => {
  const sheet =
    'Mail;Langue\njan@example.org;anglais\nlea@example.org;oc\nzoe@example.org;fr\nlea@example;fr\nJAN@example.org;fr\n'

  test('are shown, then noted for whom we know; nobody else is made', async () => {
    const before = await referents()
    const preview = await importTexts(db, [sheet], { apply: false })
    expect(await languages()).toEqual([
      { email: 'jan@example.org', language: null },
      { email: 'lea@example.org', language: null },
    ])
    const [data] = summaryData(preview.summary, []).sheets
    expect(data?.counts).toEqual({ new: 0, changed: 1, unchanged: 1, doubled: 1, refused: 2, leftOut: 0 })
    expect(data?.faults.map(({ line, problem }) => [line, problem.code])).toEqual([
      [5, 'email_invalid'],
      [4, 'person_unknown'],
    ])
    expect(preview.said).toContain('Jan')
    await importTexts(db, [sheet])
    expect(await languages()).toEqual([
      { email: 'jan@example.org', language: 'en' },
      { email: 'lea@example.org', language: null },
    ])
    expect(await referents()).toEqual(before)
  })

  test('brought twice change nothing more, and can be taken back as one act', async () => {
    await importTexts(db, [sheet])
    const again = await importTexts(db, [sheet])
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2 })
    const [event] = await all<{ id: number }>("SELECT id FROM event WHERE action = 'change_languages'")
    const { act } = await ask(db, { act: findBulkAct(db, event?.id ?? 0, null) })
    const [jan] = await all<{ uid: string }>("SELECT uid FROM person WHERE email = 'jan@example.org'")
    expect(act).toMatchObject({ to: 'en', parts: [{ uid: jan?.uid, before: null }] })
  })
})

describe('members of mailing lists', () => {
  const sheet = `Liste;Mail\n${label};lea@example.org\n${label};visitor@example.org\nAutre;lea@example.org\n${label};lea@example.org\n`
  const subscribed = () =>
    all('SELECT person.email, list FROM subscription JOIN person ON person.id = person_id ORDER BY 1')
  const signedUp = () => all('SELECT email, list FROM list_subscriber WHERE confirmed_at IS NOT NULL ORDER BY 1')

  test('are on their lists: a referent as by their own page, anybody else as by the list’s', async () => {
    const before = await referents()
    const { summary } = await importTexts(db, [sheet])
    expect(await subscribed()).toEqual([{ email: 'lea@example.org', list: list?.key }])
    expect(await signedUp()).toEqual([{ email: 'visitor@example.org', list: list?.key }])
    const [data] = summaryData(summary, []).sheets
    expect(data?.counts).toEqual({ new: 2, changed: 0, unchanged: 0, doubled: 1, refused: 1, leftOut: 0 })
    expect(data?.faults.map(({ problem }) => problem.code)).toEqual(['list_unknown'])
    expect(data?.mailed).toBe(0)
    expect(await referents()).toEqual(before)
    expect((await importTexts(db, [sheet])).counts).toEqual({ new: 0, changed: 0, unchanged: 2 })
  })

  test('whom the sheet itself calls unsubscribed is not put on a list', async () => {
    const rows = [`${label};lea@example.org;oui`, `${label};visitor@example.org;`]
    const { summary } = await importTexts(db, [['Liste;Mail;Désinscrit', ...rows].join('\n')])
    expect([await subscribed(), (await signedUp()).length]).toEqual([[], 1])
    expect(summary.sheets[0]?.faults.map(({ fault }) => fault.problem.code)).toEqual(['left_list'])
  })

  test('who left a list, or wants no mails, is not put back', async () => {
    await db.batch([
      db.prepare(
        `INSERT INTO list_departure (person_id, list, reason, left_at)
         SELECT id, '${list?.key}', 'unsubscribed', '2026-11-01' FROM person WHERE email = 'lea@example.org'`,
      ),
      db.prepare(
        "INSERT INTO suppression (address, reason, since_at) VALUES ('visitor@example.org', 'unsubscribed', '2026-11-01')",
      ),
    ])
    const { summary } = await importTexts(db, [sheet])
    expect([await subscribed(), await signedUp()]).toEqual([[], []])
    expect(summary.sheets[0]?.faults.map(({ fault }) => fault.problem.code)).toEqual([
      'left_list',
      'left_list',
      'list_unknown',
      'left_list',
    ])
  })

  test('may tick their lists in columns; an empty cell takes nobody off', async () => {
    await importTexts(db, [sheet])
    await importTexts(db, [`Mail;${label}\njan@example.org;oui\nlea@example.org;\n`])
    expect(await subscribed()).toEqual([
      { email: 'jan@example.org', list: list?.key },
      { email: 'lea@example.org', list: list?.key },
    ])
  })
})
