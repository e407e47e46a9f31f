import { useCallback } from 'react'
import { Bones, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useText, type Texts } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { readDocuments, readOperations } from './openapi'
import './developers.css'

const zh = {
  title: '接口文档',
  sub: '全部服务的 OpenAPI 文档。机器调用请带访问令牌（Authorization: Bearer）。',
  json: 'JSON',
  yaml: 'YAML',
}

const en: typeof zh = {
  title: 'Interfaces',
  sub: 'The OpenAPI documents of all services. Machines send an access token (Authorization: Bearer).',
  json: 'JSON',
  yaml: 'YAML',
}

const text: Texts<typeof zh> = { zh, en }

/** All interfaces on one page. */
export default function Developers() {
  const t = useText(text)
  useTitle(t.title)
  const [documents, reload] = useLoad(readDocuments)
  return (
    <div className="page stack developers">
      <PageHead title={t.title} sub={t.sub} />
      {documents.state === 'loading' && <CardBones />}
      {documents.state === 'failed' && <FailureNotice failure={documents.failure} retry={reload} />}
      {documents.state === 'ready' &&
        documents.value.documents.map((one) => <Service key={one.service} service={one.service} path={one.openapi} />)}
    </div>
  )
}

function Service({ service, path }: { readonly service: string; readonly path: string }) {
  const t = useText(text)
  const name = useServiceName()(service)
  const [operations, reload] = useLoad(useCallback((signal: AbortSignal) => readOperations(path, signal), [path]))
  return (
    <section className="card" aria-label={name}>
      <div className="between">
        <h2>{name}</h2>
        <span className="second">
          <a href={`${path}?format=json`}>{t.json}</a> · <a href={path}>{t.yaml}</a>
        </span>
      </div>
      {operations.state === 'loading' && <Bones lines={['80%', '60%', '70%']} />}
      {operations.state === 'failed' && <FailureNotice failure={operations.failure} retry={reload} />}
      {operations.state === 'ready' && (
        <ul className="operations">
          {operations.value.map((one) => (
            <li key={`${one.method} ${one.path}`}>
              <code className={`method ${one.method.toLowerCase()}`}>{one.method}</code>
              <code>{one.path}</code>
              <span className="second">{one.summary}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
