/** 案件经过: the story of a case, on our own page and in Cockpit. */
import { cell, day, fill, h, json, lasted, table, tabs, when, who, withStyles, address } from './parts.js';
import { Diagram, LAST } from './diagram.js';

const STATES = {
  ACTIVE: ['进行中', 'open'],
  SUSPENDED: ['已挂起', 'open'],
  COMPLETED: ['已办结', 'done'],
  EXTERNALLY_TERMINATED: ['已终止', 'cancelled'],
  INTERNALLY_TERMINATED: ['已终止', 'cancelled'],
};
const VISITS = { OPEN: ['办理中', 'open'], DONE: ['已完成', 'done'], CANCELLED: ['已撤销', 'cancelled'] };
const KINDS = ['流程', '业务', '资金', '公示', '表决', '问题', '文件'];
const TYPES = {
  userTask: '人工任务',
  serviceTask: '系统登记',
  businessRuleTask: '决策',
  callActivity: '子流程',
  subProcess: '分项流程',
  startEvent: '开始',
  noneEndEvent: '结束',
  exclusiveGateway: '判断',
  parallelGateway: '并行',
  inclusiveGateway: '多选',
  receiveTask: '等待',
};

const badge = ([label, kind]) => h('span', { class: `jg-state jg-state-${kind}`, text: label });

/**
 * @param host is emptied and filled
 * @param options caseNo; run: the process instance to begin with
 */
export function mountStory(host, { caseNo, run }) {
  withStyles();
  host.classList.add('jg-story');
  return fill(host, json(`api/chronicle/cases/${encodeURIComponent(caseNo)}`), (story) => new StoryView(story, run).element);
}

class StoryView {
  constructor(story, run) {
    this.story = story;
    this.runs = new Map(story.runs.map((each) => [each.id, each]));
    this.visits = new Map(story.runs.flatMap((each) => each.visits.map((visit) => [visit.id, { run: each, visit }])));
    this.moments = story.moments.map((moment, no) => ({ ...moment, no }));
    this.byVisit = new Map();
    this.moments.filter((moment) => moment.visit).forEach((moment) => {
      this.byVisit.set(moment.visit, [...(this.byVisit.get(moment.visit) || []), moment]);
    });
    this.run = this.runs.get(run) || story.runs[0];
    this.step = this.moments.length - 1;
    const views = [
      ['diagram', '流程图', () => this.path()],
      ['timeline', '时间线', () => new TimelineView(this).element],
      ['people', '人员', () => this.people()],
      ['decisions', '决策', () => this.loaded('decisions', (list) => decisions(list, this))],
      story.inFull ? ['variables', '变量', () => this.loaded('variables', (list) => variables(list, this))] : null,
      story.inFull ? ['operations', '操作日志', () => this.loaded('operations', (list) => operations(list, this))] : null,
      ['versions', '版本', () => this.loaded('versions', (all) => versions(all, this))],
      ['files', '文件', () => this.loaded('files', files)],
    ].filter(Boolean);
    this.tabs = tabs(views, 'diagram');
    this.element = [this.heading(), this.tabs.element];
    queueMicrotask(() => this.tabs.start());
  }

  heading() {
    const { name, caseNo, region, policy, openedOn, closedOn, outcome } = this.story;
    const late = this.moments.filter((moment) => moment.late).length;
    return h(
      'header',
      { class: 'jg-heading' },
      h('h2', {}, h('span', { text: name }), ' ', h('small', { text: caseNo })),
      h(
        'p',
        {},
        `${region} · 适用政策 ${policy} · 立案 ${openedOn} `,
        badge(closedOn ? [`已结案：${outcome}（${closedOn}）`, 'done'] : ['在办', 'open']),
        late ? h('button', { type: 'button', class: 'jg-late-link', text: `补录 ${late} 项`, onclick: () => this.showLate() }) : null,
      ),
    );
  }

  showLate() {
    this.filter = 'late';
    this.tabs.choose('timeline');
  }

  /** Each part is asked for once. */
  loaded(part, show) {
    this.parts ??= {};
    this.parts[part] ??= json(`api/chronicle/cases/${encodeURIComponent(this.story.caseNo)}/${part}`);
    this.parts[part].catch(() => delete this.parts[part]);
    const host = h('div', {});
    fill(host, this.parts[part], show);
    return host;
  }

  /* ---------- 流程图 ---------- */

