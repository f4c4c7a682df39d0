// There is one sign-in, and it is not the web applications' own: where they would show their form (after signing out, or when the session
// has ended) the page is asked for anew, and the server leads to the sign-in page.
function leaveOwnForm() {
  if (/^#!?\/login\b/.test(window.location.hash)) window.location.replace(window.location.pathname);
}

window.addEventListener('hashchange', leaveOwnForm);
leaveOwnForm();

export default [];
