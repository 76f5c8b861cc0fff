import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');
const from = (...path: string[]) => resolve(root, ...path);

/** Targets are the floor of both runtimes: Node 20.18 and Chromium 130. */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: from('out/main'),
      // Only SQLite stays outside: it is a native module. Everything else becomes one file.
      externalizeDeps: { exclude: ['zod', 'mediabunny'] },
      rollupOptions: {
        // Each worker is a file of its own beside the program's (main/inWorker.ts).
        input: {
          index: from('main/index.ts'),
          vaultWorker: from('main/vaultWorker.ts'),
          encryptWorker: from('main/encryptWorker.ts'),
          logWorker: from('main/logWorker.ts'),
          recordWorker: from('main/recordWorker.ts'),
          keepWorker: from('main/keepWorker.ts'),
          agreementWorker: from('main/agreementWorker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: from('out/preload'),
      rollupOptions: {
        input: from('preload/index.ts'),
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    publicDir: from('build/public'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: from('out/renderer'),
      emptyOutDir: true,
      // Fonts and pictures stay files: the policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: from('renderer/index.html') },
    },
  },
});