  path() {
    this.diagram = new Diagram((node) => this.select(node));
    this.list = h('ol', { class: 'jg-runs' });
    this.side = h('aside', { class: 'jg-side', 'aria-live': 'polite' });
    const view = h('div', { class: 'jg-path' }, this.list, h('div', { class: 'jg-middle' }, this.replay(), this.diagram.element, legend()), this.side);
    requestAnimationFrame(() => this.open(this.run, this.chosen));
    return view;
  }

  drawRuns() {
    const until = this.until();
    const calledBy = new Map();
    this.story.runs.forEach((run) => calledBy.set(run.caller, [...(calledBy.get(run.caller) || []), run]));
    const draw = (run, depth) => [
      h(
        'li',
        { class: `jg-depth-${Math.min(depth, 3)}` },
        h(
          'button',
          {
            type: 'button',
            class: 'jg-run',
            'data-run': run.id,
            'data-process': run.process,
            'aria-pressed': String(run === this.run),
            disabled: run.startedAt > until,
            onclick: () => this.open(run),
          },
          h('strong', { text: run.name }),
          run.businessKey === this.story.caseNo ? null : h('small', { text: run.businessKey }),
          h('span', {}, `${day(run.startedAt)} ${run.endedAt ? `至 ${day(run.endedAt)}` : '起'}`),
          badge(run.startedAt > until ? ['未开始', 'cancelled'] : run.endedAt > until ? STATES.ACTIVE : STATES[run.state]),
          run.outcome && run.endedAt <= until ? h('span', { class: 'jg-quiet', text: run.outcome }) : null,
        ),
      ),
      ...(calledBy.get(run.id) || []).flatMap((called) => draw(called, depth + 1)),
    ];
    const roots = this.story.runs.filter((run) => !run.caller || !this.runs.has(run.caller));
    this.list.replaceChildren(...roots.flatMap((run) => draw(run, 0)));
  }

  async open(run, node) {
    if (!run) return;
    this.run = run;
    this.chosen = undefined;
    this.drawRuns();
    try {
      await this.diagram.show(run.definitionId);
    } catch (reason) {
      this.diagram.stage.replaceChildren(h('p', { class: 'jg-alert', role: 'alert', text: `流程图读取失败：${reason.message}` }));
      return;
    }
    if (this.run !== run) return;
    this.repaint();
    if (node) this.select(node);
    else this.side.replaceChildren(this.about(run));
  }

  about(run) {
    return h(
      'div',
      {},
      h('h3', { text: run.name }),
      facts([
        ['状态', badge(STATES[run.state])],
        ['结果', run.outcome || '—'],
        ['开始', when(run.startedAt)],
        ['结束', run.endedAt ? when(run.endedAt) : '—'],
        ['历时', this.span(run)],
        ['流程版本', `第${run.version}版`],
      ]),
      h('p', { class: 'jg-quiet', text: '点击图中的节点，查看由谁、何时办理，录入和决定了什么。' }),
    );
  }

  /** How long it took, or takes so far by the clock of the server. */
  span({ startedAt, endedAt }) {
    return lasted(new Date(endedAt || this.story.readAt) - new Date(startedAt));
  }

  repaint() {
    this.diagram.paint(this.run, this.until(), this.story.readAt);
  }

  until() {
    return this.step >= this.moments.length - 1 ? LAST : this.moments[this.step].at;
  }

  /** Goes to the visit of a line. */
  goTo(moment) {
    const place = this.visits.get(moment.visit);
    this.run = this.runs.get(moment.run) || this.run;
    this.chosen = place?.visit.node;
    this.tabs.choose('diagram');
  }

  select(node) {
    this.chosen = node;
    this.diagram.select(node);
    const until = this.until();
    const visits = this.run.visits.filter(
      (visit) => visit.node === node && visit.type !== 'multiInstanceBody' && visit.startedAt <= until,
    );
    const label = this.diagram.groups.get(node)?.textContent.trim() || node;
    const type = TYPES[visits[0]?.type] || '';
    this.side.replaceChildren(
      h('h3', {}, h('span', { text: visits[0]?.name || label }), ' ', type ? h('small', { text: type }) : null),
      visits.length ? h('div', {}, visits.map((visit, no) => this.visit(visit, no, visits.length))) : h('p', { class: 'jg-quiet', text: '没有经过此节点。' }),
    );
  }

