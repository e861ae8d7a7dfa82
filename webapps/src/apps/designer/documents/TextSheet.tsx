import { TextArea } from '@carbon/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Autosave } from '../autosave';
import { faultIn } from '../fileCheck';

interface Props {
  name: string;
  text: string;
  autosave: Autosave;
}

/** A file that its editor cannot draw, as text: what the parser can read is saved. */
export function TextSheet({ name, text, autosave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const now = useRef(text);
  const fault = faultIn(name, typed);

  useEffect(() => autosave.attach(() => Promise.resolve(now.current)), [autosave]);

  return (
    <div className="dsg-panel">
      <TextArea
        id="dsg-text"
        className="dsg-code"
        labelText={t('editor.files.content')}
        rows={24}
        spellCheck={false}
        invalid={fault != null}
        invalidText={fault ?? ''}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (faultIn(name, event.target.value) == null) {
            now.current = event.target.value;
            autosave.changed();
          }
        }}
      />
    </div>
  );
}
