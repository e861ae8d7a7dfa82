import { expect, it } from 'vitest';
import { connectionOf } from './connection';

it('names the endpoint and the tenant, and no secret', () => {
  const { flowmaster } = JSON.parse(connectionOf('https://flow.example', 'acme')).mcpServers;
  expect(flowmaster.url).toBe('https://flow.example/mcp');
  expect(flowmaster.headers).toEqual({ Authorization: 'Bearer <API key>', 'X-Tenant-Id': 'acme' });
});
