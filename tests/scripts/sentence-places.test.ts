import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { compileSentencePages } from '#hosts/node/bundle.ts'

test('each sentence of Dutch has a place, and most are met where people meet them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relance-language-'))
  const program = await import(pathToFileURL(await compileSentencePages()).href)
  const { framed, nowhere } = await program.main({ code: 'nl', original: 'fr', folder })
  expect(nowhere).toBe(0)
  expect(framed).toBeLessThan(180)
  await rm(folder, { recursive: true })
}, 120_000)
