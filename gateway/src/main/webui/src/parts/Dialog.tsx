import { useEffect, useRef, type ReactNode } from 'react'
import './dialog.css'

/** A question that has to be answered before anything else: the browser's own dialog, with its focus and its Escape key. */
export function Dialog(props: {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** for what is more than a question: wide, or a list at the side of the window */
  readonly look?: 'wide' | 'drawer'
  readonly children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (props.open) {
      dialog.current?.showModal()
    } else {
      dialog.current?.close()
    }
  }, [props.open])
  return (
    <dialog ref={dialog} className={`dialog ${props.look ?? ''}`} aria-label={props.title} onClose={props.onClose}>
      <h2>{props.title}</h2>
      {props.children}
    </dialog>
  )
}
