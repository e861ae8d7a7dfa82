/** A mention is an at sign with a colleague's id, as in "@ana". */
const MENTION = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;
const TYPING = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}._-]*)$/u;

export interface Part {
  text: string;
  isMention: boolean;
}

export function mentionsIn(message: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of message.matchAll(MENTION)) {
    parts.push({ text: message.slice(end, found.index), isMention: false }, { text: found[0], isMention: true });
    end = found.index + found[0].length;
  }
  parts.push({ text: message.slice(end), isMention: false });
  return parts.filter((part) => part.text !== '');
}

/** What was typed after the at sign that the caret stands behind; null where none is. */
export function mentionAt(text: string, caret: number): string | null {
  return TYPING.exec(text.slice(0, caret))?.[1] ?? null;
}

/** Completes the mention at the caret. */
export function complete(text: string, caret: number, id: string): { text: string; caret: number } {
  const start = text.slice(0, caret).replace(TYPING, `@${id} `);
  return { text: start + text.slice(caret).trimStart(), caret: start.length };
}
