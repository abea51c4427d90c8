import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The app is built from web/app into web/dist; in development the API answers on the port of `npm start`. */
export default defineConfig({
  root: 'web/app',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The drawing library changes seldom: a file of its own stays in the browser's cache when the app changes.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'cytoscape', test: /node_modules[\\/]cytoscape[\\/]/ }] } } },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
})
