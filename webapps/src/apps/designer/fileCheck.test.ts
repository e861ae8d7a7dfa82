import { expect, it } from 'vitest';
import { faultIn } from './fileCheck';

it('reads forms as JSON and decisions as XML', () => {
  expect(faultIn('a.form', '{"components":[]}')).toBeNull();
  expect(faultIn('a.form', '{"components":[')).not.toBeNull();
  expect(faultIn('a.dmn', '<definitions/>')).toBeNull();
  expect(faultIn('a.dmn', '<definitions>')).not.toBeNull();
});
