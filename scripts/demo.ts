import fixed from '#sample/movement.config.ts'
import { run } from './run.ts'

// npm run demo: the whole product on a sample movement, in a folder that is thrown away
await run(() => import('./demo/main.ts'), fixed)
