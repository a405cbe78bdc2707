/* How many students stand where in a process, over its diagram in Cockpit. */
export default {
  render(viewer, { processDefinitionId }) {},
  unmount() {}
};
