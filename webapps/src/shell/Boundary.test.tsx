import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../shared/i18n';
import { Boundary } from './Boundary';

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

function Broken({ message }: { message: string }): never {
  throw new Error(message);
}

it('a part of the page that did not arrive is a lost connection', () => {
  render(
    <Boundary>
      <Broken message="Failed to fetch dynamically imported module: https://x/assets/a.js" />
    </Boundary>,
  );
  expect(screen.getByText('No connection')).toBeTruthy();
});

it('a page that breaks says so in place of itself', () => {
  render(
    <Boundary>
      <Broken message="oops" />
    </Boundary>,
  );
  expect(screen.queryByText('No connection')).toBeNull();
  expect(screen.getByRole('button')).toBeTruthy();
});
