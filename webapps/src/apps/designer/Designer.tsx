import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import './designer.scss';
import { ProcessList } from './ProcessList';
import './words';

const EditorPage = lazy(() => import('./EditorPage'));

/** Where processes are drawn and published. */
export default function Designer() {
  return (
    <Routes>
      <Route index element={<ProcessList />} />
      <Route path="processes/:id" element={<EditorPage />} />
    </Routes>
  );
}
