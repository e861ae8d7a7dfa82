import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { trail } from './folders';
import { useDropPlace } from './dragging';

interface Props {
  folder: string;
  addressOf: (folder: string) => string;
  onMove: (id: string, folder: string) => void;
}

/** The way from the top to the folder that is shown; processes can be dropped on each step. */
export function FolderTrail({ folder, addressOf, onMove }: Props) {
  const { t } = useTranslation();
  const steps = [{ path: '', name: t('folders.top') }, ...trail(folder)];
  return (
    <nav aria-label={t('folders.trail')}>
      <ol className="dsg-trail">
        {steps.map((step) => (
          <Step
            key={step.path}
            name={step.name}
            address={step.path === folder ? null : addressOf(step.path)}
            onDrop={(id) => onMove(id, step.path)}
          />
        ))}
      </ol>
    </nav>
  );
}

function Step({ name, address, onDrop }: { name: string; address: string | null; onDrop: (id: string) => void }) {
  const { isOver, place } = useDropPlace(onDrop);
  return (
    <li className={isOver && address ? 'dsg-place--over' : undefined} {...(address != null && place)}>
      {address == null ? (
        <span aria-current="page">{name}</span>
      ) : (
        <Link to={address} className="cds--link">
          {name}
        </Link>
      )}
    </li>
  );
}
