import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** From one list of the designer to the other. */
export function DesignerTabs() {
  const { t } = useTranslation();
  return (
    <nav className="dsg-tabs" aria-label={t('app.designer')}>
      <NavLink to="/designer" end>
        {t('designer.processes')}
      </NavLink>
      <NavLink to="/designer/rules">{t('rules.title')}</NavLink>
    </nav>
  );
}
