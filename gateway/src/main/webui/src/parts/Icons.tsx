import type { ReactNode } from 'react'

function Icon({ children, size = 24 }: { readonly children: ReactNode; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 30 ? 1.2 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export const HomeIcon = () => (
  <Icon>
    <path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z" />
  </Icon>
)

export const ListIcon = () => (
  <Icon>
    <rect x="5" y="4" width="14" height="17" rx="2" />
    <path d="M9 4V2.8h6V4M9 10h6M9 14h6" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5c1-5 14-5 15 0" />
  </Icon>
)

export const CapIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M2.5 9L12 5l9.5 4L12 13zM6.5 11v5c3 2.6 8 2.6 11 0v-5M21.5 9v5" />
  </Icon>
)

export const ScaleIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a3 3 0 0 0 5 0L5 7zM19 7l-2.5 6.5a3 3 0 0 0 5 0L19 7z" />
  </Icon>
)

export const CodeIcon = () => (
  <Icon>
    <path d="M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5M13.5 5l-3 14" />
  </Icon>
)

export const SheetIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M6 3h8.5L19 7.5V21H6zM14.5 3v4.5H19M9 12h7M9 16h7M12.5 12v4" />
  </Icon>
)

export const DoorIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M6 21V4h9v17M3.5 21h17M15 7h3.5v14M11.8 12.2v.6" />
  </Icon>
)

export const PathIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M5 19c6 0 2-8 8-8 3.5 0 3.5-4 6-6M16 4.5l3-.5-.3 3" strokeDasharray="0" />
    <circle cx="5" cy="19" r="1.2" />
  </Icon>
)

export const CardIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <rect x="3" y="6" width="18" height="13" rx="2" />
    <path d="M3 10.5h18M7 15h3" />
  </Icon>
)

export const InboxIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M4 14.5V19h16v-4.5L17 5H7zM4 14.5h5a3 3 0 0 0 6 0h5" />
  </Icon>
)

export const GridIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M4 4.5h16v15H4zM4 9.5h16M4 14.5h16M10 4.5v15" />
  </Icon>
)

export const BookIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M5 4.5h11.5A2.5 2.5 0 0 1 19 7v13H7.5A2.5 2.5 0 0 1 5 17.5zM5 17.5A2.5 2.5 0 0 1 7.5 15H19M9 8.5h6" />
  </Icon>
)

export const PurseIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M4 7.5V18a2 2 0 0 0 2 2h14V9.5H6a2 2 0 0 1 0-4h11.5v4M16 14.7h.6" />
  </Icon>
)

export const LinksIcon = () => (
  <Icon>
    <rect x="3" y="4" width="7" height="6" rx="1.5" />
    <rect x="14" y="14" width="7" height="6" rx="1.5" />
    <path d="M6.5 10v4.5a2.5 2.5 0 0 0 2.5 2.5h5M11.8 14.8L14 17l-2.2 2.2" />
  </Icon>
)

export const PauseIcon = ({ size }: { readonly size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M10 9v6M14 9v6" />
  </Icon>
)
