import { useState } from 'react'
import { readPerson, type Person } from '../../api/office'
import { asFailure, type Failure } from '../../api/problem'

/** As many questions at a time as a browser keeps open anyway. */
const AT_ONCE = 5

/** Names of learners, read only when somebody asks and kept only while the page is open. Every look is recorded by the vault. */
export function useNames(purpose: string) {
  const [names, setNames] = useState<ReadonlyMap<string, Person>>(new Map())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function show(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !names.has(id))
    setBusy(true)
    setFailure(undefined)
    try {
      for (let at = 0; at < unknown.length; at += AT_ONCE) {
        const people = await Promise.all(unknown.slice(at, at + AT_ONCE).map((id) => readPerson(id, purpose)))
        setNames((now) => new Map([...now, ...people.map((person) => [person.learnerId, person] as const)]))
      }
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return { names, show, busy, failure }
}

export type Names = ReturnType<typeof useNames>
