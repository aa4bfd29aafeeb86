import { buildStyles } from './build/styles.ts'

// What workers need compiled before they are bundled: never at run time
await buildStyles()
