import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // They take root, and minutes: `npm run real-servers`
    exclude: [...configDefaults.exclude, 'tests/real-servers/**'],
    globalSetup: ['tests/support/temporary.ts'],
    // No test depends on how fast the machine is: these are for what will never come
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
})
