import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import './designer.scss';
import { ProcessList } from './ProcessList';
import './words';

const EditorPage = lazy(() => import('./EditorPage'));
const FilePage = lazy(() => import('./documents/FilePage'));
const RuleList = lazy(() => import('./rules/RuleList'));
const RulePage = lazy(() => import('./rules/RulePage'));

/** Where processes, decisions and forms are drawn and published. */
export default function Designer() {
  return (
    <Routes>
      <Route index element={<ProcessList />} />
      <Route path="processes/:id" element={<EditorPage />} />
      <Route path="processes/:id/files/:name" element={<FilePage />} />
      <Route path="rules" element={<RuleList />} />
      <Route path="rules/:id" element={<RulePage />} />
    </Routes>
  );
}
