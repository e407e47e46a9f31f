/**
 * The look in one place: the style sheet (made from this at build time) and the component library both read it.
 * Every text color reaches 4.5 : 1 on the grounds it stands on; tokens.test.ts computes that.
 */

export interface Palette {
  /** page ground */ bg: string
  /** card ground */ card: string
  /** a shade beside the card: table head, hover */ sunk: string
  /** hairline */ line: string
  /** border of what can be typed into or pressed; 3 : 1 */ edge: string
  /** text */ ink: string
  /** second text */ ink2: string
  /** captions */ ink3: string
  /** union red as text: what needs mending, where one is */ brand: string
  /** union red as the ground of the one action */ fill: string
  brandSoft: string
  brandLine: string
  ok: string
  okSoft: string
  wait: string
  waitSoft: string
  info: string
  infoSoft: string
  /** credits by own courses */ course: string
  /** credits by converted certificates */ converted: string
  /** the empty part of a bar */ track: string
}

export const light: Palette = {
  bg: '#f6f4f0',
  card: '#ffffff',
  sunk: '#faf9f6',
  line: '#e6e3de',
  edge: '#8a857c',
  ink: '#1f2328',
  ink2: '#59636e',
  ink3: '#68717b',
  brand: '#b3261e',
  fill: '#b3261e',
  brandSoft: '#fbeeec',
  brandLine: '#e8c4c0',
  ok: '#17734a',
  okSoft: '#e8f5ee',
  wait: '#8a5c00',
  waitSoft: '#fdf5e2',
  info: '#2458a6',
  infoSoft: '#eaf1fb',
  course: '#2f6f8f',
  converted: '#c4841d',
  track: '#eceae6',
}

export const dark: Palette = {
  bg: '#15171a',
  card: '#1e2125',
  sunk: '#24282d',
  line: '#343a40',
  edge: '#7b838c',
  ink: '#ecebe8',
  ink2: '#b4bbc3',
  ink3: '#9aa3ac',
  brand: '#ff9a8f',
  fill: '#c8372c',
  brandSoft: '#3a1d1b',
  brandLine: '#6b3530',
  ok: '#6fd19c',
  okSoft: '#16301f',
  wait: '#e8b95a',
  waitSoft: '#352a10',
  info: '#8db8f5',
  infoSoft: '#182a44',
  course: '#4f9cc0',
  converted: '#e0a94a',
  track: '#33383e',
}

/** rem; the root is 16 px, or 20 px in the senior edition */
export const type = {
  caption: 0.8125,
  small: 0.875,
  body: 1,
  heading: 1.0625,
  title: 1.375,
  figure: 2.125,
} as const

/** The senior edition (长辈版): larger type, more room. */
export const senior = { type: 1.25, space: 1.3 } as const

/** px; the step all distances are multiples of */
export const step = 4

/** px */
export const radius = { card: 14, control: 10, tag: 6 } as const

/** px; the smallest thing one can press */
export const target = 44

export const fonts = {
  text: '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif',
  mono: 'ui-monospace, "JetBrains Mono", "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
} as const

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value};`)
    .join('')
}

/** The custom properties the style sheet is written in. */
export function tokenCss(): string {
  const sizes = Object.entries(type)
    .map(([name, rem]) => `--type-${name}:${rem}rem;`)
    .join('')
  const shapes = `--radius-card:${radius.card}px;--radius:${radius.control}px;--radius-tag:${radius.tag}px;--target:${target}px;`
  const faces = `--font:${fonts.text};--mono:${fonts.mono};`
  return [
    `:root{color-scheme:light dark;--step:${step}px;${sizes}${shapes}${faces}${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}`,
    `:root[data-edition=senior]{font-size:${senior.type * 100}%;--step:${step * senior.space}px}`,
  ].join('\n')
}
