import { run } from './run.ts'

// npm run feeds: what other systems read, the keys that open it, and what was held back
await run(() => import('./feeds/main.ts'))
