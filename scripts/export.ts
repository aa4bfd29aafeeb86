import { run } from './run.ts'

// npm run export: a SQLite file of flat facts, for Metabase and the like
await run(() => import('./export/main.ts'))
