import { run } from './run.ts'

// npm run person: gives or erases everything that is kept about somebody (GDPR art. 15, 17 and 20)
await run(() => import('./person/main.ts'))
