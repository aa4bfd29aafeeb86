import { describe, expect, test } from 'vitest'
import { FieldInput } from '#shared/html/field-input.tsx'
import { brevoReports } from '#shared/mail/brevo-event.ts'
import { type Field, readField } from '#shared/record/field.ts'
import { showValue } from '#shared/record/show.ts'
import { keySchema } from '#shared/settings/said-words.ts'
import { departmentNumber } from '#shared/sheet/departments.ts'
import { compose } from '#shared/sheet/headings/compose.ts'
import { languageField } from '#shared/sheet/sheet-fields.ts'
import { plainDay } from '#shared/sheet/values/day.ts'
import { slipOf } from '#shared/sheet/values/email.ts'
import { ourWords } from '#shared/text/text.ts'
import { movement } from '#tests/fuzz/movement.ts'

/** What every object of JavaScript has without being told. */
const names = Object.getOwnPropertyNames(Object.prototype)

const { asked } = movement.sections
const fields = asked.flatMap(({ fields: given }) => Object.entries(given) as [string, Field<unknown>][])

describe.each(names)('“%s”, typed or sent by somebody, is a text like any other:', (name) => {
  test('a question shows it as what was typed, and its answer as what was said', () => {
    for (const [key, field] of fields) {
      const shown = String(
        FieldInput({ field, name: key, text: name, language: 'fr', movement: ourWords, problem: undefined }),
      )
      expect(shown, key).not.toMatch(/undefined|\[native code\]/)
      expect(showValue(field, name, 'fr'), key).not.toMatch(/undefined|\[native code\]/)
      expect(() => readField(field, name), key).not.toThrow()
    }
  })

  test('a sheet’s cell, heading or address of it means nothing', () => {
    expect(departmentNumber(name)).toBeNull()
    expect(compose(`mail ${name}`)).toBeNull()
    expect(readField(languageField, name).value ?? null).toBeNull()
    expect(plainDay(`${name} 19`, 'day_first')).toBe(`${name} 19`)
    expect(String(slipOf(`lou@example.${name}`))).not.toMatch(/native code/)
  })

  test('a program’s event of that name is none that we know', () => {
    expect(brevoReports({ event: name, email: 'lou@example.org', reason: 'missing' })).toEqual([])
  })

  test('a setting is not called so', () => {
    expect(keySchema.safeParse(name).success).toBe(false)
  })
})
