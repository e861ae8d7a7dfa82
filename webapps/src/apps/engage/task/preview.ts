export type Preview = 'image' | 'pdf' | 'text' | 'none';

/** Pictures that are only pixels: an SVG is a document that could bring scripts along. */
const PIXELS = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];
const TEXTS = ['application/json', 'application/xml', 'application/yaml', 'image/svg+xml'];

/** How a file of this type is shown; what is not known is only for download. */
export function previewOf(mediaType: string | undefined): Preview {
  const type = (mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (PIXELS.includes(type)) {
    return 'image';
  }
  if (type === 'application/pdf') {
    return 'pdf';
  }
  return type.startsWith('text/') || TEXTS.includes(type) ? 'text' : 'none';
}
