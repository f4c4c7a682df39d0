package org.jiugai.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets what people may do in the engine, before the first of them can ask; one node after the other. */
@Component
class AccessSetup implements SmartInitializingSingleton {
    private final SharedTaskLists taskLists;
    private final Grants grants;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    AccessSetup(SharedTaskLists taskLists, Grants grants, TransactionTemplate transaction, JdbcClient jdbc) {
        this.taskLists = taskLists;
        this.grants = grants;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table act_ru_authorization in share row exclusive mode")
                    .update();
            grants.reconcile(taskLists.reconcile());
        });
    }
}
