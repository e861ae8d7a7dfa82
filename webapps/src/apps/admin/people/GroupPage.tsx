import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { PersonView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { AddMemberDialog, DeleteGroupDialog, RenameGroupDialog } from './GroupDialogs';
import { useGroup, useMembers, useRefreshPeople } from './people.queries';

const DIALOGS = { add: AddMemberDialog, rename: RenameGroupDialog, remove: DeleteGroupDialog };

/** One group with its members. */
export function GroupPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const group = useGroup(id);
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  if (!group.data) {
    return <Waiting query={group} />;
  }
  const { value, etag } = group.data;
  const Dialog = open && DIALOGS[open];
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <code>{value.id}</code>
        </div>
        <div className="fm-row" role="group" aria-label={t('admin.actions')}>
          <Button size="sm" onClick={() => setOpen('add')}>
            {t('admin.people.group.addMember')}
          </Button>
          <Button size="sm" kind="ghost" onClick={() => setOpen('rename')}>
            {t('admin.people.group.rename')}
          </Button>
          <Button size="sm" kind="danger--ghost" onClick={() => setOpen('remove')}>
            {t('action.delete')}
          </Button>
        </div>
      </div>
      <Members id={id} />
      {Dialog && <Dialog group={value} etag={etag} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const members = useMembers(id);
  const refresh = useRefreshPeople();
  const toasts = useToasts();

  async function change(user: string, isMember: boolean) {
    const params = { path: { id, user } };
    try {
      await body(
        isMember
          ? api.PUT('/groups/{id}/members/{user}', { params })
          : api.DELETE('/groups/{id}/members/{user}', { params }),
      );
      toasts.done(t(isMember ? 'admin.people.group.memberAdded' : 'admin.people.group.memberDropped', { user }), {
        undo: () => void change(user, !isMember),
      });
    } catch (problem) {
      toasts.failed(problem);
    }
    await refresh();
  }

  return (
    <PagedTable<PersonView>
      label={t('admin.people.group.members')}
      pages={members}
      idOf={(person) => person.id ?? ''}
      empty={{ title: t('admin.people.group.noMembers'), text: t('admin.people.group.noMembersText') }}
      columns={[
        {
          key: 'name',
          header: t('admin.variables.name'),
          cell: (person) => (
            <Link to={`/admin/users/${encodeURIComponent(person.id ?? '')}`}>{person.name}</Link>
          ),
        },
        { key: 'id', header: t('admin.executions.id'), cell: (person) => <code>{person.id}</code> },
        {
          key: 'actions',
          header: t('admin.actions'),
          cell: (person) => (
            <Button
              kind="danger--ghost"
              size="sm"
              aria-label={t('admin.people.group.dropNamed', { name: person.name })}
              onClick={() => void change(person.id ?? '', false)}
            >
              {t('admin.people.group.drop')}
            </Button>
          ),
        },
      ]}
    />
  );
}
