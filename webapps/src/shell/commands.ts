import type { TFunction } from 'i18next';
import { LANGUAGES, speak } from '../shared/i18n';
import { logout } from '../shared/session/session';
import type { AppId } from './apps';
import { chooseTheme, THEMES } from './theme';

/** Something that the search can do by itself. */
export interface Command {
  id: string;
  kind: 'place' | 'command';
  title: string;
  text: string;
  run: () => void;
}

interface Here {
  apps: readonly { id: AppId }[];
  goTo: (address: string) => void;
  showShortcuts: () => void;
}

/** Places and commands whose words have all that was typed; known without asking the platform. */
export function commandsFor(q: string, t: TFunction, here: Here): Command[] {
  const wanted = q.toLocaleLowerCase().split(/\s+/);
  return all(t, here).filter(({ title, text }) => {
    const words = `${title} ${text}`.toLocaleLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

function all(t: TFunction, { apps, goTo, showShortcuts }: Here): Command[] {
  return [
    ...apps.map(({ id }) => ({
      id,
      kind: 'place' as const,
      title: t(`app.${id}`),
      text: t(`appText.${id}`),
      run: () => goTo(`/${id}`),
    })),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      kind: 'command' as const,
      title: t(`theme.${theme}`),
      text: t('shell.theme'),
      run: () => chooseTheme(theme),
    })),
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      kind: 'command' as const,
      title: t(`language.${language}`),
      text: t('shell.language'),
      run: () => speak(language),
    })),
    { id: 'shortcuts', kind: 'command', title: t('shell.shortcuts'), text: '?', run: showShortcuts },
    { id: 'logout', kind: 'command', title: t('shell.logout'), text: '', run: () => void logout() },
  ];
}
