// Prints what each page costs a phone: gzip bytes of every script and style sheet of the last build.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = join(process.argv[2] ?? 'dist', 'assets')
const rows = readdirSync(folder)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({ name, gzip: gzipSync(readFileSync(join(folder, name))).length }))
  .sort((a, b) => b.gzip - a.gzip)
for (const { name, gzip } of rows) {
  console.log(`${(gzip / 1024).toFixed(1).padStart(8)} kB  ${name}`)
}
