import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { tokenCss } from './src/theme/tokens.ts'

/** `import 'virtual:tokens.css'` is the style sheet of src/theme/tokens.ts. */
function tokens(): Plugin {
  const name = 'virtual:tokens.css'
  return {
    name: 'tokens',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? tokenCss() : undefined),
  }
}

export default defineConfig({
  plugins: [react(), tokens()],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2022',
    // A page that draws nothing from an inlined file needs no exception in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/login', '/logout'].map((path) => [path, process.env['GATEWAY'] ?? 'http://localhost:8080']),
    ),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
