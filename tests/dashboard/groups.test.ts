import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { insertRevisions } from '#shared/db/revisions.ts'
import { readWorkbook } from '#shared/sheet/workbook.ts'
import { inspect, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { answer, suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({
    clock: '2026-12-03T10:00:00+01:00',
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'], ...manyTowns },
    round: '2026-12',
  })
  session = await signIn(world)
  await answer(world.db, { round: '2026-12', town: 'Pau', by: 'Lou', kind: 'updated' }, world.now())
  await suppress(world.db, 'sam@example.org', 'hard_bounce', world.now())
  const change = (
    list: 'group' | 'referents',
    row: string,
    field: string,
    before: number | string,
    after: number | string,
  ) => ({ list, row, field, before, after }) as const
  await insertRevisions(
    world.db,
    [
      {
        group: groupUid('Pau'),
        number: 2,
        author: 'referent',
        person: personUid('Lou'),
        changes: [
          change('group', groupUid('Pau'), 'active_members', 12, 20),
          change('referents', personUid('Sam'), 'role', 'accueil', 'trésorerie'),
        ],
      },
    ],
    world.now(),
  ).run()
})
afterAll(() => world.stop())

const manyTowns = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [`Ville ${String(index).padStart(2, '0')}`, []]),
)
const text = async (path: string) => textOf(await look(world, session, `/dashboard${path}`))

