/** What agents of the editor's chat ask for. */
export interface AgentRequests {
  /** Does what an agent asks for. `words`: the answer, or why there is none. */
  'copydesk/agentTool': {
    params: { readonly name: string; readonly input: unknown };
    result: { readonly words: string; readonly failed: boolean };
  };
}
