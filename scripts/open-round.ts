import { run } from './run.ts'

// npm run open-round: opens this month's round now, without waiting for its day
await run(() => import('./round/open.ts'))