describe('the list of groups', () => {
  test('forgives a slip of the hand: one near match is shown, with what was typed, and keeps the other filters', async () => {
    const page = await text('/groups?text=Vlile+07&state=active')
    expect(page).toContain('Personne ni aucun groupe n’a « Vlile 07 » : voici « Ville 07 ».')
    expect(page).toMatch(/1 groupe .* État : actif .* Archipel Ville 07/)
    expect(await text('/groups?text=xyzzyxyzzy')).not.toContain('voici')
  })

  test('says a filter in words: a day, and a region with the apostrophe of print, whichever it is kept with', async () => {
    await world.db.prepare("UPDATE local_group SET region = 'Provence-Alpes-Côte d’Azur' WHERE town = 'Dax'").run()
    const page = await text(
      "/groups?region=Provence-Alpes-Côte d'Azur&activity=activities&from=2026-01-01&column=region",
    )
    expect(page).toContain('Région : Provence-Alpes-Côte d’Azur ×')
    expect(page).not.toContain('2026-01-01')
    expect(await text("/groups?region=Provence-Alpes-Côte d'Azur&column=region")).toMatch(
      /Archipel Dax Région Provence-Alpes-Côte d’Azur/,
    )
  })

  test('says why a group that has just answered may have an old record, where both columns stand', async () => {
    expect(await text('/groups')).toContain('« Fiche vérifiée » l’âge de la partie vérifiée il y a le plus longtemps.')
    expect(await text('/groups?column=town&column=answered')).not.toContain('il y a le plus longtemps')
    const members = await text('/groups?column=members')
    expect(members).toContain('Personnes actives')
    expect(members).not.toContain('Membres')
  })

  test('finds the groups that took part in no campaign, or in none since a day', async () => {
    await world.db.batch([
      world.db.prepare(
        `INSERT INTO campaign (uid, name, name_key, held_on, created_at)
         VALUES ('campaign-1', 'Fête', 'fete', '2026-06-01', '2026-05-01'), ('campaign-2', 'Marche', 'marche', '2026-09-01', '2026-05-01')`,
      ),
      world.db.prepare(
        `INSERT INTO participation (group_id, campaign_id, role)
         SELECT g.id, campaign.id, CASE campaign.uid WHEN 'campaign-1' THEN 'joins' ELSE 'absent' END
         FROM local_group g, campaign
         WHERE g.town IN ('Pau', 'Dax') AND (g.town = 'Pau' OR campaign.uid = 'campaign-2')`,
      ),
    ])
    const all = await text('/groups?activity=no_campaign')
    expect(all).toMatch(/^.*61 groupes .*Sur leur fiche : aucune campagne ×/)
    expect(all).toContain('Archipel Dax')
    expect(all).not.toContain('Archipel Pau')
    expect(await text('/groups?activity=campaign')).toMatch(/1 groupe .*Archipel Pau/)
    expect(await text('/groups?activity=no_campaign&from=2026-08-01')).toContain('Archipel Pau')
    expect(await text('/groups')).toContain('aucune formation')
    await world.db.batch([world.db.prepare('DELETE FROM participation'), world.db.prepare('DELETE FROM campaign')])
  })

  test('leads from the name of a region or department to the groups in it, in the dashboard and from Act', async () => {
    await world.db
      .prepare("UPDATE local_group SET region = 'Nouvelle-Aquitaine', department = '64' WHERE town = 'Pau'")
      .run()
    for (const name of ['nouvelle aquitaine', 'Nouvelle-Aquitaine', 'pyrenees atlantiques']) {
      const page = await text(`/groups?text=${name}`)
      expect(page).toContain(`« ${name} » est un nom de lieu : voici les groupes qui s’y trouvent.`)
      expect(page).toMatch(/1 groupe .* Archipel Pau/)
      const { html } = await look(world, session, `/desk/find?text=${name}`)
      expect(html).toMatch(/href="\/dashboard\/groups\?(region=Nouvelle-Aquitaine|department=64)">«\u00a0/)
    }
  })

  test('comes in pages, and each page leads to the next', async () => {
    const { html } = await look(world, session, '/dashboard/groups?reach=nobody')
    expect(html).toContain('60 groupes')
    expect(html).toContain('href="/dashboard/groups?reach=nobody&amp;page=2"')
    const second = await text('/groups?reach=nobody&page=2')
    expect(second).toContain('51 à 60')
    expect(second).not.toContain('Suivants')
  })

  test('leads to its last page from one that is no more', async () => {
    for (const [path, last] of [
      ['groups?reach=nobody&page=9', 'groups?reach=nobody&page=2'],
      ['mails?page=7', 'mails'],
      ['mails?state=pending&page=7', 'mails?state=pending'],
    ]) {
      const init = { redirect: 'manual', headers: { cookie: session } } as const
      const response = await fetch(`${world.url}/dashboard/${path}`, init)
      expect([response.status, response.headers.get('location')]).toEqual([303, `/dashboard/${last}`])
    }
  })

  test('keeps what is asked in the address when it is sorted', async () => {
    const { html } = await look(world, session, '/dashboard/groups?answered=no&column=silent')
    expect(html).toContain(
      'href="/dashboard/groups?answered=no&amp;sort=name&amp;order=desc&amp;column=silent"'.replace(
        'sort=name&amp;',
        '',
      ),
    )
    expect(html).toContain('aria-sort="ascending"')
  })

  test('says what it is filtered by, and lets each part go', async () => {
    const { html } = await look(world, session, '/dashboard/groups?answered=no&text=dax')
    expect(html).toContain('href="/dashboard/groups?text=dax"')
    expect(html).toContain('href="/dashboard/groups?answered=no"')
  })

  test('keeps what another page filtered by when something else is sought', async () => {
    const { html } = await look(world, session, '/dashboard/groups?theme=Animer&role=joins')
    const form = html.slice(
      html.indexOf('<form class="filters"'),
      html.indexOf('</form>', html.indexOf('class="filters"')),
    )
    expect(form).toContain('<input type="hidden" name="theme" value="Animer">')
    expect(form).toContain('<input type="hidden" name="role" value="joins">')
    expect(form).not.toContain('type="hidden" name="text"')
  })

  test('shows the columns that were chosen', async () => {
    const page = await text('/groups?text=pau&column=contacts')
    expect(page).toContain('lou@example.org')
    expect(page).not.toContain('Dernière réponse Fiche vérifiée Archipel Pau')
  })

  test('does not trip over an address that somebody mistyped', async () => {
    for (const query of [
      'page=-1',
      'page=1e9',
      'sort=;DROP',
      'column=secrets',
      `text=${'a'.repeat(5000)}`,
      "text=%25'%22\\",
    ])
      expect((await look(world, session, `/dashboard/groups?${query}`)).status).toBe(200)
  })
})

