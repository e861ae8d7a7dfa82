import { TextInput } from '@carbon/react';
import type { ComponentProps } from 'react';

/** A text input whose fault is read out with it; Carbon's own names it where few screen readers look. */
export function TextField({ id, invalid, ...props }: ComponentProps<typeof TextInput>) {
  return (
    <TextInput
      id={id}
      invalid={invalid}
      {...props}
      {...(invalid && { 'aria-describedby': `${id}-error-msg` })}
    />
  );
}
