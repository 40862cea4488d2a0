import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  readonly fallback: (error: Error) => ReactNode
  readonly children: ReactNode
}

/** Shows something else in place of a part that broke. React has no hook for this; the one class of the project. */
export class Boundary extends Component<BoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }
  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error)
  }
}