describe('the list as a file', () => {
  const get = async (path: string) => {
    const response = await fetch(`${world.url}/dashboard/${path}`, { headers: { cookie: session } })
    return {
      type: response.headers.get('content-type'),
      name: response.headers.get('content-disposition'),
      body: Buffer.from(await response.arrayBuffer()),
    }
  }

  test('holds what is seen, all of it, and opens in a French Excel', async () => {
    const { body, name, type } = await get('groups.csv?reach=nobody&page=2&column=town&column=state&format=excel')
    expect(name).toBe('attachment; filename="groupes-2026-12-03.csv"')
    expect(type).toContain('text/csv')
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = body.toString('utf8').slice(1).split('\r\n')
    expect(lines[0]).toBe('id;Groupe;Ville;État')
    expect(lines[1]).toBe('group-ville-00;Archipel Ville 00;Ville 00;actif')
    expect(lines).toHaveLength(62)
  })

  test('dates what happened as the pages do, also just after midnight', async () => {
    const { lastAt } = (await world.db
      .prepare(`SELECT last_at AS lastAt FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)`)
      .bind(groupUid('Pau'))
      .first<{ lastAt: string }>()) ?? { lastAt: '' }
    const answeredAt = (at: string) => world.db.prepare('UPDATE answer SET last_at = ?1').bind(at).run()
    // Half past midnight in Paris
    await answeredAt('2026-12-01T23:30:00.000Z')
    const { body } = await get('groups.csv?text=pau&column=answered')
    expect(body.toString('utf8')).toContain('group-pau,Archipel Pau,2026-12-02')
    await answeredAt(lastAt)
  })

  test('names departments as its page does, and as a workbook keeps members as a number and days as days', async () => {
    await world.db
      .prepare(`UPDATE local_group SET department = '08', town = '=1+1' WHERE uid = ?1`)
      .bind(groupUid('Ville 58'))
      .run()
    const { body, name, type } = await get('groups.xlsx?text=ville+58&column=town&column=department&column=members')
    expect(name).toBe('attachment; filename="groupes-2026-12-03.xlsx"')
    expect(type).toContain('spreadsheetml.sheet')
    const [tab] = await readWorkbook(body)
    expect(tab?.rows.map(({ cells }) => cells)).toEqual([
      ['id', 'Groupe', 'Ville', 'Département', 'Personnes actives'],
      ['group-ville-58', 'Archipel Ville 58', '=1+1', 'Ardennes (08)', '12'],
    ])
    const { body: sheet } = await get('groups.csv?text=ville+58&column=department&format=excel')
    expect(sheet.toString('utf8')).toContain('group-ville-58;Archipel Ville 58;Ardennes (08)\r\n')
  })

  test('names whom to call with one space between, also without a phone', async () => {
    const { body } = await get('groups.csv?column=contacts')
    expect(body.toString('utf8')).toMatch(/@example\.org/)
    expect(body.toString('utf8')).not.toMatch(/ {2}/)
  })

  test('is plain CSV for everything else, and no cell is a formula', async () => {
    await world.db
      .prepare(`UPDATE local_group SET town = '=HYPERLINK("x")' WHERE uid = ?1`)
      .bind(groupUid('Ville 59'))
      .run()
    const { body } = await get('groups.csv?text=ville+59&column=town&column=members')
    expect(body.toString('utf8')).toBe(
      'id,Groupe,Ville,Personnes actives\r\ngroup-ville-59,Archipel Ville 59,"\'=HYPERLINK(""x"")",12\r\n',
    )
  })

  test('as JSON is what its schema says, and names nobody', async () => {
    const { body } = await get('groups.json?text=pau')
    const schema = JSON.parse((await get('groups.schema.json')).body.toString('utf8'))
    const parsed = z.fromJSONSchema(schema).parse(JSON.parse(body.toString('utf8')))
    expect(parsed).toMatchObject({
      version: 1,
      groups: [{ id: groupUid('Pau'), referents: 2, reachable: 1, last_round: '2026-12', silent_rounds: 0 }],
    })
    expect(body.toString('utf8')).not.toMatch(/lou|sam@/i)
  })

  test('is for coordinators only', async () => {
    for (const file of ['groups.csv', 'groups.json'])
      expect((await fetch(`${world.url}/dashboard/${file}`)).status).toBe(401)
  })
})

