import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { readFilter } from '#shared/domain/group-filter.ts'
import { linkKey, readDatedToken } from '#shared/domain/link.ts'
import { scrub } from '#shared/domain/mail.ts'
import { departmentKey, townKey } from '#shared/domain/place.ts'
import { returnPath } from '#shared/domain/return-path.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { brevoReports } from '#shared/mail/brevo-event.ts'
import { readReports } from '#shared/mail/report/read-reports.ts'
import { type Field, type Fields, readField } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import { headingKey } from '#shared/record/heading.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { nearest } from '#shared/sheet/nearest.ts'
import { neutralise, neutraliseWithin, restore } from '#shared/sheet/neutral.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'
import { growth } from '#tests/support/growth.ts'
import { hostileTexts } from '#tests/support/hostile-texts.ts'
import { bounce } from '#tests/support/reports.ts'
import { accessKeyId } from '#workers/team/access-token.ts'

/** Every field that anybody fills in: a new one joins by itself. */
const fields = movement.sections.asked.flatMap(({ list, fields: given }) =>
  Object.entries(given as Fields).map(([name, field]) => [`${list}.${name}`, field as Field<unknown>] as const),
)

const kinds = sheetKinds(movement)
const key = linkKey('x'.repeat(32))

const sheet = async (text: string) => {
  try {
    return await readSheets('sheet.csv', new TextEncoder().encode(text), kinds)
  } catch (error) {
    if (error instanceof Unreadable) return error
    throw error
  }
}

/** Every other place where a text from elsewhere is read, and what with. */
const doors: Readonly<Record<string, (text: string) => unknown>> = {
  'a name to compare': fold,
  'a heading': headingKey,
  'a town': townKey,
  'a department': departmentKey,
  'a search': searchTerms,
  'a filter': (text) =>
    readFilter(new URLSearchParams({ text, state: text, from: text, silent: text }), movement.sections),
  'a page to go back to': (text) => returnPath(`/u/${text.replace(/\p{Cc}/gu, '')}`, '/u'),
  'a stamp': async (text) => readDatedToken(await key, 'page', text),
  'a token of Access': accessKeyId,
  'a server’s answer': scrub,
  'a reason of Brevo’s': (reason) => brevoReports({ event: 'spam', email: 'lou@example.org', reason }),
  'an address of Brevo’s': (email) => brevoReports({ event: 'spam', email }),
  'a cell to write': neutralise,
  'a cell to cut': neutraliseWithin,
  'a cell to read': restore,
  'a name that nobody has': (text) =>
    nearest(text, [
      ['pau', 'Pau'],
      ['dax', 'Dax'],
    ]),
}

/** Slower by what there is to tell, not by more of it: 64 kB of the plainest show it. */
const slowDoors: typeof doors = {
  'a bounce': readReports,
  'a bounce’s recipient': (text) => readReports(bounce({ uid: null, address: text })),
  'a bounce’s fields': (text) => readReports(bounce({ uid: null, address: 'a@example.org', more: text })),
  'a sheet': sheet,
  'a cell of a sheet': (text) => sheet(`Nom du groupe;Ville\n"${text.replaceAll('"', '""')}";Pau\n`),
}

describe('takes as long as there is to read, up to 1 MB of anything:', () => {
  const grown = async (read: (text: string) => unknown, isSlow = false) => {
    for (const { name, write, isPlainest } of hostileTexts) {
      if (isSlow && !isPlainest) continue
      const found = await growth(read, write, isPlainest && !isSlow)
      if (found) return { name, ...found }
    }
    return null
  }

  test.each(fields)('%s', async (_, field) => {
    expect(await grown((text) => readField(field, text))).toBe(null)
    expect(await grown((text) => readField(field, text, '2026-12-01'))).toBe(null)
  })

  test.each(Object.entries(doors))('%s', async (_, read) => {
    expect(await grown(read)).toBe(null)
  })

  test.each(Object.entries(slowDoors))('%s', async (_, read) => {
    expect(await grown(read, true)).toBe(null)
  })
})
