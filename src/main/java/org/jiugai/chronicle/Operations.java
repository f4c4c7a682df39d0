package org.jiugai.chronicle;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to a case: the engine's operation log and the record of use cases, in Chinese. */
@Component
class Operations {
    private static final int MOST = 5000;
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            entry(UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "指派"),
            entry(UserOperationLogEntry.OPERATION_TYPE_CLAIM, "认领"),
            entry(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, "办结"),
            entry(UserOperationLogEntry.OPERATION_TYPE_CREATE, "发起"),
            entry(UserOperationLogEntry.OPERATION_TYPE_DELEGATE, "委派"),
            entry(UserOperationLogEntry.OPERATION_TYPE_RESOLVE, "办结委派"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, "变更责任人"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY, "变更优先级"),
            entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE, "修改"),
            entry(UserOperationLogEntry.OPERATION_TYPE_DELETE, "删除"),
            entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY, "删除历史"),
            entry(UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK, "增加办理人"),
            entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK, "移除办理人"),
            entry(UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, "增加办理单位"),
            entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK, "移除办理单位"),
            entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE, "恢复"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND, "挂起"),
            entry(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "迁移到新版流程"),
            entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE, "调整流程"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE, "设置变量"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES, "设置变量"),
            entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_VARIABLE, "修改变量"),
            entry(UserOperationLogEntry.OPERATION_TYPE_REMOVE_VARIABLE, "移除变量"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES, "重试作业"),
            entry(UserOperationLogEntry.OPERATION_TYPE_EXECUTE, "执行作业"),
            entry(UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE, "变更期限"),
            entry(UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT, "添加附件"),
            entry(UserOperationLogEntry.OPERATION_TYPE_EVALUATE, "计算决策表"));
    private static final Map<String, String> ENTITIES = Map.of(
            "Task", "任务",
            "ProcessInstance", "流程",
            "ProcessDefinition", "流程定义",
            "Job", "定时作业",
            "JobDefinition", "定时作业",
            "Variable", "变量",
            "IdentityLink", "办理人",
            "Attachment", "附件",
            "Comment", "意见");
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            entry("assignee", "办理人"),
            entry("owner", "责任人"),
            entry("candidate", "候选"),
            entry("delegation", "委派状态"),
            entry("priority", "优先级"),
            entry("dueDate", "期限"),
            entry("duedate", "期限"),
            entry("retries", "重试次数"),
            entry("suspensionState", "状态"),
            entry("processDefinitionId", "流程版本"));
    /** Names of the rooms where use cases lie. */
    private static final Map<String, String> ROOMS = Map.ofEntries(
            entry("casefile", "案件"),
            entry("survey", "调查摸底"),
            entry("notice", "公示"),
            entry("consultation", "方案征询"),
            entry("review", "联评联审"),
            entry("formalities", "前期手续"),
            entry("tender", "招标采购"),
            entry("works", "施工"),
            entry("acceptance", "验收"),
            entry("settlement", "结算"),
            entry("warranty", "质保"),
            entry("stewardship", "长效管理"),
            entry("funding", "资金"),
            entry("programme", "年度计划"),
            entry("documents", "文件"),
            entry("duties", "岗位分离"));

    private final HistoryService history;
    private final AuditTrail audit;
    private final OrganisationManagement organisation;

    Operations(HistoryService history, AuditTrail audit, OrganisationManagement organisation) {
        this.history = history;
        this.audit = audit;
        this.organisation = organisation;
    }

    /**
     * @param what Chinese
     * @param code as the log names it
     * @param task of the engine, where the operation is about one
     */
    record Operation(
            Instant at,
            @Nullable String who,
            @Nullable String forWhom,
            String what,
            String code,
            @Nullable String property,
            @Nullable String from,
            @Nullable String to,
            @Nullable String run,
            @Nullable String task,
            String remark) {}

    List<Operation> ofRun(String run) {
        List<UserOperationLogEntry> entries = history.createUserOperationLogQuery()
                .processInstanceId(run)
                .orderByTimestamp()
                .asc()
                .listPage(0, MOST);
        Names names = Names.of(
                organisation,
                entries.stream()
                        .flatMap(e -> Stream.of(text(e.getUserId()), text(e.getOrgValue()), text(e.getNewValue()))),
                Stream.empty());
        return entries.stream().map(entry -> operation(entry, names)).toList();
    }

    private static Operation operation(UserOperationLogEntry entry, Names names) {
        // that a completed task is gone says nothing
        String property = "delete".equals(entry.getProperty()) ? null : entry.getProperty();
        return new Operation(
                entry.getTimestamp().toInstant(),
                names.person(entry.getUserId()),
                null,
                OPERATIONS.getOrDefault(entry.getOperationType(), entry.getOperationType())
                        + ENTITIES.getOrDefault(entry.getEntityType(), entry.getEntityType()),
                entry.getOperationType(),
                property == null ? null : PROPERTIES.getOrDefault(property, property),
                names.person(entry.getOrgValue()),
                names.person(entry.getNewValue()),
                entry.getProcessInstanceId(),
                entry.getTaskId(),
                text(entry.getAnnotation()));
    }

    /** What the use cases of the rooms recorded. */
    List<Operation> ofCase(long caseId) {
        List<AuditEntry> entries = audit.ofCase(caseId, MOST);
        Names names = Names.of(
                organisation,
                entries.stream().flatMap(e -> Stream.of(e.person(), text(e.onBehalfOf()))),
                entries.stream().map(AuditEntry::office));
        return entries.stream()
                .map(entry -> new Operation(
                        entry.recordedAt(),
                        names.shown(entry.person(), entry.office()),
                        names.person(entry.onBehalfOf()),
                        what(entry),
                        entry.action(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        entry.details()))
                .toList();
    }

    private static String what(AuditEntry entry) {
        if (entry.action().equals("casefile.readByGuest")) return "来访查阅";
        String room = entry.action().split("\\.", 2)[0];
        return ROOMS.getOrDefault(room, room) + "登记";
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
