import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { useConnectorTemplates, useSupplies } from './templates.queries';
import { templatesOf, type Template } from './templates';

/** Offers the platform's templates in the modeler; without what they are made from, there are none. */
export function useTemplates(id: string, modeler: BpmnModeler | null): void {
  const { t } = useTranslation();
  const { data } = useSupplies(id);
  const { data: connectors } = useConnectorTemplates();
  useEffect(() => {
    if (modeler && data) {
      modeler
        .get<{ setTemplates(templates: Template[]): void }>('elementTemplatesLoader')
        .setTemplates([...templatesOf(data, t), ...(connectors ?? [])]);
    }
  }, [modeler, data, connectors, t]);
}
