import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    // Tests that start a process or a browser take longer on a busy machine; none of them waits for a time to pass.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
