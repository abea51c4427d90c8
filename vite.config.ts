import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The app is built from web/app into web/dist; in development the API answers on the port of `npm start`. */
export default defineConfig({
  root: 'web/app',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
})
