import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { speak } from '../api/http'
import type { Locale } from '../format/dates'

/** The same words in both languages; the Chinese ones decide which there are. */
export interface Texts<T> {
  readonly zh: T
  readonly en: T
}

/** What a person sets for himself on this device. */
interface Preferences {
  readonly locale: Locale
  readonly senior: boolean
  setLocale(locale: Locale): void
  setSenior(senior: boolean): void
}

const PreferencesContext = createContext<Preferences | undefined>(undefined)

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useKept<Locale>('gongxue.locale', 'zh', (text) => (text === 'en' ? 'en' : 'zh'))
  const [senior, setSenior] = useKept<boolean>('gongxue.senior', false, (text) => text === 'true')
  // Before the first call, not after it: the language of problems goes out with the call.
  speak(locale === 'zh' ? 'zh-CN' : 'en')
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  }, [locale])
  useEffect(() => {
    document.documentElement.dataset['edition'] = senior ? 'senior' : 'standard'
  }, [senior])
  const value = useMemo(
    () => ({ locale, senior, setLocale, setSenior }),
    [locale, senior, setLocale, setSenior],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (!preferences) {
    throw new Error('outside PreferencesProvider')
  }
  return preferences
}

export function useText<T>(texts: Texts<T>): T {
  return texts[usePreferences().locale]
}

function useKept<T>(key: string, otherwise: T, read: (text: string) => T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = localStorage.getItem(key)
    return kept === null ? otherwise : read(kept)
  })
  const keep = useCallback(
    (next: T) => {
      localStorage.setItem(key, String(next))
      setValue(next)
    },
    [key],
  )
  return [value, keep]
}
