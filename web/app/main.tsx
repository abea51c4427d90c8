/** Starts the app. Zod is told to build no code from strings, which the content security policy forbids. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './App.tsx'
import { followLocale } from './i18n/index.ts'
import './theme/base.css'
import { followTheme } from './theme/theme.ts'

config({ jitless: true })
followTheme()
followLocale()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
