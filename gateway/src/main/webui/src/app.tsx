import { Component, lazy, Suspense, type ReactNode } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { CardBones, Blank } from './parts/Parts'
import { PathIcon } from './parts/Icons'
import { Frame, useTitle } from './shell/Frame'
import { For, SessionProvider } from './shell/session'
import { common } from './text/common'
import { PreferencesProvider, useText } from './text/locale'
import { signInPath } from './api/session'

const Home = lazy(() => import('./pages/home/Home'))
const Me = lazy(() => import('./pages/me/Me'))
const Applications = lazy(() => import('./pages/me/Applications'))
const CardPage = lazy(() => import('./pages/me/CardPage'))
const Benefits = lazy(() => import('./pages/benefits/Benefits'))
const Benefit = lazy(() => import('./pages/benefits/Benefit'))
const NewClaim = lazy(() => import('./pages/claim/NewClaim'))
const Profile = lazy(() => import('./pages/profile/Profile'))
const School = lazy(() => import('./pages/school/School'))
const FilePage = lazy(() => import('./pages/school/FilePage'))
const Audit = lazy(() => import('./pages/audit/Audit'))
const AsOf = lazy(() => import('./pages/audit/asof/AsOf'))
const Explain = lazy(() => import('./pages/audit/explain/Explain'))
const Checkpoints = lazy(() => import('./pages/audit/checkpoint/Checkpoints'))
const Access = lazy(() => import('./pages/audit/access/Access'))
const Office = lazy(() => import('./pages/office/Office'))
const Deposits = lazy(() => import('./pages/office/Deposits'))
const Quotas = lazy(() => import('./pages/quotas/Quotas'))
const Policies = lazy(() => import('./pages/policies/Policies'))
const PolicyPage = lazy(() => import('./pages/policies/PolicyPage'))
const Propose = lazy(() => import('./pages/policies/Propose'))
const Funds = lazy(() => import('./pages/funds/Funds'))
const Log = lazy(() => import('./pages/log/Log'))
const LogEventPage = lazy(() => import('./pages/log/LogEventPage'))
const Parked = lazy(() => import('./pages/parked/Parked'))
const Developers = lazy(() => import('./pages/developers/Developers'))

/** Who may open a page; the first is whom one would ask to become. The services decide what each may do there. */
const dividers = ['union-officer', 'administrator']
const administration = ['administrator', 'finance', 'auditor']
const overseers = ['administrator', 'auditor']
const money = ['finance', 'administrator', 'auditor']

export function App() {
  return (
    <PreferencesProvider>
      <LastResort>
        <SessionProvider>
          <BrowserRouter>
            <Frame>
              <Suspense fallback={<Waiting />}>
                <Routes>
                  <Route path="/" element={<Home />} />
                  <Route path="/me" element={<For role="learner"><Me /></For>} />
                  <Route path="/me/applications" element={<For role="learner"><Applications /></For>} />
                  <Route path="/me/card" element={<For role="learner"><CardPage /></For>} />
                  <Route path="/me/benefits" element={<For role="learner"><Benefits /></For>} />
                  <Route path="/me/benefits/:entitlementId" element={<For role="learner"><Benefit /></For>} />
                  <Route path="/me/claims/new" element={<For role="learner"><NewClaim /></For>} />
                  <Route path="/profile" element={<For><Profile /></For>} />
                  <Route path="/school" element={<For role="registrar"><School /></For>} />
                  <Route path="/school/files/:fileId" element={<For role="registrar"><FilePage /></For>} />
                  <Route path="/audit" element={<For role="auditor"><Audit /></For>} />
                  <Route path="/audit/replays/:replayId" element={<For role="auditor"><Audit /></For>} />
                  <Route path="/audit/asof/:replayId?" element={<For role="auditor"><AsOf /></For>} />
                  <Route path="/audit/payments/:id?" element={<For role="auditor"><Explain /></For>} />
                  <Route path="/audit/checkpoints" element={<For role="auditor"><Checkpoints /></For>} />
                  <Route path="/audit/access" element={<For role="auditor"><Access /></For>} />
                  <Route path="/office" element={<For role="union-officer"><Office /></For>} />
                  <Route path="/office/deposits" element={<For role="union-officer"><Deposits /></For>} />
                  <Route path="/office/quotas/:policyId?/:year?" element={<For role={dividers}><Quotas /></For>} />
                  <Route path="/admin/quotas/:policyId?/:year?" element={<For role={administration}><Quotas /></For>} />
                  <Route path="/admin/policies" element={<For role={administration}><Policies /></For>} />
                  <Route path="/admin/policies/new" element={<For role="administrator"><Propose /></For>} />
                  <Route path="/admin/policies/:policyId/:version" element={<For role={administration}><PolicyPage /></For>} />
                  <Route path="/admin/funds" element={<For role={money}><Funds /></For>} />
                  <Route path="/admin/log" element={<For role={overseers}><Log /></For>} />
                  <Route path="/admin/log/:service/:index" element={<For role={overseers}><LogEventPage /></For>} />
                  <Route path="/admin/parked" element={<For role={overseers}><Parked /></For>} />
                  <Route path="/developers" element={<Developers />} />
                  <Route path="/sign-in-failed" element={<SignInFailed />} />
                  <Route path="*" element={<NotFound />} />
                </Routes>
              </Suspense>
            </Frame>
          </BrowserRouter>
        </SessionProvider>
      </LastResort>
    </PreferencesProvider>
  )
}

function Waiting() {
  return (
    <div className="page">
      <CardBones />
    </div>
  )
}

function NotFound() {
  const t = useText(common)
  useTitle(t.notFoundTitle)
  return (
    <Blank
      picture={<PathIcon size={56} />}
      title={t.notFoundTitle}
      actions={
        <a className="button outlined" href="/">
          {t.toHome}
        </a>
      }
    >
      <p>{t.notFound}</p>
    </Blank>
  )
}

function SignInFailed() {
  const t = useText(common)
  useTitle(t.signInFailedTitle)
  return (
    <Blank
      picture={<PathIcon size={56} />}
      title={t.signInFailedTitle}
      actions={
        <a className="button filled" href={signInPath('/')}>
          {t.signIn}
        </a>
      }
    >
      <p>{t.signInFailed}</p>
    </Blank>
  )
}

/** Our own mistakes end here instead of in a white page. A new version of the portal is one of them: its old parts are gone. */
class LastResort extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useText(common)
  return (
    <main>
      <Blank
        title={t.brokenTitle}
        actions={
          <button type="button" className="button filled" onClick={() => window.location.reload()}>
            {t.retry}
          </button>
        }
      />
    </main>
  )
}
