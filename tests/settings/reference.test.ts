import { join } from 'node:path'
import { expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { root } from '#scripts/local/paths.ts'
import { explainSettings, settingsPage } from '#scripts/settings/explain.ts'
import { completeSettings, faultsOfChange } from '#shared/settings/complete.ts'
import { settingsReference } from '#shared/settings/reference.ts'

test('the page about settings has every setting, with its default and an example', async () => {
  await expect(settingsPage()).toMatchFileSnapshot(join(root, 'docs/settings.md'))
})

test('every example is one that can be set', () => {
  const examples = Object.fromEntries(settingsReference().map(({ key, example }) => [key, example]))
  expect(faultsOfChange({}, {}, examples)).toEqual([])
  expect(completeSettings({}, examples).name).toBe(examples.name)
})

test('a movement that says who it is and who its team is has a calendar, to be changed at the desk', () => {
  const { calendar: _, lists: __, ...who } = fixed
  expect(completeSettings(who, {}).calendar).toMatchObject({
    opens: { weekday: 'tuesday', nth: 1 },
    at: '09:00',
    sequence: { reminders: [7, 14], end: 21 },
  })
})

test('a setting is explained by its name, or by what it is a part of', () => {
  expect(explainSettings(['calendar.quiet'])).toMatch(
    /^## calendar\.quiet\.from[\s\S]*Default: `"20:00"`[\s\S]*## calendar\.quiet\.until/,
  )
  expect(explainSettings(['questions'])).toContain('`type` (required, text, long_text, number')
  expect(completeSettings(fixed, {}).questions).toEqual([])
})
