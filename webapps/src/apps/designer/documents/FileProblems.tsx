import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useFindings } from '../draft.queries';
import { FindingsPanel } from '../FindingsPanel';

/** What the platform finds wrong with one file of a draft, as it is saved. */
export function FileProblems({ id, name, saves }: { id: string; name: string; saves: number }) {
  const navigate = useNavigate();
  const findings = useFindings(id, saves);
  const own = useMemo(
    () => (findings.data?.problems ?? []).filter((problem) => problem.file === name),
    [findings.data, name],
  );
  return (
    <FindingsPanel
      problems={own}
      isChecking={findings.isFetching}
      failure={findings.error}
      retry={() => void findings.refetch()}
      onGo={() => void navigate(`/designer/processes/${id}?panel=findings`)}
    />
  );
}
