import { run } from './run.ts'

// npm start: the workers over one folder, until a signal asks to end
await run(() => import('./start/main.ts'))
