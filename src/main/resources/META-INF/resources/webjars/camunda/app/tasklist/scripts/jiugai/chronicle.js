/** One link from an open task to the story of its case. */

function storyOfOpenTask() {
  const task = new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
  return task ? new URL(`../../../../../tasks/${encodeURIComponent(task)}/chronicle`, import.meta.url).href : null;
}

function renderLink(node) {
  const link = document.createElement('a');
  link.className = 'btn btn-link jg-chronicle';
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = '案件经过';
  const aim = () => {
    const address = storyOfOpenTask();
    if (address) link.href = address;
  };
  // another task may be open by the time of the click
  link.addEventListener('pointerdown', aim);
  link.addEventListener('focus', aim);
  aim();
  node.replaceChildren(link);
}

export default [{ id: 'jiugai.chronicle', pluginPoint: 'tasklist.task.action', priority: 20, render: renderLink }];
