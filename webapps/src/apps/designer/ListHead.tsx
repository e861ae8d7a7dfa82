import { Button } from '@carbon/react';
import { Add, Upload } from '@carbon/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Time } from '@shared/ui/Time';
import { DesignerTabs } from './DesignerTabs';

interface Props {
  title: string;
  bring: string;
  make: string;
  onBring: () => void;
  onMake: () => void;
  children?: ReactNode;
}

/** The beginning of each list of the designer: what can be made and brought, and the way to the others. */
export function ListHead({ title, bring, make, onBring, onMake, children }: Props) {
  return (
    <>
      <div className="fm-page-head">
        <h1>{title}</h1>
        <div className="fm-row">
          {children}
          <Button kind="tertiary" size="md" renderIcon={Upload} onClick={onBring}>
            {bring}
          </Button>
          <Button size="md" renderIcon={Add} onClick={onMake}>
            {make}
          </Button>
        </div>
      </div>
      <DesignerTabs />
    </>
  );
}

/** What is listed: its name, which leads to it, and its key. */
export function NameCell({ of, to }: { of: { name?: string; key?: string }; to: string }) {
  return (
    <>
      <Link to={to} className="cds--link" draggable={false}>
        {of.name}
      </Link>
      <div className="fm-hint">{of.key}</div>
    </>
  );
}

/** When it was changed last, and by whom. */
export function ChangedCell({ of }: { of: { updatedAt?: string; updatedBy?: string } }) {
  return (
    <>
      <Time at={of.updatedAt} /> <span className="fm-hint">{of.updatedBy}</span>
    </>
  );
}
