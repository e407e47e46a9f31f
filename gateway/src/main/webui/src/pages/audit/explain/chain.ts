import type { Decision, Explanation, Payment } from '../../../api/explanation'
import type { Entitlement } from '../../../api/reward'
import { day, type Locale } from '../../../format/dates'
import { yuan } from '../../../format/money'
import type { Tone } from '../../../parts/Parts'
import { applies } from '../../benefits/condition'
import { explainText } from './text'

/** One box of the picture: what happened, what it rests on, and whether it went well. */
export interface Box {
  readonly key: string
  readonly title: string
  readonly lines: readonly string[]
  readonly tone: Tone
  /** the event that says so */
  readonly at?: { readonly service: string; readonly index: number } | undefined
}

/** Where words come from that are in no event: names of funds and units. */
export type Names = Pick<Entitlement, 'policyName' | 'shares' | 'quota'> | undefined

function lastOf<T>(all: readonly T[], fits: (one: T) => unknown): T | undefined {
  return all.filter(fits).at(-1)
}

/** The last decision that assessed anything; its conditions are those in force. */
export function inForce(explanation: Explanation): Decision | undefined {
  return lastOf(explanation.decisions, (one) => one.assessed !== undefined)
}

/** The whole way of the money, or of the refusal, box by box. */
export function chainOf(
  explanation: Explanation,
  names: Names,
  locale: Locale,
  serviceName: (service: string) => string,
): readonly Box[] {
  return [
    ground(explanation, locale, serviceName),
    conditions(explanation, names, locale),
    ...quota(explanation, names, locale),
    ...funds(explanation, names, locale),
    ...explanation.attempts.flatMap((one) => payment(one, locale)),
    ...corrections(explanation, locale),
  ]
}

function ground({ ground, opened }: Explanation, locale: Locale, serviceName: (service: string) => string): Box {
  const t = explainText[locale]
  if (!ground) {
    return { key: 'ground', title: t.chain.noGround, lines: [], tone: 'wait', at: opened }
  }
  const { service, index } = ground.source
  const [, row] = /#(\d+)$/.exec(ground.reference) ?? []
  const title =
    ground.kind === 'certificate'
      ? t.chain.certificate
      : row === undefined
        ? t.chain.universityMessage
        : t.chain.universityRow(Number(row))
  return { key: 'ground', title, lines: [t.eventOf(serviceName(service), index)], tone: 'plain', at: ground.source }
}

function conditions(explanation: Explanation, names: Names, locale: Locale): Box {
  const t = explainText[locale].chain
  const decision = inForce(explanation)
  const counted = (decision?.assessed?.conditions ?? []).filter(applies)
  const failed = counted.find((one) => one.passed === false)
  const open = counted.filter((one) => typeof one.passed !== 'boolean').length
  const refused = explanation.decisions.at(-1)?.outcome === 'refused'
  const [rule] = explanation.decisions.at(-1)?.reasons ?? []
  const version = `${names?.policyName ?? explanation.policy.document.name} · ${t.version(explanation.policy.version)}`
  const at = decision?.events[0]
  if (failed || refused) {
    const why = failed?.name ?? rule?.rule ?? rule?.code ?? ''
    return { key: 'conditions', title: t.refused, lines: [why, version], tone: 'mend', at }
  }
  if (open > 0 || !decision) {
    return { key: 'conditions', title: t.open(open), lines: [version], tone: 'wait', at }
  }
  return { key: 'conditions', title: t.passed(counted.length), lines: [version], tone: 'ok', at }
}

function quota({ decisions }: Explanation, names: Names, locale: Locale): readonly Box[] {
  const t = explainText[locale].chain
  const decision = lastOf(decisions, (one) => one.quota !== undefined)
  if (!decision?.quota) {
    return []
  }
  const { before, after } = decision.quota
  const cell = lastOf(decisions, (one) => one.assessed?.quotaCell)?.assessed?.quotaCell
  const where = cell ? t.cell(names?.quota?.unitName ?? cell.unitId, cell.group, cell.year) : ''
  const at = decision.events.at(-1)
  if (decision.outcome === 'expired') {
    return [{ key: 'quota', title: t.expired, lines: [t.places(after.used, after.places), where], tone: 'wait', at }]
  }
  if (decision.outcome === 'waitlisted') {
    const title = t.waiting(decision.position ?? after.lastPosition)
    return [{ key: 'quota', title, lines: [t.places(before.used, before.places), where], tone: 'wait', at }]
  }
  return [{ key: 'quota', title: t.took(before.used, after.used, after.places), lines: [where], tone: 'ok', at }]
}

