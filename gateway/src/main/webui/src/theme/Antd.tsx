import { ConfigProvider, theme as antd, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { usePreferences } from '../text/locale'
import { dark, fonts, light, radius, senior, target, type Palette } from './tokens'

const BODY_PX = 16

/** Ant Design in our look. Only what asks people for something uses it; pages that show are plain, and small. */
export default function Antd({ children }: { readonly children: ReactNode }) {
  const preferences = usePreferences()
  const night = useNight()
  const theme = useMemo(() => themeOf(night, preferences.senior), [night, preferences.senior])
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  return (
    <ConfigProvider
      theme={theme}
      locale={preferences.locale === 'zh' ? zhCN : enUS}
      {...(nonce ? { csp: { nonce } } : {})}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}

function themeOf(night: boolean, large: boolean): ThemeConfig {
  const palette: Palette = night ? dark : light
  const scale = large ? senior.type : 1
  return {
    algorithm: night ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: palette.fill,
      colorError: palette.brand,
      colorSuccess: palette.ok,
      colorWarning: palette.wait,
      colorInfo: palette.info,
      colorLink: palette.info,
      colorBgBase: palette.card,
      colorBgElevated: palette.card,
      colorBgContainer: palette.card,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextPlaceholder: palette.ink3,
      colorBorder: palette.edge,
      colorSplit: palette.line,
      fontFamily: fonts.text,
      fontSize: BODY_PX * scale,
      controlHeight: target * scale,
      borderRadius: radius.control,
      borderRadiusLG: radius.card,
      boxShadowSecondary: `0 0 0 1px ${palette.line}`,
      wireframe: false,
    },
    components: { Form: { labelColor: palette.ink, itemMarginBottom: 20 * scale } },
  }
}

function useNight(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = window.matchMedia('(prefers-color-scheme: dark)')
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => window.matchMedia('(prefers-color-scheme: dark)').matches,
  )
}
