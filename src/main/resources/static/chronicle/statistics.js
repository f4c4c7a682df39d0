/** 已办结: how the instances of a version of a process went. */
import { fill, h, json, lasted, table, withStyles } from './parts.js';
import { Diagram } from './diagram.js';

/**
 * @param host is emptied and filled
 * @param definitionId version of the process
 */
export function mountStatistics(host, definitionId) {
  withStyles();
  host.classList.add('jg-story', 'jg-statistics');
  return fill(host, json(`api/chronicle/models/${encodeURIComponent(definitionId)}/statistics`), (all) => view(definitionId, all));
}

function view(definitionId, all) {
  if (!all.finished) return h('p', { class: 'jg-quiet', text: `本版本还没有办结的实例（进行中 ${all.running} 件）。` });
  const heat = new Heat(definitionId, all);
  return [
    h(
      'div',
      { class: 'jg-figures' },
      figure('已办结', `${all.finished} 件`),
      figure('进行中', `${all.running} 件`),
      figure('历时中位数', lasted(all.median)),
      figure('九成不超过', lasted(all.ninth)),
    ),
    h('h3', { text: '办理结果' }),
    table(
      ['结果', '件数', '占比', '历时中位数', '九成不超过'],
      all.outcomes.map((outcome) => [
        outcome.name,
        String(outcome.count),
        h('span', {}, bar(outcome.count / all.finished), `${Math.round((outcome.count / all.finished) * 100)}%`),
        lasted(outcome.median),
        lasted(outcome.ninth),
      ]),
    ),
    h('h3', { text: '热力图' }),
    h('p', { class: 'jg-quiet', text: `按最近办结的 ${all.counted} 件及进行中的实例统计。` }),
    heat.element,
    table(
      ['节点', '经过次数', '正在停留', '平均停留', '九成不超过'],
      [...all.nodes]
        .filter((node) => node.waited > 0)
        .sort((a, b) => b.waited - a.waited)
        .map((node) => [node.name, String(node.visits), String(node.open), lasted(node.waited), lasted(node.ninth)]),
      { caption: '停留时间从长到短' },
    ),
  ];
}

const figure = (label, value) => h('div', { class: 'jg-figure' }, label, h('strong', { text: value || '—' }));

function bar(share) {
  const element = h('span', { class: 'jg-bar' });
  element.style.width = `${Math.round(share * 120)}px`;
  return element;
}

class Heat {
  constructor(definitionId, all) {
    this.nodes = all.nodes;
    this.diagram = new Diagram(() => {});
    this.buttons = [this.button('visits', '经过次数'), this.button('waited', '停留时间')];
    this.element = h('div', {}, h('div', { class: 'jg-filter', role: 'group', 'aria-label': '热力图' }, this.buttons), this.diagram.element);
    requestAnimationFrame(async () => {
      await this.diagram.show(definitionId);
      this.choose('visits');
    });
  }

  button(by, label) {
    return h('button', { type: 'button', class: 'jg-chip', 'data-heat': by, text: label, onclick: () => this.choose(by) });
  }

  choose(by) {
    this.buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.heat === by)));
    const counted = this.nodes.filter((node) => node[by] > 0);
    const most = Math.max(1, ...counted.map((node) => node[by]));
    // waiting differs by orders of magnitude: hours beside months
    const share = (value) => (by === 'visits' ? value / most : Math.log1p(value / 60000) / Math.log1p(most / 60000));
    this.diagram.heat(
      new Map(counted.map((node) => [node.node, { share: share(node[by]), label: by === 'visits' ? String(node.visits) : lasted(node.waited) }])),
    );
  }
}
