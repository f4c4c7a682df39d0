// A table of inputs for the keyboard: Enter and the arrow keys go up and down a column, a block copied from a table program fills the cells below.
const grid = document.getElementById("grid");
const rows = [...grid.tBodies[0].rows].map(row => [...row.querySelectorAll("input")]);

const place = input => {
  for (let row = 0; row < rows.length; row++) {
    const column = rows[row].indexOf(input);
    if (column >= 0) return { row, column };
  }
  return null;
};

const go = (row, column) => {
  const input = rows[row]?.[column];
  if (!input) return;
  input.focus();
  input.select();
};

grid.addEventListener("keydown", event => {
  const at = place(event.target);
  if (!at || event.isComposing) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  go(at.row + step, at.column);
});

grid.addEventListener("paste", event => {
  const at = place(event.target);
  const block = event.clipboardData?.getData("text/plain") ?? "";
  if (!at || !/[\t\n]/.test(block.trimEnd())) return;
  event.preventDefault();
  block.trimEnd().split(/\r?\n/).forEach((line, down) =>
    line.split("\t").forEach((text, right) => {
      const input = rows[at.row + down]?.[at.column + right];
      if (input) input.value = text.trim().slice(0, input.maxLength > 0 ? input.maxLength : undefined);
    }));
});
