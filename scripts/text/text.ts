import { en } from './en.ts'
import { fr } from './fr.ts'

const texts = { fr, en }

/** The language of the machine: the first of these that is set, as POSIX says; English when it is neither of ours. */
function machineLanguage(env: NodeJS.ProcessEnv): keyof typeof texts {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

export const language = machineLanguage(process.env)
export const words = texts[language]
