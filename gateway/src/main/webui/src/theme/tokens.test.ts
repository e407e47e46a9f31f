import { describe, expect, it } from 'vitest'
import { dark, light, tokenCss, type Palette } from './tokens'

const TEXT = 4.5
const SHAPE = 3

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const texts: (keyof Palette)[] = ['ink', 'ink2', 'ink3', 'brand', 'ok', 'wait', 'info']
const pairs: [keyof Palette, keyof Palette][] = [
  ['ok', 'okSoft'],
  ['wait', 'waitSoft'],
  ['info', 'infoSoft'],
  ['brand', 'brandSoft'],
  ['ink2', 'brandSoft'],
  ['ink2', 'waitSoft'],
  ['ink2', 'sunk'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s colors', (_, palette) => {
  it.each(texts)('%s can be read on the page and on a card', (text) => {
    expect(contrast(palette[text], palette.bg)).toBeGreaterThanOrEqual(TEXT)
    expect(contrast(palette[text], palette.card)).toBeGreaterThanOrEqual(TEXT)
  })

  it.each(pairs)('%s can be read on %s', (text, ground) =>
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(TEXT),
  )

  it('the one action can be read', () => expect(contrast('#ffffff', palette.fill)).toBeGreaterThanOrEqual(TEXT))

  it('what can be typed into, and the bars, stand out', () => {
    for (const shape of ['edge', 'course', 'converted'] as const) {
      expect(contrast(palette[shape], palette.card)).toBeGreaterThanOrEqual(SHAPE)
    }
  })
})

it('the senior edition makes type larger and gives it more room', () => {
  expect(tokenCss()).toContain('[data-edition=senior]{font-size:125%;--step:5.2px}')
})
