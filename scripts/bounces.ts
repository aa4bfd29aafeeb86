import { run } from './run.ts'

// npm run bounces: reads mails that came back, and shuts the addresses that do not exist
await run(() => import('./bounces/main.ts'))
