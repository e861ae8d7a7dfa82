import { expect, test } from 'vitest';
import { previewOf } from './preview';

test('pictures, PDF and texts are shown', () => {
  expect(previewOf('image/png')).toBe('image');
  expect(previewOf('application/pdf')).toBe('pdf');
  expect(previewOf('Text/Plain; charset=utf-8')).toBe('text');
});

test('what could bring scripts along is shown as its source', () => {
  expect(previewOf('text/html')).toBe('text');
  expect(previewOf('image/svg+xml')).toBe('text');
});

test('everything else is for download', () => {
  expect(previewOf('application/zip')).toBe('none');
  expect(previewOf(undefined)).toBe('none');
});
