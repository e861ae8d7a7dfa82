import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'src/shared/api/schema.d.ts', 'test-results'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': hooks },
    settings: {
      'boundaries/elements': [
        { type: 'shell', pattern: 'src/shell' },
        { type: 'app', pattern: 'src/apps/*', capture: ['name'] },
        { type: 'shared', pattern: 'src/shared' },
      ],
      'import/resolver': { typescript: true },
    },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/apps/*/**'], message: 'Apps never import each other.' }] },
      ],
    },
  },
);
