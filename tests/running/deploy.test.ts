import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNames } from '#scripts/deploy/check-database.ts'
import { findPlaceholders } from '#scripts/deploy/placeholders.ts'
import { secretsOf } from '#scripts/deploy/secrets.ts'
import { root } from '#scripts/local/paths.ts'
import { readDeploySettings } from '#scripts/local/settings.ts'
import { makeCheckout } from '#tests/support/checkout.ts'
import { startProgram } from '#tests/support/program.ts'

/** As it is before a movement makes it its own, whatever it is now. */
const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  .replace(/^database_id = ".*"$/gm, 'database_id = "00000000-0000-0000-0000-000000000000"')
  .replace(/^PUBLIC_URL = ".*"$/gm, 'PUBLIC_URL = "https://maj.example.org"')
  .replace(/^(# )?routes = .*$/gm, '# routes = [{ pattern = "maj.example.org/*", zone_name = "example.org" }]')

test('npm run deploy refuses what is nobody’s yet, and says what to fill in', async () => {
  const checkout = await makeCheckout('wrangler.toml')
  await checkout.write('wrangler.toml', toml)
  const program = startProgram('deploy', [], checkout.options)
  expect(await program.ended).toBe(1)
  expect(program.said()).toMatch(/database_id: [\s\S]*PUBLIC_URL: [\s\S]*routes: [\s\S]*docs\/operations\.md/)
  expect(program.said()).not.toMatch(/\n +at /)
  await checkout.remove()
})

test('a wrangler.toml that was filled in has nothing left to fill in', () => {
  const filled = toml
    .replaceAll('00000000-0000-0000-0000-000000000000', '5b7a6a42-9d3e-4c55-8a51-7f2b0d3e6c11')
    .replaceAll('maj.example.org', 'maj.archipel.fr')
    .replaceAll('# routes', 'routes')
  expect(findPlaceholders(filled)).toEqual([])
  expect(findPlaceholders(filled.replace('routes =', '# routes ='))).toEqual(['routes'])
  expect(findPlaceholders(filled.replace('maj.archipel.fr"\n', 'maj.example.org"\n'))).toEqual(['public_url'])
})

const secret = 'a'.repeat(40)

test('each worker is given the secrets that it needs, and no other', () => {
  const settings = readDeploySettings({ LINK_SECRET: secret, MAIL_URL: 'cloudflare:', HOOK_SECRET: secret })
  expect(secretsOf('reminders', settings)).toEqual({ LINK_SECRET: secret, MAIL_URL: 'cloudflare:' })
  expect(secretsOf('forms', settings)).toEqual({ LINK_SECRET: secret, HOOK_SECRET: secret })
  expect(secretsOf('dashboard', settings)).toEqual({ LINK_SECRET: secret })
  expect(secretsOf('feeds', settings)).toEqual({ LINK_SECRET: secret })
})

test('a folder of mails is refused for Cloudflare, which has none', () => {
  expect(() => readDeploySettings({ MAIL_URL: 'file:///srv/mails' })).toThrow(/MAIL_URL: /)
})

test('what was migrated is read out of what wrangler says, among its warnings', () => {
  const answer = JSON.stringify([{ results: [{ name: '0001_create_local_group.sql' }], success: true }], null, 2)
  const warning = '\u25b2 [WARNING] Processing wrangler.toml configuration:\n'
  for (const output of [`${answer}\n`, `${warning}\n${answer}\n${warning}`])
    expect(readNames(output)).toEqual(['0001_create_local_group.sql'])
  expect(readNames(warning)).toEqual([])
})