describe('the page of a group', () => {
  test('shows its record, its people, its answers, its mails and what changed', async () => {
    const page = await text(`/groups/${groupUid('Pau')}`)
    expect(page).toContain('Le groupe a répondu ce mois-ci.')
    expect(page).toContain('lou@example.org')
    expect(page).toContain('l’adresse n’existe plus')
    expect(page).toContain('1 sur 1 mise à jour')
    expect(page).toContain('a corrigé la fiche (Lou)')
    expect(page).toContain('Mail mensuel à Sam')
    expect(page).toMatch(/Personnes actives : avant : 12 → maintenant : 20/)
    expect(page).toMatch(/Sam, rôle dans le groupe : avant : accueil → maintenant : trésorerie/)
  })

  test('says whom to call about a silent group', async () => {
    const page = await text(`/groups/${groupUid('Dax')}`)
    expect(page).toContain('Pas encore de réponse.')
    expect(page).toContain('Qui appeler Noa')
  })

  test('of a group that does not exist says so', async () => {
    const page = await look(world, session, '/dashboard/groups/group-nowhere')
    expect(page.status).toBe(404)
    expect(textOf(page)).toContain('Cherchez-le dans la liste des groupes')
  })
})

describe('what changed', () => {
  test('is told in words, with who and before and after, under its day', async () => {
    const page = await text('/changes')
    expect(page).toMatch(/jeudi 3 décembre 2026 Archipel Pau Lou · \d\d:\d\d Personnes actives/)
    expect(page).toMatch(/Sam, rôle dans le groupe : avant : accueil → maintenant : trésorerie/)
  })

  test('is one of what somebody corrected section after section, under their name once', async () => {
    const told = (field: string, number: number) => ({
      group: groupUid('Dax'),
      number,
      author: 'referent' as const,
      person: personUid('Noa'),
      changes: [{ list: 'group' as const, row: groupUid('Dax'), field, before: null, after: 'x' }],
    })
    const at = new Date('2026-11-05T10:00:00Z')
    await insertRevisions(world.db, [told('website', 2), told('town', 3)], at).run()
    const page = await text('/changes?from=2026-11-05&until=2026-11-05')
    expect(page.match(/Archipel Dax Noa/g)).toHaveLength(1)
    expect(page).toMatch(/Archipel Dax Noa · 11:00 Ville.* Site ou page du groupe/)
    const namesake = { ...told('postcode', 4), person: personUid('Lou') }
    await world.db.prepare("UPDATE person SET name = 'Noa' WHERE uid = ?1").bind(personUid('Lou')).run()
    await insertRevisions(world.db, [namesake], at).run()
    const both = await text('/changes?from=2026-11-05&until=2026-11-05')
    expect(both.match(/Archipel Dax Noa/g), 'two people of one name').toHaveLength(2)
    await world.db.prepare("UPDATE person SET name = 'Lou' WHERE uid = ?1").bind(personUid('Lou')).run()
  })

  test('leaves imports out until they are asked for', async () => {
    expect(await text('/changes')).not.toContain('La fiche du groupe a été créée')
    expect(await text('/changes?imports=yes')).toContain('La fiche du groupe a été créée')
  })

  test.each([
    ['section=trainings', false],
    ['section=referents', true],
    ['from=2026-12-03&until=2026-12-03', true],
    ['from=2026-12-04', false],
    ['until=2026-12-02', false],
    ['region=Bretagne', false],
    ['from=yesterday&section=lies&before=x', true],
  ])('can be narrowed: %s', async (query, isShown) => {
    expect((await text(`/changes?${query}`)).includes('trésorerie')).toBe(isShown)
  })
})

