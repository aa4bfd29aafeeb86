import { run } from './run.ts'

// npm run mails: who would get what and why the others not; shows and tries mails; stops them, or leads them to the team
await run(() => import('./mails/main.ts'))
