/**
 * Between the list of tasks and the open task. On a wide screen both stand side by side, the button is hidden and
 * nothing moves; on a phone styles/phone.css shows one at a time.
 */

const LIST_LOADS_MS = 3000;

/** The address of the list as it was: the same filter, order, search and page, but no task. */
function addressOfTheList() {
  const [route, query = ''] = window.location.hash.split('?');
  const search = new URLSearchParams(query);
  search.delete('task');
  search.delete('detailsTab');
  const rest = search.toString();
  return `${route || '#/'}${rest ? `?${rest}` : ''}`;
}

/** Replaces the entry of the task in the browser's history: its Back button does not open the task again. */
function backToTheList() {
  window.location.replace(addressOfTheList());
}

/** Tasklist loads the list anew when a task is closed or completed; whoever returns finds it scrolled as it was. */
function keepPlace(list, details) {
  let place = 0;
  let open = false;
  list.addEventListener('click', () => (place = list.scrollTop), true);
  new MutationObserver(() => {
    const closed = open && !details.querySelector('.task-card');
    open = Boolean(details.querySelector('.task-card'));
    if (closed && place > 0) scrollWhenLoaded(list, place);
  }).observe(details, { childList: true, subtree: true });
}

/** Scrolls as often as the list grows, until it has had its time or the person scrolls. */
function scrollWhenLoaded(list, place) {
  const observer = new ResizeObserver(() => (list.scrollTop = place));
  const end = () => observer.disconnect();
  [...list.children].forEach((part) => observer.observe(part));
  list.addEventListener('pointerdown', end, { once: true });
  setTimeout(end, LIST_LOADS_MS);
}

function renderBack(node) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link jg-back';
  button.textContent = '返回列表';
  button.addEventListener('click', backToTheList);
  node.replaceChildren(button);
  // Tasklist puts the node into the page after this
  setTimeout(() => {
    const layout = node.closest('.three-cols-layout-columns');
    if (layout) keepPlace(layout.querySelector('.tasks-list'), layout.querySelector('.task-details'));
  });
}

export default [{ id: 'jiugai.back-to-list', pluginPoint: 'tasklist.task.action', priority: 1000, render: renderBack }];
