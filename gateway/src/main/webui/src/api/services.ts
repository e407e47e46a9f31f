/** The services behind the portal: each keeps a log, and takes in events of the others. */
export const services = ['enrollment', 'credit-bank', 'reward'] as const
export type ServiceName = (typeof services)[number]

export const isService = (name: string | null | undefined): name is ServiceName => services.some((one) => one === name)
