import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../shared/api/schema';
import { piecesOf, type Mark } from './highlight';

interface Props {
  pages: DocumentPage[];
  marks: Mark[];
  /** The field whose place is shown. */
  chosen: string | undefined;
}

/** The text page by page; what was found is marked, and the chosen mark comes into view. */
export function TextPages({ pages, marks, chosen }: Props) {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'center' }), [chosen]);
  return pages.map(({ page = 0, start = 0, text = '' }) => (
    <article key={page} className="adm-document-page">
      <h2 className="fm-hint">{t('admin.documents.page', { page })}</h2>
      <pre>
        {piecesOf(text, start, marks).map((piece, index) =>
          piece.names.length === 0 ? (
            piece.text
          ) : (
            <mark
              key={index}
              ref={chosen !== undefined && piece.names.includes(chosen) ? shown : undefined}
              className={chosen !== undefined && piece.names.includes(chosen) ? 'adm-chosen' : undefined}
              title={piece.names.map((name) => t(`admin.documents.field.${name}`, { defaultValue: name })).join(', ')}
            >
              {piece.text}
            </mark>
          ),
        )}
      </pre>
    </article>
  ));
}
