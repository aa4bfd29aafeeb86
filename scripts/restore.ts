import { run } from './run.ts'

// npm run restore: puts a copy in the place of the data
await run(() => import('./restore/main.ts'))
