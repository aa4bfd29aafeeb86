import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({})
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Eva'], Foix: ['Noa'] }, world.now())
  await world.db.batch(
    ['one', 'two'].map((name) =>
      world.db
        .prepare(
          `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-' || ?1, 'Campagne ' || ?1, ?1, '2026-11-20', '2026-11-01')`,
        )
        .bind(name),
    ),
  )
  for (const [town, role] of [
    ['Pau', 'joins'],
    ['Dax', 'absent'],
  ])
    await world.db
      .prepare(
        `INSERT INTO participation (group_id, campaign_id, role) SELECT g.id, campaign.id, ?2 FROM local_group g, campaign WHERE g.uid = ?1 AND campaign.uid = 'campaign-one'`,
      )
      .bind(groupUid(town ?? ''), role)
      .run()
  session = await signIn(world)
})
const kept = async () =>
  (await world.db.prepare('SELECT uid FROM campaign ORDER BY uid').all<{ uid: string }>()).results.map(({ uid }) => uid)
const form = async (name: string, town: string) =>
  (await open(`${await world.linkOf(name)}/${groupUid(town)}/campaigns`)).html

describe('a campaign', () => {
  test('names who organises apart, and leads to their addresses', async () => {
    await world.db
      .prepare(
        `INSERT INTO participation (group_id, campaign_id, role) SELECT g.id, campaign.id, 'organises' FROM local_group g, campaign WHERE g.uid = ?1 AND campaign.uid = 'campaign-one'`,
      )
      .bind(groupUid('Foix'))
      .run()
    await world.db.prepare(`UPDATE campaign SET name_key = lower(name)`).run()
    const page = await look(world, session, '/desk/campaigns/campaign-one')
    expect(textOf(page)).toMatch(/Organisent \(1\) Archipel Foix.*Participent \(1\) Archipel Pau/)
    const write =
      /href="(\/desk\/addresses\?[^"]*role=organises[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await look(world, session, write)).html).toMatch(/<textarea[^>]*>noa@example\.org</)
  })

  test('says who took part, who did not, and who has not said', async () => {
    const page = textOf(await look(world, session, '/desk/campaigns/campaign-one'))
    expect(page).toMatch(/Campagne one \d+.* 1 groupe sur 3 y a pris part\./)
    expect(page).toMatch(
      /pris part \(1\) Participent \(1\) Archipel Pau.*pas pris part \(1\) Archipel Dax.*pas encore répondu \(1\) Archipel Foix/,
    )
  })

  test('that ended is asked of no group that had no part in it, keeps what was said, and opens again', async () => {
    expect((await act(world, session, '/campaigns/campaign-one', { do: 'end' })).to).toContain('done=campaign_ended')
    expect(await form('Noa', 'Foix')).not.toContain('Campagne one')
    expect(await form('Lou', 'Pau')).toContain('Campagne one')
    expect(textOf(await look(world, session, '/desk/campaigns'))).toContain('terminée')
    await act(world, session, '/campaigns/campaign-one', { do: 'reopen' })
    expect(await form('Noa', 'Foix')).toContain('Campagne one')
  })

  test('that was made by mistake is deleted as long as no group has said anything of it', async () => {
    expect((await act(world, session, '/campaigns/campaign-one', { do: 'delete' })).to).toContain('campaign_answered')
    expect((await act(world, session, '/campaigns/campaign-two', { do: 'delete' })).to).toContain('campaign_deleted')
    expect(await kept()).toEqual(['campaign-one'])
    expect(textOf(await look(world, session, '/desk/log'))).toContain('a supprimé une campagne')
  })
})
