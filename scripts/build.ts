import { buildMails } from './build/mails.ts'
import { buildStyles } from './build/styles.ts'

// What workers need compiled before they are bundled: never at run time
await Promise.all([buildMails(), buildStyles()])
