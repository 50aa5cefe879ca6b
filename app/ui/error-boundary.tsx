import { Component, type ComponentType, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** Shown in place of what failed; `retry` tries again. */
  readonly fallback: ComponentType<{ readonly retry: () => void }>;
}

/** Catches what a part of the page throws while it is drawn. */
export class ErrorBoundary extends Component<
  Props,
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { children, fallback: Fallback } = this.props;
    return this.state.failed ? (
      <Fallback retry={() => this.setState({ failed: false })} />
    ) : (
      children
    );
  }
}