  visit(visit, no, of) {
    const related = [visit.id, ...this.run.passages.filter((p) => p.from === visit.id).map((p) => p.to).filter((id) => /Task$/.test(this.visits.get(id).visit.type) && this.visits.get(id).visit.type !== 'userTask')];
    const moments = (this.byVisit.get(visit.id) || []).filter((moment) => moment.kind !== '流程');
    const told = moments.filter((moment) => moment.kind !== '文件');
    const documents = moments.filter((moment) => moment.document);
    const called = this.runs.get(visit.called);
    const decided = h('div', {});
    this.decided(related, decided);
    return h(
      'section',
      { class: 'jg-visit' },
      of > 1 ? h('h4', { text: `第${no + 1}次` }) : null,
      facts([
        ['状态', badge(VISITS[visit.state])],
        visit.who ? ['办理人', who(visit.who, visit.forWhom)] : null,
        ['开始', when(visit.startedAt)],
        ['结束', visit.endedAt ? when(visit.endedAt) : '—'],
        ['历时', this.span(visit)],
      ]),
      called ? h('button', { type: 'button', class: 'jg-link', text: `查看“${called.name}”`, onclick: () => this.open(called) }) : null,
      told.length ? part('录入内容', h('ul', {}, told.map((moment) => h('li', {}, lateMark(moment), moment.text)))) : null,
      decided,
      documents.length ? part('文件', h('ul', {}, documents.map(({ document, text }) => h('li', {}, link(document, text))))) : null,
    );
  }

  async decided(visits, host) {
    this.parts ??= {};
    this.parts.decisions ??= json(`api/chronicle/cases/${encodeURIComponent(this.story.caseNo)}/decisions`);
    const made = (await this.parts.decisions.catch(() => [])).filter((decision) => visits.includes(decision.visit));
    if (made.length) host.replaceChildren(part('决策', h('div', {}, made.map((decision) => decisionCard(decision)))));
  }

  /* ---------- 回放 ---------- */

  replay() {
    const label = h('output', { class: 'jg-now' });
    const range = h('input', {
      type: 'range',
      class: 'jg-range',
      min: '0',
      max: String(this.moments.length - 1),
      value: String(this.step),
      'aria-label': '回放：按时间顺序',
    });
    const play = h('button', { type: 'button', class: 'jg-play', text: '▶ 播放' });
    const say = () => {
      const moment = this.moments[this.step];
      label.textContent = moment ? `${this.step + 1}/${this.moments.length} ${when(moment.at)} ${moment.text}` : '';
    };
    const move = async (step) => {
      this.step = Math.max(0, Math.min(this.moments.length - 1, step));
      range.value = String(this.step);
      say();
      const run = this.runs.get(this.moments[this.step]?.run);
      if (run && run !== this.run && this.step < this.moments.length - 1) await this.open(run);
      else {
        this.drawRuns();
        this.repaint();
      }
      const node = this.visits.get(this.moments[this.step]?.visit)?.visit.node;
      this.diagram.select(node);
    };
    const stop = () => {
      clearInterval(this.playing);
      this.playing = undefined;
      play.textContent = '▶ 播放';
    };
    range.addEventListener('input', () => {
      stop();
      move(Number(range.value));
    });
    play.addEventListener('click', () => {
      if (this.playing) return stop();
      if (this.step >= this.moments.length - 1) this.step = -1;
      play.textContent = '❚❚ 暂停';
      this.playing = setInterval(() => {
        if (!range.isConnected || this.step >= this.moments.length - 1) return stop();
        return move(this.step + 1);
      }, 700);
      return undefined;
    });
    say();
    return h(
      'div',
      { class: 'jg-replay' },
      h('strong', { text: '回放' }),
      play,
      h('button', { type: 'button', 'aria-label': '上一步', text: '‹', onclick: () => move(this.step - 1) }),
      range,
      h('button', { type: 'button', 'aria-label': '下一步', text: '›', onclick: () => move(this.step + 1) }),
      label,
    );
  }

  /* ---------- 人员 ---------- */

