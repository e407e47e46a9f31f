import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { readParkedCount } from '../api/parked'

const settled = 'gongxue:parked-settled'

/** Something parked was settled: whoever shows how many there are counts again. */
export const countAgain = (): boolean => window.dispatchEvent(new Event(settled))

/** How many messages are parked, for those who look after them; counted again on every change of page. */
export function useParkedCount(mayLook: boolean): number {
  const [count, setCount] = useState(0)
  const { pathname } = useLocation()
  useEffect(() => {
    if (!mayLook) {
      return undefined
    }
    const abort = new AbortController()
    const look = () => {
      void readParkedCount(abort.signal).then((n) => {
        if (!abort.signal.aborted) {
          setCount(n)
        }
      })
    }
    look()
    window.addEventListener(settled, look)
    return () => {
      abort.abort()
      window.removeEventListener(settled, look)
    }
  }, [mayLook, pathname])
  return count
}
