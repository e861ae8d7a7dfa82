import { expect, test } from 'vitest';
import { readEvents } from './stream';

test('events are told as they come, wherever the pieces were cut', async () => {
  const bytes = new TextEncoder().encode('event: briefing\ndata: {"a":"ä"}\n\n: beat\n\nevent: sentence\ndata: "b"\n\n');
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < bytes.length; i += 7) {
        controller.enqueue(bytes.slice(i, i + 7));
      }
      controller.close();
    },
  });
  const heard: unknown[] = [];
  await readEvents(stream, (name, data) => heard.push([name, data]));
  expect(heard).toEqual([
    ['briefing', { a: 'ä' }],
    ['sentence', 'b'],
  ]);
});
