import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { packedZip } from '#tests/support/bombs.ts'
import { type Sheet, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { workbookOf } from '#tests/support/sheets.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const noon = '2026-12-03T12:00:00+01:00'
beforeAll(async () => {
  world = await startWorld({ clock: noon, secondThread: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'] }, world.now())
  session = await signIn(world)
})

const groups = [
  'Nom du groupe;Ville;Personnes actives;Mail réf 1;Nom réf 1',
  'Archipel Pau;Pau;40;lou@example.org;Lou',
  'Archipel Lille;Lille;12;ada@example.org;Ada',
  'Archipel Metz;Metz;beaucoup;pas une adresse;Ida',
].join('\n')

/** Sends a file as a browser does. */
async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  name = 'groupes.csv',
  more: Record<string, string> = {},
) {
  const page = await look(world, session, '/desk/sheets')
  const body = new FormData()
  body.append('page', page.fields.find(([field]) => field === 'page')?.[1] ?? '')
  body.append('sheet', new File([content], name))
  for (const [field, value] of Object.entries({ do: 'look', ...more })) body.append(field, value)
  return post(body)
}

async function post(body: FormData | URLSearchParams): Promise<Sheet & { disposition: string | null }> {
  const response = await fetch(`${world.url}/desk/sheets`, {
    method: 'POST',
    body,
    headers: { cookie: session, origin: world.url, 'sec-fetch-site': 'same-origin' },
  })
  const html = await response.text()
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  const disposition = response.headers.get('content-disposition')
  return { url: response.url, status: response.status, html, fields, disposition }
}

/** Presses a button of the preview. */
function press(preview: Sheet, what: string, more: Record<string, string> = {}) {
  return post(new URLSearchParams([...preview.fields, ...Object.entries({ do: what, ...more })]))
}

const names = async () =>
  (await world.db.prepare('SELECT name, active_members FROM local_group ORDER BY name').all()).results.map((row) =>
    Object.values(row).join(' '),
  )

describe('a sheet that is brought in the browser', () => {
  test('may be a workbook, and one that unpacks to more than any of ours is refused', async () => {
    const rows = groups.split('\n').map((line) => line.split(';'))
    const workbook = await upload(new Uint8Array(workbookOf({ Groupes: rows })), 'groupes.xlsx')
    expect(textOf(workbook)).toMatch(/Personnes actives : 12 → 40/)
    const bomb = packedZip({ 'xl/workbook.xml': { again: '<a>', megabytes: 300 } })
    expect((await upload(new Uint8Array(bomb), 'bombe.xlsx')).status).toBe(422)
  })

  test('of groups and their referents without towns is asked whether each row is a new group', async () => {
    const preview = await upload(
      'Groupe;Référent·e;Mail\nLes Colibris;Anna Bel;anna@example.org\nLes Pies;Zed;zed@example.org',
    )
    expect(textOf(preview)).toMatch(/2 lignes refusées/)
    expect(textOf(preview)).toContain('Si chaque ligne est un groupe nouveau')
    const chosen = await press(preview, 'look', { 'as:groupes.csv': 'groups' })
    expect(textOf(chosen)).toMatch(/2 nouveaux.*2 personnes de plus recevront/)
    await press(chosen, 'apply', { 'as:groupes.csv': 'groups' })
    expect(await names()).toEqual(expect.arrayContaining(['Les Colibris ', 'Les Pies ']))
  })

  test('shows what it would change before anything is written, is applied once that was seen, and then says nothing new', async () => {
    const preview = await upload(groups)
    expect(preview.status).toBe(200)
    expect(textOf(preview)).toMatch(/Archipel Pau.*Personnes actives : 12 → 40/)
    expect(textOf(preview)).toContain('Archipel Lille')
    expect(await names()).toEqual(['Archipel Pau 12'])
    const done = await press(preview, 'apply')
    expect(textOf(done)).toContain('2 groupes créés, 1 groupe modifié.')
    expect(await names()).toEqual(['Archipel Lille 12', 'Archipel Metz ', 'Archipel Pau 40'])
    const again = await upload(groups)
    expect(textOf(again)).toContain('rien à appliquer')
    expect(again.html).not.toContain('value="apply"')
  })

  test('is told by who brought it, in the log and in the history of each group', async () => {
    await press(await upload(groups), 'apply')
    expect(textOf(await look(world, session, '/desk/log'))).toMatch(/Camille, pour l’équipe a repris un tableau/)
    expect(textOf(await look(world, session, `/desk/groups/${groupUid('Pau')}`))).toContain(
      'L’équipe, depuis un tableau',
    )
  })

  test('gives the rows to mend as a file, with what is wrong', async () => {
    const preview = await upload(groups)
    expect(textOf(preview)).toContain('cellules à corriger')
    const file = await press(preview, 'refused')
    expect(file.disposition).toContain('groupes.refused.csv')
    expect(file.html).toMatch(/Archipel Metz;;beaucoup;pas une adresse;Ida/)
    expect(await names()).toEqual(['Archipel Pau 12'])
  })

  test('is shown again where a record was corrected since, and nothing is written', async () => {
    const preview = await upload(groups)
    await world.db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes)
       SELECT id, 2, '2026-12-03T11:30:00.000Z', 'system', '[]' FROM local_group`,
      )
      .run()
    const answer = await press(preview, 'apply')
    expect([answer.status, textOf(answer)]).toEqual([409, expect.stringContaining('n’est plus le même')])
    expect(await names()).toEqual(['Archipel Pau 12'])
    expect(textOf(await press(answer, 'apply'))).toContain('C’est importé')
  })

  test('is not applied unseen: neither another file nor a value that somebody made up', async () => {
    const preview = await upload(groups)
    const other = Buffer.from(groups.replace('40', '41')).toString('base64url')
    const swapped = preview.fields.map(([name, value]): [string, string] => [name, name === 'bytes' ? other : value])
    expect((await press({ ...preview, fields: swapped }, 'apply')).status).toBe(409)
    expect((await upload(groups, 'groupes.csv', { do: 'apply', seen: 'made-up' })).status).toBe(409)
    expect(await names()).toEqual(['Archipel Pau 12'])
  })

  test('asks what a column means that we do not know, and reads it as was chosen', async () => {
    const odd = groups.replace('Personnes actives', 'Effectif bizarre')
    const preview = await upload(odd)
    expect(textOf(preview)).toContain('Que veut dire la colonne « Effectif bizarre » ?')
    const chosen = await press(preview, 'look', { 'means:Effectif bizarre': 'Nb membres actif·ves' })
    expect(textOf(chosen)).toMatch(/Personnes actives : 12 → 40/)
    // What was chosen comes back with the page
    const more = { 'means:Effectif bizarre': 'Nb membres actif·ves' }
    expect(textOf(await press(chosen, 'apply', more))).toContain('1 groupe modifié')
  })

  test('of numbers alone gives each to the referent of that name, and is counted and applied', async () => {
    const numbers = 'Groupe;Référent·e;Téléphone référent·e\nArchipel Pau;Lou;06 12 34 56 78'
    const preview = await upload(numbers, 'numeros.csv', { 'kind:numeros.csv': 'referents' })
    expect(textOf(preview)).toContain('1 modifié')
    expect(textOf(await press(preview, 'apply', { 'kind:numeros.csv': 'referents' }))).toContain('1 groupe modifié')
    const known = await world.db.prepare("SELECT phone FROM person WHERE email = 'lou@example.org'").first('phone')
    expect(known).toBe('+33612345678')
  })

  test('may be pasted from a spreadsheet; what cannot be read stays in its box, and the desk speaks of no command', async () => {
    const paste = async (pasted: string) => {
      const page = await look(world, session, '/desk/sheets')
      const body = new FormData()
      body.append('page', page.fields.find(([field]) => field === 'page')?.[1] ?? '')
      for (const [field, value] of Object.entries({ do: 'look', pasted })) body.append(field, value)
      return post(body)
    }
    const preview = await paste('Nom du groupe\tVille\tPersonnes actives\nArchipel Pau\tPau\t40\n')
    expect(textOf(preview)).toContain('Personnes actives : 12 → 40')
    expect(textOf(await press(preview, 'apply'))).toContain('1 groupe modifié')
    const unknown = await paste('Machin\tTruc\nun\tdeux\n')
    expect([unknown.status, textOf(unknown)]).toEqual([
      422,
      expect.stringContaining('Nous ne reconnaissons pas ces titres : Machin, Truc'),
    ])
    expect(textOf(unknown)).not.toMatch(/npm|movement\.config/)
    expect(unknown.html).toContain('Machin\tTruc')
  })

  test('that may be of people or of groups is left alone until somebody says which', async () => {
    const people = 'Prénom;Nom;Mail\nLou;Martin;lou@example.org\nAda;Roux;ada@example.org\nIda;Blanc;ida@example.org'
    const preview = await upload(people, 'liste.csv')
    expect(preview.status === 422 || textOf(preview).includes('Que contient')).toBe(true)
    expect(await names()).toEqual(['Archipel Pau 12'])
  })

  test.each([
    ['nothing', '', 'Choisissez un fichier', 422],
    ['a picture', 'GIF89a,\u0000\u0001\u0002', '', 422],
    ['a file that is too large', 'Nom;Ville\n'.padEnd(1_500_001, 'x'), 'trop grand', 413],
  ])('of %s says what to do, and never a fault of ours', async (_, content, said, status) => {
    const answer = await upload(content)
    expect([answer.status, textOf(answer)]).toEqual([status, expect.stringContaining(said)])
  })

  test('is not read at all when it is longer than any page of ours carries', async () => {
    expect((await upload('x'.repeat(5_000_000))).status).toBe(413)
  })

  test('leaves nothing of the file behind, applied or not', async () => {
    await upload(groups.replace('Archipel Lille', 'Archipel Secret'))
    const { results } = await world.db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '_cf_*'`,
      )
      .all<{ name: string }>()
    for (const { name } of results) {
      const rows = await world.db.prepare(`SELECT * FROM ${name}`).all()
      expect([name, JSON.stringify(rows.results).includes('Secret')]).toEqual([name, false])
    }
  })
})

