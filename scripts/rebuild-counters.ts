import { run } from './run.ts'

// npm run rebuild-counters: counts anew what triggers keep, where it is wrong
await run(() => import('./rebuild-counters/main.ts'))
