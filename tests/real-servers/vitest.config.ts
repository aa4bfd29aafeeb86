import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** The tests with real mail servers, which `npm test` leaves alone: `npm run real-servers`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['tests/real-servers/**/*.test.ts'], exclude: [], fileParallelism: false },
})
