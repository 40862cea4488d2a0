import { createContext, type ReactNode } from 'react'

export type LinkPart = (props: { href: string; className?: string; children: ReactNode }) => ReactNode

const PlainLink: LinkPart = ({ children, ...rest }) => <a {...rest}>{children}</a>

/** How parts link to another screen. The app provides the router's link; parts know no router. */
export const LinkContext = createContext<LinkPart>(PlainLink)
