import { useSession } from '../../../shell/session'
import { useText } from '../../../text/locale'
import { explainText } from './text'

/** Somebody of the staff as a page may say it: the reader, or the beginning of the account's number. */
export function usePerson(): (subject: string) => string {
  const t = useText(explainText)
  const session = useSession()
  return (said) => {
    const subject = said.replace(/^user:/, '')
    return subject === session.subject ? t.you : t.user(subject.slice(0, 8))
  }
}
