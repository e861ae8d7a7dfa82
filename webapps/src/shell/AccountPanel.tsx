import { Button, HeaderPanel, RadioButton, RadioButtonGroup, Select, SelectItem } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, speak, type Language } from '../shared/i18n';
import { logout } from '../shared/session/session';
import { useSession } from '../shared/session/SessionGate';
import { chooseTheme, THEMES, useTheme, type Theme } from './theme';

/** Who one is, and how one wants to see things. */
export function AccountPanel({ onPreferences, onClose }: { onPreferences: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { chosen } = useTheme();
  const queries = useQueryClient();
  const navigate = useNavigate();

  function switchTenant(tenant: string) {
    session.switchTenant(tenant);
    queries.clear();
    void navigate('/');
    onClose();
  }

  return (
    <HeaderPanel expanded onHeaderPanelFocus={onClose}>
      <section className="fm-account" aria-label={t('shell.account')}>
        <strong>{session.name}</strong>
        <span className="fm-hint">{[...session.roles].sort().join(', ')}</span>
        {session.tenants.length > 1 ? (
          <Select
            id="tenant"
            labelText={t('shell.tenant')}
            value={session.tenant}
            onChange={(event) => switchTenant(event.target.value)}
          >
            {session.tenants.map((tenant) => (
              <SelectItem key={tenant} value={tenant} text={tenant} />
            ))}
          </Select>
        ) : (
          <span className="fm-hint">
            {t('shell.tenant')}: {session.tenant}
          </span>
        )}
        <RadioButtonGroup
          legendText={t('shell.theme')}
          name="theme"
          orientation="vertical"
          valueSelected={chosen}
          onChange={(value) => chooseTheme(value as Theme)}
        >
          {THEMES.map((theme) => (
            <RadioButton key={theme} id={`theme-${theme}`} value={theme} labelText={t(`theme.${theme}`)} />
          ))}
        </RadioButtonGroup>
        <Select
          id="language"
          labelText={t('shell.language')}
          value={i18n.language}
          onChange={(event) => speak(event.target.value as Language)}
        >
          {LANGUAGES.map((language) => (
            <SelectItem key={language} value={language} text={t(`language.${language}`)} />
          ))}
        </Select>
        <Button kind="ghost" size="sm" onClick={onPreferences}>
          {t('shell.preferences')}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => void logout()}>
          {t('shell.logout')}
        </Button>
      </section>
    </HeaderPanel>
  );
}
