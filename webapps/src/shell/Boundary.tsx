import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ProblemError } from '../shared/api/problem';
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
    const { failure } = this.state;
    if (!failure) {
      return this.props.children;
    }
    return isMissingCode(failure) ? (
      <ProblemNotice problem={ProblemError.unreachable(failure)} retry={() => window.location.reload()} standalone />
    ) : (
      <ProblemNotice problem={failure} retry={() => this.setState({ failure: null })} standalone />
    );
  }
}

/** A part of the page did not arrive; browsers remember that, so that only a reload asks again. */
export function isMissingCode({ message }: Error): boolean {
  return /dynamically imported module|Importing a module script|preload CSS/i.test(message);
}
