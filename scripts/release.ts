import { run } from './run.ts'

// npm run release: an archive that runs with Node alone
await run(() => import('./release/main.ts'))
