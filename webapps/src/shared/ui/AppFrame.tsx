import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import './appFrame.scss';

export interface NavGroup {
  title: string;
  links: { to: string; label: string }[];
}

/** An app with places of its own: their names beside the page, above it on a narrow screen. */
export function AppFrame({ label, groups, children }: { label: string; groups: NavGroup[]; children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <div className="fm-app">
      <nav className="fm-app-nav" aria-label={label} ref={nav}>
        {groups
          .filter((group) => group.links.length > 0)
          .map((group) => (
            <section key={group.title}>
              <h2>{group.title}</h2>
              <ul>
                {group.links.map((link) => (
                  <li key={link.to}>
                    <NavLink to={link.to}>{link.label}</NavLink>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </nav>
      <div className="fm-app-main">{children}</div>
    </div>
  );
}
