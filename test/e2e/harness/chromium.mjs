import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { cached } from './cache.mjs'

const require = createRequire(import.meta.url)
const installed = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Starts a headless Chromium: the one that $CHROMIUM names, an installed one, or the one that npm delivers. */
export async function launchChromium() {
  const found = installed.find((path) => path && existsSync(path))
  const program = found ? { executablePath: found } : chromiumFromNpm()
  return chromium.launch({ ...program, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
}

/** The package @sparticuz/chromium holds the browser and the libraries that it needs, both packed. */
function chromiumFromNpm() {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8'))
  const folder = cached(`chromium-${version}`, (folder) => {
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
      const input = unpacked(join(packed, archive))
      execFileSync('tar', ['xf', '-', '--no-same-owner', '-C', folder], { input })
    }
    addFonts(join(folder, 'fonts'))
    writeFileSync(join(folder, 'chromium'), unpacked(join(packed, 'chromium.br')))
    chmodSync(join(folder, 'chromium'), 0o755)
  })
  // The paths in it name the folder, so it is written when that has its final name.
  const fontSettings = join(folder, 'fonts.conf')
  writeFileSync(fontSettings, fontConfiguration(folder))
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: fontSettings },
  }
}

function unpacked(path) {
  return brotliDecompressSync(readFileSync(path))
}

/** It comes with Open Sans alone; an editor wants a font of fixed width. */
function addFonts(folder) {
  const dejavu = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  mkdirSync(folder, { recursive: true })
  for (const style of [
    'Sans',
    'Sans-Bold',
    'Sans-Oblique',
    'SansMono',
    'SansMono-Bold',
    'SansMono-Oblique',
  ]) {
    copyFileSync(join(dejavu, `DejaVu${style}.ttf`), join(folder, `DejaVu${style}.ttf`))
  }
}

function fontConfiguration(folder) {
  const alias = (family, font) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  ${alias('monospace', 'DejaVu Sans Mono')}
  ${alias('sans-serif', 'DejaVu Sans')}
</fontconfig>
`
}
