import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'
import { asReleased } from './as-released.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const texts = { fr, en }

/** The language of the machine: the first of these that is set, as POSIX says; English when it is neither of ours. */
function machineLanguage(env: NodeJS.ProcessEnv): keyof typeof texts {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

export const language = machineLanguage(process.env)
const isRelease = existsSync(join(root, 'relance.mjs'))
/** What names a command of ours, as it is called here. */
export const asCalled = <Said>(said: Said): Said => (isRelease ? asReleased(said) : said)
export const words = asCalled(texts[language])
