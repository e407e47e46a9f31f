import { useEffect, useRef } from 'react'

/** Moves the eyes and the focus to a heading that has just appeared. */
export function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