test('a sheet to fill in is given as .ods, .xlsx or CSV, and comes back as groups', async () => {
  expect(textOf(await look(world, session, '/desk/sheets'))).toMatch(/Un modèle à remplir\s: ?LibreOffice ?Excel ?CSV/)
  for (const format of ['ods', 'xlsx', 'csv']) {
    const response = await fetch(`${world.url}/desk/sheets/template.${format}`, { headers: { cookie: session } })
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="groupes-a-remplir.${format}"`)
    const preview = await upload(new Uint8Array(await response.arrayBuffer()), `x.${format}`)
    expect(textOf(preview)).toContain('Aucune ligne sous les titres')
  }
})

test('a preview asks first what it must know, and folds what need not be read', async () => {
  const columns = ['Nom du groupe;Ville;Mail;Couleur;Local', 'Archipel Nice;Nice;nice@example.org;vert;oui'].join('\n')
  const { html } = await upload(columns)
  const [asked = '', folded = ''] = html.split('2 colonnes que nous ne connaissons pas')
  expect(asked).toContain('name="means:Mail"')
  expect(asked).not.toContain('name="means:Couleur"')
  expect(folded).toContain('name="means:Couleur"')
  expect(folded).toMatch(/<summary>\s*Nouveau/)
})

test('a preview folds what is said again and again, names who will be written to, and shows what was read', async () => {
  const rows = Array.from(
    { length: 9 },
    (_, at) => `Archipel ${at};Ville ${at};moribond;Léa ${at};lea${at}@example.org;20+`,
  )
  const sheet = ['Nom du groupe;Ville;Statut;Référent 1;Mail réf 1;Membres', ...rows].join('\n')
  const preview = await upload(sheet, 'états.csv')
  expect(textOf(preview)).toContain('ligne 2 et 8 autres')
  expect(textOf(preview).match(/moribond/g)).toHaveLength(2)
  expect(textOf(preview)).toMatch(/Archipel 0 ligne 2, Membres\s: 20\+ → 20/)
  expect(textOf(preview)).not.toContain('recevront le mail')
  // A state that nobody understands is asked once for all of them
  const chosen = await press(preview, 'look', { 'means:Statut=moribond': 'actif' })
  expect(textOf(chosen)).toMatch(/9 personnes de plus recevront le mail mensuel.*Léa 0 \(Archipel 0\) · Léa 1/)
  expect((await press(preview, 'look', { 'means:Statut=moribond': 'inventé' })).html).not.toContain('recevront')
})