function funds({ decisions }: Explanation, names: Names, locale: Locale): readonly Box[] {
  const t = explainText[locale].chain
  const decision = lastOf(decisions, (one) => one.funds.some(moved))
  const shares = lastOf(decisions, (one) => one.assessed)?.assessed?.shares ?? []
  return (decision?.funds ?? []).filter(moved).map((fund) => {
    const name = names?.shares?.find((one) => one.fundId === fund.fundId)?.fundName ?? fund.fundId
    const share = shares.find((one) => one.fundId === fund.fundId)?.amountFen
    const left = (moment: typeof fund.before) => yuan(moment.balances['AVAILABLE'] ?? 0)
    return {
      key: `fund ${fund.fundId}`,
      title: t.owed(yuan(share ?? 0)),
      lines: [name, t.left(left(fund.before), left(fund.after))],
      tone: 'ok' as const,
      at: decision?.events.at(-1),
    }
  })
}

function moved(fund: Decision['funds'][number]): boolean {
  return fund.before.balances['AVAILABLE'] !== fund.after.balances['AVAILABLE']
}

/** Whether two people handled a batch, as it has to be; undefined while nobody has checked it. */
export function twoPeople({ maker, checker, frozenBy }: Payment['batch']): boolean | undefined {
  return checker === undefined ? undefined : checker !== maker && checker !== frozenBy
}

function payment(one: Payment, locale: Locale): readonly Box[] {
  const t = explainText[locale].chain
  const two = twoPeople(one.batch)
  const people = two === undefined ? t.unchecked : two ? t.twoPeople : t.onePerson
  const batch: Box = {
    key: `batch ${one.paymentId}`,
    title: t.batch(one.batch.batchId),
    lines: [t.line(one.line, one.batch.lines), people],
    tone: two === undefined ? 'wait' : two ? 'ok' : 'mend',
    at: one.batch.approved ?? one.drafted,
  }
  const { bank } = one
  if (!bank) {
    return [batch, { key: `bank ${one.paymentId}`, title: t.atBank, lines: [], tone: 'wait' }]
  }
  const paid = bank.state === 'paid'
  const lines = [day(bank.on, locale), paid ? (bank.bankReference ?? '') : (bank.failureCode ?? '')].filter(Boolean)
  return [
    batch,
    { key: `bank ${one.paymentId}`, title: paid ? t.paid : t.returned, lines, tone: paid ? 'ok' : 'mend', at: bank.at },
  ]
}

/** What came after the money, returns aside: those stand with the bank's line. */
function corrections({ corrections }: Explanation, locale: Locale): readonly Box[] {
  const t = explainText[locale]
  return corrections
    .filter((one) => one.what !== 'returned')
    .map((one) => ({
      key: `correction ${one.at.index}`,
      title: t.correction[one.what] ?? one.what,
      lines: [one.amountFen === undefined ? '' : `${yuan(one.amountFen)} ${t.yuan}`, one.reasonCode ?? ''].filter(Boolean),
      tone: one.what === 'recovery-received' ? ('ok' as const) : ('mend' as const),
      at: one.at,
    }))
}

/** Every event the explanation rests on, each once, by service and number. */
export function eventsOf(explanation: Explanation): readonly { service: string; index: number; leaf: string; type: string }[] {
  const found = new Map<string, { service: string; index: number; leaf: string; type: string }>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(look)
    } else if (value !== null && typeof value === 'object') {
      const { service, index, leaf, type } = value as Record<string, unknown>
      if (typeof service === 'string' && typeof index === 'number' && typeof leaf === 'string') {
        found.set(`${service}/${index}`, { service, index, leaf, type: typeof type === 'string' ? type : '' })
      }
      Object.values(value).forEach(look)
    }
  }
  look(explanation)
  return [...found.values()].sort((a, b) => a.service.localeCompare(b.service) || a.index - b.index)
}

/** A number that is a payment's or an entitlement's, as it is written; undefined for anything else. */
export function numberOf(typed: string): string | undefined {
  const [, kind, rest] = /^\s*([PE])-([0-9A-F-]+)\s*$/i.exec(typed.normalize('NFKC')) ?? []
  if (kind === undefined || rest === undefined) {
    return undefined
  }
  const id = `${kind.toUpperCase()}-${rest.toLowerCase()}`
  return /^(E-[0-9a-f]{16}|P-\d{4}-\d{6,9}-\d{1,9})$/.test(id) ? id : undefined
}

