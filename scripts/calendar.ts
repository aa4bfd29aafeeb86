import { run } from './run.ts'

// npm run calendar: says when mails leave next
await run(() => import('./round/calendar.ts'))
