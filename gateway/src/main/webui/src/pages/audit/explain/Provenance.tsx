import { Link } from 'react-router'
import { useText } from '../../../text/locale'
import { useServiceName } from '../../../text/services'
import { eventAddress } from '../../log/address'
import type { Box } from './chain'
import { explainText } from './text'

/** The picture: boxes in a row, each resting on the one before; under one another where there is no room. */
export function Provenance({ boxes }: { readonly boxes: readonly Box[] }) {
  const t = useText(explainText)
  const name = useServiceName()
  return (
    <section className="card" aria-label={t.picture}>
      <div className="between">
        <h2>{t.picture}</h2>
        <span className="caption">{t.pictureMore}</span>
      </div>
      <ol className="provenance">
        {boxes.map((box) => (
          <li key={box.key} className={box.tone}>
            <strong>{box.title}</strong>
            {box.lines.filter(Boolean).map((line) => (
              <span key={line}>{line}</span>
            ))}
            {box.at && (
              <Link to={eventAddress(box.at.service, box.at.index)} aria-label={t.eventOf(name(box.at.service), box.at.index)}>
                {t.event(box.at.index)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
