-- Why a contract was signed with another firm than the winner, e.g. with the leader of its consortium.
alter table contract add firm_reason text check (firm_reason <> '');
