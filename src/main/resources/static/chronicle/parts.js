/** What all views of the chronicle are made of. Texts become text nodes, never markup. */

const ROOT = new URL('../', import.meta.url);

/** An address of this application, wherever it is mounted. */
export const address = (path) => new URL(path, ROOT).href;

/** Loads the style sheet of the views into pages that are not ours, once. */
export function withStyles() {
  const href = address('chronicle/chronicle.css');
  if ([...document.styleSheets].some((sheet) => sheet.href === href) || document.querySelector(`link[data-jg-chronicle]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.dataset.jgChronicle = '';
  document.head.append(link);
}

/** An element: attributes as they are called in HTML, `text` for its text, `on…` for listeners; no child is left out for null. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

export class Refused extends Error {
  constructor(status) {
    super(status === 404 ? '没有此案件，或您无权查阅' : status === 401 ? '登录已过期，请重新登录' : `读取失败（${status}），请稍后再试`);
    this.status = status;
  }
}

async function answer(path) {
  const response = await fetch(address(path), { credentials: 'same-origin', headers: { Accept: 'application/json, image/svg+xml' } });
  if (!response.ok) throw new Refused(response.status);
  return response;
}

export const json = async (path) => (await answer(path)).json();
export const text = async (path) => (await answer(path)).text();

/** Shows what the promise brings, a line while it is on its way, the reason when it fails. */
export async function fill(host, promise, show) {
  host.replaceChildren(h('p', { class: 'jg-quiet', role: 'status', text: '正在读取……' }));
  try {
    const value = await promise;
    host.replaceChildren(...[show(value)].flat());
  } catch (reason) {
    if (!(reason instanceof Refused)) console.error(reason);
    host.replaceChildren(h('p', { class: 'jg-alert', role: 'alert', text: reason instanceof Refused ? reason.message : '页面出错，请刷新后再试' }));
  }
}

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
export const when = (iso) => (iso ? TIME.format(new Date(iso)) : '');
export const day = (iso) => when(iso).slice(0, 10);

const UNITS = [
  ['天', 86400000],
  ['小时', 3600000],
  ['分', 60000],
  ['秒', 1000],
];

/** A duration in its two largest units. */
export function lasted(ms) {
  if (ms === null || ms === undefined) return '';
  if (ms < 1000) return '不到1秒';
  const first = UNITS.findIndex(([, size]) => ms >= size);
  const [name, size] = UNITS[first];
  const rest = UNITS[first + 1];
  const second = rest ? Math.floor((ms % size) / rest[1]) : 0;
  return `${Math.floor(ms / size)}${name}${second && first < 3 ? `${second}${rest[0]}` : ''}`;
}

export function table(columns, rows, { empty = '没有记录', caption, className = '' } = {}) {
  if (!rows.length) return h('p', { class: 'jg-quiet', text: empty });
  return h(
    'div',
    { class: 'jg-scroll' },
    h(
      'table',
      { class: `jg-table ${className}` },
      caption ? h('caption', { text: caption }) : null,
      h('thead', {}, h('tr', {}, columns.map((column) => (column instanceof Node ? column : h('th', { text: column }))))),
      h('tbody', {}, rows.map((row) => (row instanceof Node ? row : h('tr', {}, row.map(cell))))),
    ),
  );
}

export const cell = (value) => h('td', {}, value instanceof Node ? value : String(value ?? ''));

export const who = (name, forWhom) => (name ? name + (forWhom ? `（代${forWhom}）` : '') : '');

/** Tabs of which only the chosen one is drawn. */
export function tabs(list, chosen, onChoose) {
  const panel = h('div', { class: 'jg-panel', role: 'tabpanel' });
  const buttons = list.map(([id, label]) =>
    h('button', { type: 'button', role: 'tab', class: 'jg-tab', 'data-tab': id, text: label, onclick: () => choose(id) }),
  );
  function choose(id) {
    buttons.forEach((button) => button.setAttribute('aria-selected', String(button.dataset.tab === id)));
    const drawn = list.find(([known]) => known === id)[2]();
    panel.replaceChildren(...[drawn].flat());
    onChoose?.(id);
  }
  const bar = h('div', { class: 'jg-tabs', role: 'tablist' }, buttons);
  return { element: h('div', {}, bar, panel), choose, start: () => choose(chosen) };
}
