/** Why a file would not be read, as the parser says it; null when it is sound. */
export function faultIn(name: string, text: string): string | null {
  if (name.endsWith('.form')) {
    try {
      JSON.parse(text);
      return null;
    } catch (failure) {
      return failure instanceof Error ? failure.message : String(failure);
    }
  }
  const error = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror');
  return error ? (error.textContent ?? '').trim() : null;
}
