import { expect, test } from 'vitest'
import { readField } from '#shared/record/field.ts'
import { activityFields } from '#shared/record/sections/activities.ts'
import { groupFields } from '#shared/record/sections/identity.ts'
import { referentFields } from '#shared/record/sections/referents.ts'

const today = '2026-12-01'
const { networks } = groupFields('FR')
const { role } = referentFields('FR')
const { kind } = activityFields

test.each(['aucun', 'Non', 'pas encore', 'none', 'n/a', '—', '?', 'je ne sais pas'])(
  '« %s » is no network, role or kind: it is asked to leave the box empty, and not published as a name',
  (typed) => {
    for (const field of [networks, role, kind])
      expect(readField(field, typed, today)).toEqual({ problem: { code: 'left_empty' } })
  },
)

test.each(['insta: @archipelpau', 'fb Archipel Pau', '@a\n@b', 'x: @pau', 'Non à la rocade', 'none-of-us.example.org'])(
  '« %s » is kept as it is typed',
  (typed) => {
    expect(readField(networks, typed, today)).toEqual({ value: typed })
  },
)
