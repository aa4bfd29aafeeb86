import { stop } from 'esbuild'
import { buildMails } from './build/mails.ts'
import { buildScripts } from './build/scripts.ts'
import { buildStyles } from './build/styles.ts'

// What workers need compiled before they are bundled: never at run time
await Promise.all([buildMails(), buildScripts(), buildStyles()])
await stop()
