/** The attributes that a text means; undefined when it is no JSON object. */
export function attributesOf(text: string): Record<string, never> | undefined {
  if (text.trim() === '') {
    return {};
  }
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, never>)
      : undefined;
  } catch {
    return undefined;
  }
}