  people() {
    const people = new Map();
    this.moments
      .filter((moment) => moment.who && moment.kind !== '文件')
      .forEach((moment) => {
        const key = who(moment.who, moment.forWhom);
        const known = people.get(key) || { name: moment.who, forWhom: moment.forWhom, done: [] };
        known.done.push(moment);
        people.set(key, known);
      });
    const rows = [...people.values()].sort((a, b) => b.done.length - a.done.length);
    return table(
      ['办理人', '代谁办理', '事项', '首次', '最近', '内容'],
      rows.map(({ name, forWhom, done }) => [
        name,
        forWhom || '—',
        String(done.length),
        day(done[0].at),
        day(done[done.length - 1].at),
        h('details', {}, h('summary', { text: '查看' }), h('ul', {}, done.map((moment) => h('li', {}, `${day(moment.at)} ${moment.text}`)))),
      ]),
      { className: 'jg-people' },
    );
  }

  runName(id) {
    return this.runs.get(id)?.name || '';
  }

  nodeName(id) {
    const place = this.visits.get(id);
    return place ? place.visit.name || place.visit.node : '';
  }
}

/* ---------- 时间线 ---------- */

class TimelineView {
  constructor(story) {
    this.story = story;
    this.moments = story.moments;
    this.chosen = story.filter || 'all';
    story.filter = undefined;
    this.body = h('div', { class: 'jg-timeline' });
    const late = this.moments.filter((moment) => moment.late).length;
    this.buttons = [
      this.button('late', `补录（${late}）`),
      this.button('all', `全部（${this.moments.length}）`),
      ...KINDS.map((kind) => this.button(kind, `${kind}（${this.moments.filter((m) => m.kind === kind).length}）`)),
    ];
    this.element = h(
      'div',
      {},
      h('div', { class: 'jg-filter', role: 'group', 'aria-label': '筛选' }, this.buttons),
      h('p', { class: 'jg-quiet', text: `补录：录入时间比发生日期晚 ${story.story.lateAfter} 天以上。` }),
      this.body,
    );
    this.draw();
  }

  button(id, label) {
    return h('button', { type: 'button', class: `jg-chip jg-chip-${id}`, 'data-filter': id, text: label, onclick: () => this.choose(id) });
  }

  choose(id) {
    this.chosen = id;
    this.draw();
  }

  draw() {
    this.buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.filter === this.chosen)));
    const shown = this.moments.filter(
      (moment) => this.chosen === 'all' || (this.chosen === 'late' ? moment.late : moment.kind === this.chosen),
    );
    if (this.chosen === 'late') shown.sort((a, b) => b.gap - a.gap);
    this.body.replaceChildren(
      table(
        ['录入时间', '发生日期', '类别', '内容', '办理人', '环节'],
        shown.map((moment) => this.row(moment)),
        { empty: this.chosen === 'late' ? '没有补录的事项' : '没有记录' },
      ),
    );
  }

  row(moment) {
    const place = moment.run
      ? h('button', {
          type: 'button',
          class: 'jg-link',
          text: [this.story.runName(moment.run), this.story.nodeName(moment.visit)].filter(Boolean).join(' › '),
          onclick: () => this.story.goTo(moment),
        })
      : '';
    return h(
      'tr',
      { class: moment.late ? 'jg-late' : null },
      [
        when(moment.at),
        moment.happenedOn || '',
        h('span', { class: `jg-kind jg-kind-${KINDS.indexOf(moment.kind)}`, text: moment.kind }),
        h('span', {}, lateMark(moment), moment.document ? link(moment.document, moment.text) : moment.text),
        who(moment.who, moment.forWhom),
        place,
      ].map(cell),
    );
  }
}

/* ---------- small parts ---------- */

const lateMark = (moment) => (moment.late ? h('span', { class: 'jg-late-mark', text: `补录 晚${moment.gap}天` }) : null);
const link = (document, label) => h('a', { href: address(`documents/${encodeURIComponent(document.id)}`), target: '_blank', rel: 'noopener', text: label });
const part = (title, content) => h('div', { class: 'jg-part' }, h('h5', { text: title }), content);
const facts = (list) => h('dl', { class: 'jg-facts' }, list.filter(Boolean).map(([label, value]) => [h('dt', { text: label }), h('dd', {}, value)]));

function legend() {
  return h(
    'p',
    { class: 'jg-legend' },
    ['done 已完成', 'open 办理中', 'cancelled 已撤销', 'idle 未经过'].map((each) => {
      const [kind, label] = each.split(' ');
      return h('span', {}, h('i', { class: `jg-key jg-key-${kind}` }), label);
    }),
    h('span', { text: '右上角数字为经过次数' }),
  );
}

