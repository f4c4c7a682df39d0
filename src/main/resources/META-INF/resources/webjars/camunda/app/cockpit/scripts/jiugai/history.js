/**
 * The history of finished and running cases in Cockpit. One failing script leaves all of Cockpit blank, so this one only registers; what it
 * shows is loaded when it is shown, and a failure is said in its place.
 */

const VIEWS = new URL('../../../../../chronicle/', import.meta.url).href;
const SEARCH = '/history';

/** Loads a view into the node; it is never asked for before it is needed. */
function load(node, view, mount) {
  const host = document.createElement('div');
  node.replaceChildren(host);
  import(`${VIEWS}${view}.js`)
    .then((module) => mount(module, host))
    .catch((reason) => {
      console.error(reason);
      host.textContent = '历史页面加载失败，请刷新后再试。';
    });
  return host;
}

const storyAddress = (caseNo, run) => `#${SEARCH}/${encodeURIComponent(caseNo)}${run ? `?run=${encodeURIComponent(run)}` : ''}`;

function back() {
  const link = document.createElement('a');
  link.href = `#${SEARCH}`;
  link.textContent = '‹ 历史案件查询';
  return link;
}

/** What the address says behind `#`: parts of its path, and what is asked. */
function place() {
  const [path, query = ''] = window.location.hash.replace(/^#!?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

function renderSearch(node) {
  load(node, 'search', ({ mountSearch }, host) => mountSearch(host, { href: storyAddress })).classList.add('jg-embedded');
}

function renderStory(node) {
  const { parts, query } = place();
  showStory(node, parts[1], query.get('run'));
}

function showStory(node, caseNo, run) {
  const host = load(node, 'story', async ({ mountStory }, frame) => {
    const story = document.createElement('div');
    frame.replaceChildren(back(), story);
    await mountStory(story, { caseNo, run });
  });
  host.classList.add('jg-embedded');
}

/** The case of a process instance, then its story at this instance. */
function renderInstance(node) {
  const run = place().parts[1];
  const host = load(node, 'parts', async ({ json, Refused }, frame) => {
    frame.textContent = '正在读取……';
    try {
      const { caseNo } = await json(`api/chronicle/instances/${encodeURIComponent(run)}`);
      showStory(node, caseNo, run);
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      frame.textContent = reason.status === 404 ? '此流程实例尚未立案，没有案件经过。' : reason.message;
    }
  });
  host.classList.add('jg-embedded');
}

/** In the tab of a running instance: a link, because the story needs the whole width. */
function renderTab(node, { processInstanceId }) {
  const link = document.createElement('a');
  link.className = 'btn btn-default jg-story-link';
  link.href = `#/process-instance/${encodeURIComponent(processInstanceId)}/history`;
  link.textContent = '打开案件经过';
  node.replaceChildren(link);
}

function renderStatistics(node, { processDefinitionId }) {
  load(node, 'statistics', ({ mountStatistics }, host) => mountStatistics(host, processDefinitionId));
}

export default [
  {
    id: 'history',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    properties: { label: '历史', pagePath: `#${SEARCH}`, checkActive: (url) => url.includes(`#${SEARCH}`) },
  },
  { id: 'jiugai.history.search', pluginPoint: 'cockpit.route', properties: { path: SEARCH }, render: renderSearch },
  { id: 'jiugai.history.story', pluginPoint: 'cockpit.route', properties: { path: `${SEARCH}/:caseNo` }, render: renderStory },
  { id: 'jiugai.history.instance', pluginPoint: 'cockpit.route', properties: { path: '/process-instance/:id/history' }, render: renderInstance },
  // Cockpit leads to it when an instance is not running any more
  { id: 'history', pluginPoint: 'cockpit.processInstance.view', priority: 10, properties: { label: '历史' }, render: renderInstance },
  { id: 'jiugai.history.tab', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: 4, properties: { label: '案件经过' }, render: renderTab },
  { id: 'jiugai.finished.tab', pluginPoint: 'cockpit.processDefinition.runtime.tab', priority: 4, properties: { label: '已办结' }, render: renderStatistics },
];
