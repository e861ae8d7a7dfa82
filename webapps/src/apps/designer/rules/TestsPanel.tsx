import { Button, SkeletonText, Tag, TextInput } from '@carbon/react';
import { Play } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTest, TestCaseRequest } from '@shared/api/schema';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import type { Autosave } from '../autosave';
import { valueOf, variablesOf, type Line } from '../variables';
import { useKeepTests, useRuleTests, useRunTests } from './rules.queries';
import { VariableLines } from '../VariableLines';

/** The cases that must be decided as expected before the rule set can be published. */
export function TestsPanel({ id, autosave }: { id: string; autosave: Autosave }) {
  const { t } = useTranslation();
  const tests = useRuleTests(id);
  const keep = useKeepTests(id);
  const run = useRunTests(id);

  if (tests.isPending) {
    return <SkeletonText paragraph className="dsg-panel" />;
  }
  if (tests.isError) {
    return <ProblemNotice problem={tests.error} retry={() => void tests.refetch()} />;
  }
  const cases = tests.data.tests ?? [];
  const replace = (next: RuleTest[], then?: () => void) => {
    run.reset();
    keep.mutate(next as TestCaseRequest[], { onSuccess: then });
  };
  return (
    <div className="dsg-panel">
      <p>{t(cases.length > 0 ? 'rules.testsText' : 'rules.noTests')}</p>
      <ul className="dsg-versions">
        {cases.map((test, at) => {
          const outcome = run.data?.outcomes?.[at];
          return (
            <li key={test.name}>
              <div className="fm-row">
                <strong>{test.name}</strong>
                {outcome && (
                  <Tag size="sm" type={outcome.passed ? 'green' : 'red'}>
                    {t(outcome.passed ? 'rules.passed' : 'rules.failed')}
                  </Tag>
                )}
              </div>
              <p className="dsg-code">
                {JSON.stringify(test.variables)} → {JSON.stringify(test.expected)}
              </p>
              {outcome && !outcome.passed && (
                <p className="dsg-error">{outcome.problem ?? t('rules.was', { value: JSON.stringify(outcome.actual) })}</p>
              )}
              <Button
                kind="ghost"
                size="sm"
                aria-label={t('rules.deleteTest', { name: test.name })}
                onClick={() => replace(cases.filter((one) => one !== test))}
              >
                {t('action.delete')}
              </Button>
            </li>
          );
        })}
      </ul>
      {cases.length > 0 && (
        <Button
          size="sm"
          renderIcon={Play}
          disabled={run.isPending}
          onClick={() => void autosave.flush().then(() => run.mutate())}
        >
          {t('rules.runTests')}
        </Button>
      )}
      {run.isError && <ProblemNotice problem={run.error} />}
      <NewTest
        taken={cases.map(({ name }) => name ?? '')}
        isPending={keep.isPending}
        onAdd={(test, done) => replace([...cases, test], done)}
      />
      {keep.isError && <ProblemNotice problem={keep.error} />}
    </div>
  );
}

interface NewTestProps {
  taken: string[];
  isPending: boolean;
  onAdd: (test: RuleTest, done: () => void) => void;
}

const EMPTY: Line[] = [{ name: '', value: '' }];

function NewTest({ taken, isPending, onAdd }: NewTestProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [lines, setLines] = useState(EMPTY);
  const [expected, setExpected] = useState('');
  const isTaken = taken.includes(name.trim());
  return (
    <form
      className="dsg-form"
      aria-label={t('rules.newTest')}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(
          { name: name.trim(), variables: variablesOf(lines) as never, expected: valueOf(expected) as never },
          () => {
            setName('');
            setLines(EMPTY);
            setExpected('');
          },
        );
      }}
    >
      <h2>{t('rules.newTest')}</h2>
      <TextInput id="dsg-test-name" size="sm" labelText={t('rules.testName')} maxLength={255} invalid={isTaken} invalidText={t('rules.testTaken')} value={name} onChange={(event) => setName(event.target.value)} />
      <VariableLines id="dsg-test" lines={lines} onChange={setLines} />
      <TextInput id="dsg-test-expected" size="sm" labelText={t('rules.expected')} helperText={t('rules.expectedHint')} value={expected} onChange={(event) => setExpected(event.target.value)} />
      <Button type="submit" kind="tertiary" size="sm" disabled={!name.trim() || isTaken || isPending}>
        {t('rules.addTest')}
      </Button>
    </form>
  );
}
