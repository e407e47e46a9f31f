import 'virtual:tokens.css'
import './theme/base.css'
import './parts/parts.css'
import './parts/states-and-tables.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
