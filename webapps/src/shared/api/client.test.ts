import { describe, expect, it } from 'vitest';
import { body } from './client';
import { ProblemError } from './problem';

function answer(status: number, error?: unknown) {
  const response = new Response(null, { status, headers: { 'X-Request-Id': 'r1' } });
  return Promise.resolve({ data: undefined, error, response });
}

describe('body', () => {
  it('throws what the platform refused, with its sentence and the request', async () => {
    const refused = body(
      answer(409, { type: 'urn:flowmaster:problem:task-already-claimed', detail: 'Somebody has it.', status: 409 }),
    );
    await expect(refused).rejects.toMatchObject({
      message: 'Somebody has it.',
      code: 'task-already-claimed',
      status: 409,
      requestId: 'r1',
    });
  });

  it('tells a platform that does not answer from one that refuses', async () => {
    const failed = await body(Promise.reject(new TypeError('Failed to fetch'))).catch((e: unknown) => e);
    expect(failed).toBeInstanceOf(ProblemError);
    expect((failed as ProblemError).isUnreachable).toBe(true);
  });
});
