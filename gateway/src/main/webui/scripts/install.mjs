// Installs the modules package-lock.json names, and only when it changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { execSync } from 'node:child_process'

const mark = 'node_modules/.installed-from'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  execSync('npm ci --no-progress', { stdio: 'inherit' })
  writeFileSync(mark, lock)
}
