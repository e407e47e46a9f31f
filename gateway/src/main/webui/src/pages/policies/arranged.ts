/** The order in which docs/policies.md writes the parts; the service keeps them by alphabet. */
const order = [
  ...['policyId', 'version', 'name', 'assessor', 'source', 'businessKeys', 'validity', 'eligibility', 'groups', 'amount'],
  ...['quota', 'funds', 'shortfall', 'approval', 'article', 'code', 'fact', 'comparison', 'value', 'sum', 'plus', 'minus'],
  ...['share', 'cap', 'table', 'yearBy', 'unitBy', 'ceilings', 'year', 'group', 'places', 'prefix', 'of', 'in', 'by', 'rows'],
  ...['when', 'fen', 'from', 'until'],
]

/** A document with its parts in the order people write them in; what the order does not know comes last. */
export function arranged(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(arranged)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([name, part]) => [name, arranged(part)]),
  )
}

const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
