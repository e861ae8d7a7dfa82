import { HeaderPanel, Switcher, SwitcherItem } from '@carbon/react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { appsFor } from './apps';

interface Props {
  apps: ReturnType<typeof appsFor>;
  onClose: () => void;
}

/** The apps that the user may enter. */
export function AppsPanel({ apps, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <HeaderPanel expanded onHeaderPanelFocus={onClose}>
      <Switcher aria-label={t('shell.apps')} expanded>
        {apps.map((app) => (
          <SwitcherItem
            key={app.id}
            aria-label={t(`app.${app.id}`)}
            href={`/${app.id}`}
            onClick={(event: MouseEvent) => {
              event.preventDefault();
              void navigate(`/${app.id}`);
              onClose();
            }}
          >
            {t(`app.${app.id}`)}
            <span className="fm-switch-text">{t(`appText.${app.id}`)}</span>
          </SwitcherItem>
        ))}
      </Switcher>
    </HeaderPanel>
  );
}
