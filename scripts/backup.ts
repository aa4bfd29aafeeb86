import { run } from './run.ts'

// npm run backup: a copy of the data folder, also while Relance runs
await run(() => import('./backup/main.ts'))
