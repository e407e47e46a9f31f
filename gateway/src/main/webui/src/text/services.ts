import { isService, type ServiceName } from '../api/services'
import { useText, type Texts } from './locale'

const zh: Record<ServiceName, string> = { enrollment: '学籍', 'credit-bank': '学分银行', reward: '补贴与账目' }

const en: typeof zh = { enrollment: 'Enrollment', 'credit-bank': 'Credit bank', reward: 'Subsidies and books' }

const serviceText: Texts<typeof zh> = { zh, en }

/** What people call a service; one that the portal does not know goes by the name it gives itself. */
export function useServiceName(): (service: string) => string {
  const t = useText(serviceText)
  return (service) => (isService(service) ? t[service] : service)
}
