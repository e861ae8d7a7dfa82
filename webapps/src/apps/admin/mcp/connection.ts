/** What hosts of agents take as the configuration of a server; the key stays to be filled in. */
export function connectionOf(origin: string, tenant: string): string {
  return JSON.stringify(
    {
      mcpServers: {
        flowmaster: {
          type: 'http',
          url: `${origin}/mcp`,
          headers: { Authorization: 'Bearer <API key>', 'X-Tenant-Id': tenant },
        },
      },
    },
    null,
    2,
  );
}
