import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: resolve(root, 'test/e2e'),
  outputDir: resolve(root, 'out/e2e'),
  globalSetup: resolve(root, 'test/fixtures/makeMedia.ts'),
  // Each test has a program of its own; two cores carry two.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90_000,
  // On a shared machine a test may lose one race; twice is a fault. The report names who needed it.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts' },
    { name: 'prove', testMatch: '*.prove.ts', timeout: 1_800_000 },
  ],
});
