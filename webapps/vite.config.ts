import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the platform. */
const platform = process.env.FLOWMASTER_URL ?? 'http://localhost:9000';

const pages = /^\/(engage|designer|manager|admin|callback)?(\/.*)?(\?.*)?$/;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@shared': new URL('./src/shared', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1500,
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(?!src|@|node_modules|assets|favicon).*': {
        target: platform,
        bypass: (request) =>
          request.headers.accept?.includes('text/html') &&
          pages.test(request.url ?? '') &&
          !request.url?.startsWith('/login')
            ? request.url
            : undefined,
      },
    },
  },
  test: {
    environment: 'jsdom',
    globals: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/shared/testing/setup.ts'],
    css: false,
  },
});
