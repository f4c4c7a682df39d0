/** The page of a case's story. */
import { mountStory } from './story.js';

const host = document.getElementById('chronicle');
mountStory(host, { caseNo: host.dataset.caseNo, run: new URLSearchParams(window.location.search).get('run') });
