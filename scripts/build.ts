import { stop } from 'esbuild'
import { buildMails } from './build/mails.ts'
import { buildOutlines } from './build/outlines.ts'
import { buildScripts } from './build/scripts.ts'
import { buildStyles } from './build/styles.ts'
import { inWords } from './run.ts'

// What workers need compiled before they are bundled: never at run time
await inWords(async () => {
  await Promise.all([buildMails(), buildOutlines(), buildScripts(), buildStyles()])
  await stop()
})
