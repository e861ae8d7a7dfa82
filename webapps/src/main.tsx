import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './shell/Application';
import './shell/styles.scss';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  );
}
