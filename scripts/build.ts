import { compileServer } from '#hosts/node/bundle.ts'
import { buildMails } from './build/mails.ts'
import { buildScripts } from './build/scripts.ts'
import { buildStyles } from './build/styles.ts'
import { inWords } from './run.ts'

// What workers need compiled before they are bundled, and then the server with them: never at run time
await inWords(async () => {
  await Promise.all([buildMails(), buildScripts(), buildStyles()])
  await compileServer()
})
