import { run } from './run.ts'

// npm run waiting: who waits for the team because a group named many people, and what becomes of them
await run(() => import('./waiting/main.ts'))
