import { useCallback } from 'react'
import { readUnits } from '../../api/enrollment'
import {
  actingFor,
  readAppointments,
  readAwards,
  readCalendar,
  readCases,
  readRefusedOutcomes,
  type Award,
  type Case,
  type DepositedOutcome,
} from '../../api/office'
import { readGrid, readQuotas, type QuotaGrid, type QuotaSummary } from '../../api/quotas'
import { useLoad, type Loaded } from '../../parts/useLoad'
import { usePreferences } from '../../text/locale'
import { byDueDay } from './todo'

/** Enrollment's part: the day, whom one acts for, and the applications of the subtree. */
export interface Cases {
  readonly today: string
  readonly acting: ReadonlySet<string>
  readonly unitNames: ReadonlyMap<string, string>
  readonly submitted: readonly Case[]
  readonly recommended: readonly Case[]
}

/** The reward service's part about places. */
export interface Places {
  readonly quotas: readonly QuotaSummary[]
  readonly grids: readonly QuotaGrid[]
}

/** Something read, and how to read it again. */
export interface Read<T> {
  readonly part: Loaded<T>
  readonly reload: () => void
}

/** What the to-do page reads; each part stands or fails by itself. */
export interface Reads {
  readonly cases: Read<Cases>
  readonly awards: Read<readonly Award[]>
  readonly places: Read<Places>
  readonly outcomes: Read<readonly DepositedOutcome[]>
}

/** Reasons come in the reader's language, so what holds them is read again when it changes. */
export function useReads(): Reads {
  const { locale } = usePreferences()
  const cases = useLoad(readAllCases)
  const awards = useLoad(useCallback((signal: AbortSignal) => readAwards(signal), [locale]))
  const places = useLoad(readPlaces)
  const outcomes = useLoad(useCallback((signal: AbortSignal) => readRefusedOutcomes(signal), [locale]))
  return { cases: read(cases), awards: read(awards), places: read(places), outcomes: read(outcomes) }
}

const read = <T>([part, reload]: readonly [Loaded<T>, () => void]): Read<T> => ({ part, reload })

async function readAllCases(signal: AbortSignal): Promise<Cases> {
  const [calendar, appointments, units, submitted, recommended] = await Promise.all([
    readCalendar(signal),
    readAppointments(signal),
    readUnits(signal),
    readCases('submitted', signal),
    readCases('recommended', signal),
  ])
  return {
    today: calendar.date,
    acting: actingFor(appointments, calendar.date),
    unitNames: new Map(units.map((unit) => [unit.unitId, unit.name])),
    submitted: byDueDay(submitted),
    recommended: byDueDay(recommended),
  }
}

/** Every grid is read for its proposal: there is one a year and policy. */
async function readPlaces(signal: AbortSignal): Promise<Places> {
  const quotas = await readQuotas(signal)
  const grids = await Promise.all(quotas.map((one) => readGrid(one.policyId, one.year, signal)))
  return { quotas, grids }
}
