-- The engine cleans nothing by itself: how long a case's history is kept is the archive's rule, not a model's. The job of earlier starts goes.
delete from act_ru_job where handler_type_ = 'history-cleanup';
