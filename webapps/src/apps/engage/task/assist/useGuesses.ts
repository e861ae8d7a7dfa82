import { useState } from 'react';
import { filledIn, untouched, type Guess, type Values } from './suggest';

/**
 * The values that were filled in for a person, now or into an earlier draft, until confirmed, changed or
 * taken out. What comes after
 * the form was opened is offered, and filled in when the person says so.
 */
export function useGuesses(guesses: Guess[], start: Values) {
  const [filled] = useState(() => filledIn(start, guesses));
  const [placed, setPlaced] = useState(() => untouched(filled, guesses));
  const [isLate, setLate] = useState(guesses.length === 0);
  return {
    filled,
    placed,
    offered: isLate ? guesses : [],
    /** What was typed may have changed some of them. */
    heard: (values: Values) => setPlaced((before) => same(before, untouched(values, before))),
    drop: (paths: string[]) => setPlaced((before) => before.filter(({ path }) => !paths.includes(path))),
    /** Puts the late ones into fields that are still empty. */
    take: (values: Values): Values => {
      const now = filledIn(values, guesses);
      setPlaced(untouched(now, guesses));
      setLate(false);
      return now;
    },
  };
}

function same(before: Guess[], after: Guess[]): Guess[] {
  return before.length === after.length ? before : after;
}
