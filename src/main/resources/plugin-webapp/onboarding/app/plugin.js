/*
 * Where our pages stand inside Cockpit. Its Community Edition shows what runs, but neither history nor the people behind
 * it: that is told by pages of ours, which are the same without Cockpit.
 */
import heatMap from '/assets/desk/heat-map.js';
import { panel } from '/assets/desk/panel.js';
import { json, loadTexts } from '/assets/server.js';

const texts = await loadTexts();
const say = key => texts[key];

/** The first of the tabs, and so the open one. */
const FIRST = 50;

/** Every process, and every one that it calls, has the dossier's number as its business key. */
const dossier = async ({ api, processInstanceId }) => {
  const { businessKey } = await json(`${api.engineApi}/process-instance/${processInstanceId}`);
  return '/desk/dossiers/' + businessKey;
};

/** The engine's id of a definition is key:version:id. */
const dossiersInProcess = ({ processDefinitionId }) => '/desk/dossiers?definition=' + processDefinitionId.split(':')[0];

export default [
  {
    id: 'onboarding-dashboard',
    pluginPoint: 'cockpit.dashboard',
    priority: FIRST,
    properties: { label: say('form.desk.dashboard') },
    ...panel(() => '/desk/dashboard')
  },
  {
    id: 'onboarding-dossier',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: FIRST,
    properties: { label: say('form.desk.dossier') },
    ...panel(dossier)
  },
  {
    id: 'onboarding-dossiers',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: FIRST,
    properties: { label: say('form.desk.dossiers') },
    ...panel(dossiersInProcess)
  },
  {
    id: 'onboarding-heat-map',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    ...heatMap
  }
];
