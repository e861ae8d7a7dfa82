import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ProblemNotice } from '../shared/ui/ProblemNotice';

interface State {
  failure: Error | null;
}

/** Shows a sentence in place of a blank page when a part of the page breaks. */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    console.error(failure, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failure ? (
      <ProblemNotice
        problem={this.state.failure}
        retry={() => this.setState({ failure: null })}
        standalone
      />
    ) : (
      this.props.children
    );
  }
}
