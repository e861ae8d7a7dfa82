/** Reads server-sent events to their end; each with its name and its data as JSON. */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  heard: (name: string, data: unknown) => void,
): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? '';
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    blocks.forEach((block) => tell(block, heard));
    if (done) {
      return;
    }
  }
}

function tell(block: string, heard: (name: string, data: unknown) => void): void {
  const lines = block.split('\n');
  const part = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = part('data');
  if (data !== undefined) {
    heard(part('event') ?? 'message', JSON.parse(data));
  }
}
