import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { Decision } from './dmn';

interface Props {
  decision: Decision;
  /** Numbers of the rules that matched, from 1; undefined before anything was decided. */
  matched?: number[];
}

/** A decision table to read; what matched stands out, in words too. */
export function DecisionTable({ decision, matched }: Props) {
  const { t } = useTranslation();
  if (!decision.hitPolicy) {
    return <p className="fm-hint">{t('admin.rules.noTable', { name: decision.name })}</p>;
  }
  return (
    <section className="fm-decision">
      <h2>
        {decision.name} <span className="fm-hint">{decision.hitPolicy}</span>
      </h2>
      <div className="fm-table-scroll" role="region" aria-label={decision.name} tabIndex={0}>
        <table className="cds--data-table cds--data-table--sm" aria-label={decision.name}>
          <thead>
            <tr>
              <th scope="col">{t('admin.rules.rule')}</th>
              {decision.inputs.map((column, at) => (
                <th key={at} scope="col">
                  {column.label}
                </th>
              ))}
              {decision.outputs.map((column, at) => (
                <th key={at} scope="col" className="fm-output">
                  {column.label}
                </th>
              ))}
              <th scope="col">{t('admin.rules.description')}</th>
            </tr>
          </thead>
          <tbody>
            {decision.rules.map((rule, at) => {
              const hit = matched?.includes(at + 1);
              return (
                <tr key={rule.id} className={hit ? 'fm-hit' : undefined}>
                  <td>
                    {at + 1}{' '}
                    {hit && (
                      <Tag size="sm" type="green">
                        {t('admin.rules.hit')}
                      </Tag>
                    )}
                  </td>
                  {rule.inputs.map((text, column) => (
                    <td key={column}>
                      <code>{text || '–'}</code>
                    </td>
                  ))}
                  {rule.outputs.map((text, column) => (
                    <td key={column} className="fm-output">
                      <code>{text || '–'}</code>
                    </td>
                  ))}
                  <td>{rule.description}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
