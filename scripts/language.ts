import { run } from './run.ts'

// npm run language: begins a language, and says what it lacks and what has changed since it was translated
await run(() => import('./language/main.ts'))