function decisionCard(decision) {
  return h(
    'article',
    { class: 'jg-decision' },
    h('h4', {}, h('span', { text: decision.name }), ' ', h('small', { text: `${decision.decision} 第${decision.version}版 · ${when(decision.at)}` })),
    table(['输入', '值'], decision.inputs.map(({ name, value }) => [name, value])),
    decision.rules.length
      ? decision.rules.map((rule) =>
          h(
            'div',
            { class: 'jg-rule' },
            h('p', {}, h('strong', { text: `命中第${rule.no}条规则：` }), h('span', { class: 'jg-clause', text: rule.clause || '（未注明依据）' })),
            table(['输出', '值'], rule.outputs.map(({ name, value }) => [name, value])),
          ),
        )
      : h('p', { class: 'jg-quiet', text: '没有命中任何规则' }),
  );
}

function decisions(list, story) {
  if (!list.length) return h('p', { class: 'jg-quiet', text: '本案没有经过决策表。' });
  return h(
    'div',
    { class: 'jg-cards' },
    list.map((decision) => {
      const card = decisionCard(decision);
      card.append(h('p', { class: 'jg-quiet', text: [story.runName(decision.run), story.nodeName(decision.visit)].filter(Boolean).join(' › ') }));
      return card;
    }),
  );
}

/** A table with a field that narrows its rows. */
function narrowed(list, columns, row) {
  const host = h('div', {});
  const field = h('input', { type: 'search', class: 'jg-narrow', placeholder: '筛选', 'aria-label': '筛选' });
  const rows = list.map((each) => {
    const line = h('tr', {}, row(each).map(cell));
    return { line, text: line.textContent.toLowerCase() };
  });
  const draw = () => {
    const wanted = field.value.trim().toLowerCase();
    host.replaceChildren(table(columns, rows.filter(({ text }) => text.includes(wanted)).map(({ line }) => line)));
  };
  field.addEventListener('input', draw);
  draw();
  return h('div', {}, field, host);
}

function variables(list, story) {
  return narrowed(list, ['时间', '流程', '环节', '变量', '原值', '新值'], (change) => [
    when(change.at),
    story.runName(change.run),
    story.nodeName(change.visit),
    h('code', { text: change.name }),
    change.from === null ? h('span', { class: 'jg-quiet', text: '（首次）' }) : change.from,
    h('span', {}, '→ ', change.to),
  ]);
}

function operations(list, story) {
  const tasks = new Map([...story.visits.values()].filter(({ visit }) => visit.task).map(({ visit }) => [visit.task, visit.name]));
  return narrowed(list, ['时间', '操作人', '操作', '对象', '变更', '备注'], (operation) => [
    when(operation.at),
    who(operation.who, operation.forWhom),
    h('span', {}, operation.what, ' ', h('small', { class: 'jg-quiet', text: operation.code })),
    [story.runName(operation.run), tasks.get(operation.task)].filter(Boolean).join(' › '),
    operation.property ? `${operation.property}：${operation.from || '（空）'} → ${operation.to || '（空）'}` : '',
    operation.remark,
  ]);
}

function versions({ policy, models, migrations }, story) {
  return [
    h('h3', { text: '政策' }),
    table(['政策', '代码', '版本'], [[policy.name, policy.code, `第${policy.version}版（编号 ${policy.versionId}）`]]),
    h('h3', { text: '流程模型' }),
    table(
      ['流程', '模型', '版本', '标签', '启用时间', '说明'],
      models.map((model) => [
        model.name,
        h('code', { text: model.resource }),
        `第${model.version}版`,
        model.tag,
        when(model.deployedAt),
        model.newest ? '现行版本' : '已有更新版本，本案仍按原版本办理',
      ]),
    ),
    h('h3', { text: '迁移' }),
    table(
      ['时间', '操作人', '流程', '原版本', '新版本'],
      migrations.map((each) => [when(each.at), each.who, story.runName(each.run), `第${each.from}版`, `第${each.to}版`]),
      { empty: '没有迁移过流程版本' },
    ),
  ];
}

function files(list) {
  return table(
    ['用途', '文件', '大小', 'SHA-256', '登记人', '登记时间'],
    list.map((file) => [
      file.purpose,
      link(file, file.name),
      `${Math.max(1, Math.round(file.size / 1024))} KB`,
      h('code', { class: 'jg-hash', text: file.sha256 }),
      file.attachedBy,
      when(file.attachedAt),
    ]),
  );
}
