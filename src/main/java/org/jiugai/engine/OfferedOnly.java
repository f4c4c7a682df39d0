package org.jiugai.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * What a person finds when he asks the engine for lists. The grants are few and speak of whole processes, so that no task needs rows of
 * its own; here a list of tasks shrinks to those that are offered to the person, whether he asks himself or a stored filter does.
 */
class OfferedOnly extends AuthorizationManager {
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        Viewer.of(getCommandContext())
                .filter(viewer -> !viewer.readsEveryOffice())
                .ifPresent(viewer -> Offer.narrow(query, viewer.person(), viewer.groups()));
    }

    /** The history of one's own open task, so that its comments can be read and written. */
    @Override
    public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
        super.configureHistoricTaskInstanceQuery(query);
        if (isOwnTask(query.getTaskId())) query.getAuthCheck().setAuthorizationCheckEnabled(false);
    }

    private boolean isOwnTask(@Nullable String taskId) {
        if (taskId == null) return false;
        return Viewer.of(getCommandContext())
                .filter(viewer -> {
                    TaskEntity task = getTaskManager().findTaskById(taskId);
                    return task != null && Offer.of(task).isOpenTo(viewer.person(), viewer.groups());
                })
                .isPresent();
    }

    /** The engine lets its administrators do some things without a grant, such as deleting history: here it lets nobody. */
    @Override
    public void checkCamundaAdmin() {
        Viewer.of(getCommandContext()).ifPresent(viewer -> {
            throw NotPermitted.notOffered();
        });
    }

    /** Everybody may read the models; how many instances run is for those who may read instances. */
    @Override
    public void configureProcessDefinitionStatisticsQuery(ProcessDefinitionStatisticsQueryImpl query) {
        configureQuery(query, Resources.PROCESS_DEFINITION, "RES.KEY_", Permissions.READ_INSTANCE);
    }

    /** A decision that was evaluated for no instance belongs to no county, so no county reads it. */
    @Override
    public void configureHistoricDecisionInstanceQuery(HistoricDecisionInstanceQueryImpl query) {
        super.configureHistoricDecisionInstanceQuery(query);
        if (query.getTenantIds() != null) return;
        Viewer.of(getCommandContext()).ifPresent(viewer -> query.tenantIdIn(viewer.countiesOrNone()));
    }
}
