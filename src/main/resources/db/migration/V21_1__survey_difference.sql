-- Why the buildings or households found by the survey differ from those of the programme (复核).
alter table household_survey add column difference_reason text check (difference_reason <> '');
