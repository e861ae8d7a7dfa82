import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useOnline } from './useOnline';

afterEach(() => vi.restoreAllMocks());

function turn(isOnline: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  act(() => void window.dispatchEvent(new Event(isOnline ? 'online' : 'offline')));
}

it('the loss of the network is told, and its return', () => {
  const { result } = renderHook(() => useOnline());
  expect(result.current).toBe(true);
  turn(false);
  expect(result.current).toBe(false);
  turn(true);
  expect(result.current).toBe(true);
});
