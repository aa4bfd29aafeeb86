import { run } from './run.ts'

// npm run migrate: brings a folder's database up to the code
await run(() => import('./migrate/main.ts'))
