/** The fewest missing courses that give the credits still needed. */
export function coursesNeeded(missing: readonly { readonly credits: number }[], credits: number): number {
  let left = credits
  const largestFirst = missing.map((course) => course.credits).sort((a, b) => b - a)
  const enough = largestFirst.findIndex((size) => (left -= size) <= 0)
  return enough < 0 ? missing.length : enough + 1
}
