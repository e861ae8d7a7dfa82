import { Modal } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useShortcutList } from '../shared/ui/shortcutList';

/** All keys that work on this page. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useShortcutList();
  return (
    <Modal open passiveModal modalHeading={t('shell.shortcuts')} onRequestClose={onClose}>
      {groups.map((group) => (
        <section key={group.title}>
          <h3>{t(group.title)}</h3>
          <dl className="fm-keys">
            {group.keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(meaning)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
