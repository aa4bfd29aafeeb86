import { expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { dashboardOf } from '#workers/dashboard/index.tsx'
import { deskOf } from '#workers/desk/index.tsx'

// Cloudflare leads `/dashboard*` to the dashboard, and `/desk*` to the desk

test.each([
  ['/dashboards', dashboardOf(movement)],
  ['/dashboard-old/groups', dashboardOf(movement)],
  ['/desks', deskOf(movement, fixed)],
  ['/desktop/', deskOf(movement, fixed)],
])('%s only begins as a page of theirs does: nobody’s page is said as any other, not as a fault', async (path, app) => {
  const asked = { headers: { 'accept-language': 'en' } }
  const response = await app.request(`https://maj.example.org${path.replace(/\/$/, '')}`, asked, {
    PUBLIC_URL: 'https://maj.example.org',
  })
  const html = await response.text()
  expect([response.status, /<h1>(.*?)<\/h1>/.exec(html)?.[1]]).toEqual([404, 'There is no such page'])
})
