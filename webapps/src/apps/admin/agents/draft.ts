import type { AgentLimit, AgentRequest, AgentView } from '../../../shared/api/schema';

/** An agent as it is typed: lists are texts with a line for each. */
export interface Draft {
  name: string;
  role: string;
  instructions: string;
  manager: string;
  model: string;
  skills: string;
  tools: string;
  approved: string;
  limits: string;
  threshold: string;
  shadow: boolean;
}

export const USUAL_THRESHOLD = 0.7;

export function draftOf(agent?: AgentView): Draft {
  return {
    name: agent?.name ?? '',
    role: agent?.role ?? '',
    instructions: agent?.instructions ?? '',
    manager: agent?.manager ?? '',
    model: agent?.model ?? '',
    skills: (agent?.skills ?? []).join('\n'),
    tools: (agent?.tools ?? []).join('\n'),
    approved: (agent?.approvedTools ?? []).join('\n'),
    limits: (agent?.limits ?? []).map(({ name, condition }) => `${name} | ${condition}`).join('\n'),
    threshold: String(agent?.confidenceThreshold ?? USUAL_THRESHOLD),
    shadow: agent?.mode === 'SHADOW',
  };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The first bar divides name and condition; undefined when a line has none. */
export function limitsOf(text: string): AgentLimit[] | undefined {
  const limits = linesOf(text).map((line) => {
    const at = line.indexOf('|');
    return { name: line.slice(0, Math.max(at, 0)).trim(), condition: line.slice(at + 1).trim() };
  });
  return limits.every(({ name, condition }) => name !== '' && condition !== '') ? limits : undefined;
}

export function thresholdOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= 1 ? value : undefined;
}

/** What is sent; undefined while something is missing or cannot be read. */
export function requestOf(draft: Draft): AgentRequest | undefined {
  const limits = limitsOf(draft.limits);
  const confidenceThreshold = thresholdOf(draft.threshold);
  const said = [draft.name, draft.role, draft.instructions, draft.manager].every((text) => text.trim() !== '');
  if (!said || limits === undefined || confidenceThreshold === undefined) {
    return undefined;
  }
  return {
    name: draft.name.trim(),
    role: draft.role.trim(),
    instructions: draft.instructions,
    manager: draft.manager.trim(),
    model: draft.model.trim() || undefined,
    skills: linesOf(draft.skills),
    tools: linesOf(draft.tools),
    approvedTools: linesOf(draft.approved),
    limits,
    confidenceThreshold,
    mode: draft.shadow ? 'SHADOW' : 'ACTIVE',
  };
}
