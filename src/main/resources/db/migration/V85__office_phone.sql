-- The telephone number under which an office answers the public; shown with its name on public pages.
alter table office add column phone text check (phone ~ '^[0-9][0-9 +-]{5,29}$');
