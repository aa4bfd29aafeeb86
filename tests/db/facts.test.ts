import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { allFacts } from '#shared/db/fact-list.ts'
import { readFact } from '#shared/db/facts.ts'
import { choice, optional } from '#shared/record/codecs.ts'
import { sectionsOf } from '#shared/record/sections.ts'
import { inLanguages } from '#shared/text/words.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeGroups } from '#tests/support/movement.ts'

async function groupsOf(sections: typeof movement.sections, db: D1Database): Promise<object[]> {
  const fact = allFacts(sections).find(({ name }) => name === 'groups')
  if (!fact) throw new Error('groups are a fact')
  const rows: object[] = []
  for await (const some of readFact(db, fact, movement.timeZone)) rows.push(...some)
  return rows
}

test('a field of ours that can be counted is a fact without another line; one of the team is none', async () => {
  const { db, close } = await openDatabase()
  try {
    await makeGroups(db, { Pau: ['Lou'] }, new Date('2026-01-01T00:00:00Z'))
    await db.prepare(`UPDATE local_group SET networks = 'weekly', note = 'weekly'`).run()
    const options = { weekly: inLanguages({ fr: 'chaque semaine', en: 'every week' }) }
    const rhythm = { control: { kind: 'select', options }, codec: optional(choice(options)) } as const
    const { group } = movement.sections.ours
    const asking = {
      ...group,
      fields: {
        ...group.fields,
        networks: { ...group.fields.networks, ...rhythm },
        note: { ...group.fields.note, ...rhythm },
      },
    }
    const of = (list: string) => (list === 'group' ? asking : movement.sections.of(list))
    const [row] = await groupsOf({ ...movement.sections, of }, db)
    expect(row).toMatchObject({ networks: 'weekly', active_members: 12 })
    expect(row).not.toHaveProperty('note')
    expect((await groupsOf(movement.sections, db))[0]).not.toHaveProperty('networks')
  } finally {
    await close()
  }
})

test('a group that never said its country is in the first one of its movement', async () => {
  const { db, close } = await openDatabase()
  try {
    await makeGroups(db, { Pau: ['Lou'] }, new Date('2026-01-01T00:00:00Z'))
    const sections = sectionsOf({
      country: 'FR',
      countries: ['FR', 'BE'],
      lists: [],
      questions: [],
      sections: ['identity'],
    })
    expect((await groupsOf(sections, db))[0]).toMatchObject({ country: 'FR' })
  } finally {
    await close()
  }
})