describe('the mails of the month', () => {
  test('are listed by state, with whose they are', async () => {
    const page = await text('/mails?state=pending')
    expect(page).toContain('3 mails attendent de partir')
    expect(page).toContain('Noa Archipel Dax Mail mensuel')
  })

  test('that are alike are one line, by state and kind', async () => {
    const page = await text('/mails')
    expect(page).toContain('3 mails attendent de partir')
    expect(page).toContain('3 × mail mensuel')
    expect(page).not.toContain('Noa')
    expect(await text('/mails?state=pending&kind=invitation')).toContain('Noa Archipel Dax Mail mensuel')
    expect(await text('/mails?state=pending&kind=news')).toContain('Aucun mail ne correspond')
  })

  test.each([
    ['a person', 'noa', ['Noa']],
    ['the beginning of a group’s name', 'arch dax', ['Noa']],
    ['an address', 'noa@example.org', ['Noa']],
    ['a person of another group', 'noa pau', []],
    ['nobody', 'zzz', []],
    ['a person and a state that no mail of theirs is in', 'noa&state=failed', []],
  ])('are found by %s', async (_, query, names) => {
    const page = await text(`/mails?text=${query.replaceAll(' ', '+')}`)
    for (const name of names)
      expect(page).toMatch(new RegExp(`${name} Archipel .* Mail mensuel, \\w+ \\d+.* à \\d\\d:\\d\\d`))
    expect(page.includes('Aucun mail ne correspond')).toBe(names.length === 0)
  })

  test('that failed say why and what to do', async () => {
    await world.db
      .prepare(
        `UPDATE mail SET state = 'failed', reason = 'address_refused', settled_at = due_at WHERE person_id = (SELECT id FROM person WHERE uid = ?1)`,
      )
      .bind(personUid('Noa'))
      .run()
    expect(await text('/mails?state=failed')).toContain('l’adresse n’existe pas, demandez-en une autre')
    expect(await text('/mails')).toContain('1 mail n’a pas pu partir ou est revenu')
    const say = (reason: string, answer: string) =>
      world.db
        .prepare(`UPDATE mail SET reason = ?1, server_reply = ?2 WHERE state = 'failed'`)
        .bind(reason, answer)
        .run()
    await say('address_refused', '550 5.1.1 nobody')
    expect(await text('/mails?state=failed')).toContain('Le serveur a répondu : « 550 5.1.1 nobody »')
    // Our own words are not put in the server's mouth
    await say('fault', 'Error: x')
    expect(await text('/mails?state=failed')).toContain('En détail : « Error: x »')
  })
})

describe('in a real browser,', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each([
    ['groups', 1280],
    ['groups?answered=no&column=contacts&column=website', 320],
    ['groups/group-pau', 1280],
    ['groups/group-pau', 320],
    ['changes', 320],
    ['mails', 320],
  ])('%s is accessible and fits %d pixels', async (path, width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const [name = '', value = ''] = session.split('=')
    await context.addCookies([{ name, value, url: `${world.url}/dashboard` }])
    const { faults, overflow, status } = await inspect(await openAxePage(context), `${world.url}/dashboard/${path}`)
    expect({ faults, overflow, status }).toEqual({ faults: [], overflow: 0, status: 200 })
    await context.close()
  })
})

test('the identifier of a group, as files have it, leads to its page', async () => {
  const path = `${world.url}/dashboard/groups?text=${groupUid('Pau')}`
  const { status, headers } = await fetch(path, { headers: { cookie: session }, redirect: 'manual' })
  expect([status, headers.get('location')]).toEqual([303, `/dashboard/groups/${groupUid('Pau')}`])
})

test('a search says of a group that registered that it waits for the team', async () => {
  await world.db
    .prepare(
      `INSERT INTO registration (uid, group_name, name_key, town, town_key, name, email, language, consent, is_proven, asked_at, confirmed_at)
       VALUES ('${'b'.repeat(32)}', 'Les Tilleuls', 'les tilleuls', 'Lyon', 'lyon', 'Alix', 'alix@example.org', 'fr', 'Oui', 0, '2026-12-01', '2026-12-01')`,
    )
    .run()
  const { html } = await look(world, session, '/dashboard/groups?text=tilleul')
  expect(html).toContain(`href="/desk/registrations/${'b'.repeat(32)}"`)
  expect(html).not.toContain('Aucun groupe ne correspond')
})
