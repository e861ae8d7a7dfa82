import { ProblemError } from './problem';

/** What is wrong with one member of what was sent; a pointer is for example `/roles`. */
export function faultAt(problem: unknown, pointer: string): string | undefined {
  const faults = problem instanceof ProblemError ? (problem.problem.errors ?? []) : [];
  return (
    faults
      .filter((fault) => fault.pointer === pointer || fault.pointer?.startsWith(`${pointer}/`))
      .map((fault) => fault.detail)
      .join(' ') || undefined
  );
}
