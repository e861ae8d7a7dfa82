import { Button } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { withCell, withDescription, withoutRule, type Sketch } from './sketch';

/** The rules as cells to type in; an empty cell accepts anything. */
export function PolicyTable({ sketch, change }: { sketch: Sketch; change: (next: Sketch) => void }) {
  const { t } = useTranslation();
  const label = t('admin.policies.tab.draft');
  const columns = [
    ...sketch.inputs.map((one, at) => ({ part: 'inputs' as const, at, name: one.label ?? one.expression })),
    ...sketch.outputs.map((one, at) => ({ part: 'outputs' as const, at, name: one.label ?? one.name })),
  ];
  return (
    <div className="fm-table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="cds--data-table cds--data-table--sm fm-cells" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('admin.rules.rule')}</th>
            {columns.map((column) => (
              <th key={column.part + column.at} scope="col">
                <code>{column.name}</code>
              </th>
            ))}
            <th scope="col">{t('admin.rules.description')}</th>
            <th scope="col">{t('admin.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {sketch.rules.map((rule, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              {columns.map((column) => (
                <td key={column.part + column.at}>
                  <input
                    aria-label={t('admin.policies.cell', { column: column.name, rule: at + 1 })}
                    value={rule[column.part][column.at] ?? ''}
                    onChange={(event) => change(withCell(sketch, at, column.part, column.at, event.target.value))}
                  />
                </td>
              ))}
              <td>
                <input
                  aria-label={t('admin.policies.cell', { column: t('admin.rules.description'), rule: at + 1 })}
                  value={rule.description}
                  onChange={(event) => change(withDescription(sketch, at, event.target.value))}
                />
              </td>
              <td>
                <Button
                  kind="danger--ghost"
                  size="sm"
                  aria-label={t('admin.policies.dropRule', { rule: at + 1 })}
                  onClick={() => change(withoutRule(sketch, at))}
                >
                  {t('action.delete')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
