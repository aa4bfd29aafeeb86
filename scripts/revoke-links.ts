import { run } from './run.ts'

// npm run revoke-links: ends every link, session and feed key
await run(() => import('./revoke-links/main.ts'))
