import { expect, it } from 'vitest';
import { accessOf, sketchOf } from './access';

it('a form’s access is the collection’s', () => {
  const access = { everyone: false, roles: ['manager'], groups: ['staff', 'board'], users: ['ana'] };
  expect(accessOf(sketchOf(access))).toEqual(access);
  expect(accessOf({ everyone: true, roles: [], groups: ' a ,, a,b ', users: '' })).toEqual({
    everyone: true,
    roles: [],
    groups: ['a', 'b'],
    users: [],
  });
  expect(accessOf(sketchOf(null))).toEqual({ everyone: false, roles: [], groups: [], users: [] });
});
