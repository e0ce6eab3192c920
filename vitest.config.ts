import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    // No test changes what another sees, so files share a process and what it has read: the knowledge takes seconds.
    isolate: false,
    // Half of the files mostly wait for a process or a browser: two at a time, also on two cores.
    maxWorkers: 2,
    // Tests that start a process or a browser take longer on a busy machine; none of them waits for a time to pass.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
