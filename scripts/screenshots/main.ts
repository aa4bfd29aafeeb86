import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readArguments } from '#scripts/arguments.ts'
import { root } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { openBrowser } from '#tests/support/axe.ts'
import keepApart from '#tests/support/temporary.ts'
import { acts, type BrowserHarness, startBrowserHarness } from './browser-harness.ts'
import { type Picture, pictures, type Scene } from './pictures.ts'
import { stateNames, takeStates } from './states.ts'
import { fileOf, take } from './take.ts'

/** Beyond this a picture makes the repository and the README heavy, in bytes. */
const limit = 150_000

/** The README's pictures go where it shows them, all the others where nothing is kept. */
const folders = { readme: join(root, 'docs/images'), rest: join(root, 'dist/screenshots') }

/** Takes the pictures whose names begin with one of the arguments; all of them without. */
export async function main(args: string[]): Promise<void> {
  const { positionals: names } = readArguments(args, { most: Number.POSITIVE_INFINITY, usage: words.usage.screenshots })
  const isWanted = (file: string) => names.length === 0 || names.some((name) => file.startsWith(name))
  const wanted = pictures.filter((picture) => isWanted(fileOf(picture)))
  const states = stateNames.filter(isWanted)
  if (wanted.length + states.length === 0)
    throw new Stop(`no picture has this name: ${[...pictures.map(fileOf), ...stateNames].join(', ')}`)
  if (names.length === 0) await rm(folders.rest, { recursive: true, force: true })
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  // A database that an earlier version made must not be found again
  const forget = await keepApart()
  const browser = await openBrowser()
  try {
    if (states.length > 0) await takeStates(browser, states, folders.rest)
    for (const still of wanted.filter((picture) => 'html' in picture)) await takeInto(browser, null, still)
    const scenes = wanted.filter((picture) => 'steps' in picture)
    if (scenes.length > 0) await takeScenes(browser, scenes)
  } finally {
    await browser.close()
    await forget()
  }
}

async function takeScenes(browser: Browser, scenes: readonly Scene[]): Promise<void> {
  const harness = await startBrowserHarness()
  try {
    for (const act of acts) {
      await harness.play(act)
      for (const scene of scenes.filter((one) => one.act === act)) await takeInto(browser, harness, scene)
    }
  } finally {
    await harness.stop()
  }
}

async function takeInto(browser: Browser, harness: BrowserHarness | null, picture: Picture): Promise<void> {
  const bytes = await take(browser, harness, picture, picture.isInReadme ? folders.readme : folders.rest)
  console.log(`${fileOf(picture).padEnd(32)} ${Math.round(bytes / 1000)} kB`)
  if (picture.isInReadme && bytes > limit) throw new Stop(`${fileOf(picture)} is over ${limit / 1000} kB`)
}
