package org.jiugai.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Event;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service where it asks for no permission, or for one that would allow too much: claiming is for oneself, comments are
 * written by the offices of an open task and shown with attachments to whoever sees it, attachments and errors come from forms only.
 */
class GuardedTasks extends TaskServiceImpl {
    private static final int LONGEST_COMMENT = 4000;

    @Override
    public void claim(String taskId, @Nullable String userId) {
        asked(viewer -> {
            if (userId != null && !viewer.person().equals(userId)) {
                throw new RuleViolation("engine.claimForOthers", "只能为自己认领任务");
            }
        });
        super.claim(taskId, userId);
    }

    /** Giving a task back is working on it; giving it to somebody is not offered. */
    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        if (userId == null) super.claim(taskId, null);
        else super.setAssignee(taskId, userId);
    }

    @Override
    public Comment createComment(
            @Nullable String taskId, @Nullable String processInstanceId, @Nullable String message) {
        return commandExecutor.execute(context -> {
            Viewer.of(context).ifPresent(viewer -> {
                requireOffered(context, taskId, viewer);
                requireWords(message);
            });
            return super.createComment(taskId, processInstanceId, message);
        });
    }

    /** Whoever only reads, an auditor for one, leaves no words behind. */
    private static void requireOffered(CommandContext context, @Nullable String taskId, Viewer viewer) {
        if (taskId == null) throw NotPermitted.notOffered();
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || !Offer.of(task).isOpenTo(viewer.person(), viewer.groups()))
            throw NotPermitted.taskOfOthers();
    }

    private static void requireWords(@Nullable String message) {
        if (message == null || message.isBlank()) {
            throw new RuleViolation("engine.commentMissing", "message", "【备注】必填");
        }
        if (message.length() > LONGEST_COMMENT) {
            throw new RuleViolation("engine.commentTooLong", "message", "【备注】不得超过" + LONGEST_COMMENT + "字");
        }
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        return onTask(taskId, () -> super.getTaskComments(taskId));
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return onTask(taskId, () -> super.getTaskComment(taskId, commentId));
    }

    @Override
    @Deprecated
    public List<Event> getTaskEvents(String taskId) {
        return onTask(taskId, () -> super.getTaskEvents(taskId));
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        return onInstance(processInstanceId, () -> super.getProcessInstanceComments(processInstanceId));
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        return onTask(taskId, () -> super.getTaskAttachments(taskId));
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        return onTask(taskId, () -> super.getTaskAttachment(taskId, attachmentId));
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return onTask(taskId, () -> super.getTaskAttachmentContent(taskId, attachmentId));
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        return onInstance(processInstanceId, () -> super.getProcessInstanceAttachments(processInstanceId));
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        asked(GuardedTasks::notOffered);
        return super.getAttachment(attachmentId);
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        asked(GuardedTasks::notOffered);
        return super.getAttachmentContent(attachmentId);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        asked(GuardedTasks::notOffered);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        asked(GuardedTasks::notOffered);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        asked(GuardedTasks::notOffered);
        super.saveAttachment(attachment);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        asked(GuardedTasks::notOffered);
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        asked(GuardedTasks::notOffered);
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        asked(GuardedTasks::notOffered);
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void deleteTaskComments(String taskId) {
        asked(GuardedTasks::notOffered);
        super.deleteTaskComments(taskId);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        asked(GuardedTasks::notOffered);
        super.updateTaskComment(taskId, commentId, message);
    }

    @Override
    public void resolveTask(String taskId) {
        asked(GuardedTasks::notOffered);
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        asked(GuardedTasks::notOffered);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        handleBpmnError(taskId, code, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String code, @Nullable String message) {
        handleBpmnError(taskId, code, message, null);
    }

    @Override
    public void handleBpmnError(
            String taskId, String code, @Nullable String message, @Nullable Map<String, Object> variables) {
        asked(GuardedTasks::notOffered);
        super.handleBpmnError(taskId, code, message, variables);
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        handleEscalation(taskId, code, null);
    }

    @Override
    public void handleEscalation(String taskId, String code, @Nullable Map<String, Object> variables) {
        asked(GuardedTasks::notOffered);
        super.handleEscalation(taskId, code, variables);
    }

    private static void notOffered(Viewer viewer) {
        throw NotPermitted.notOffered();
    }

    private void asked(Consumer<Viewer> check) {
        commandExecutor.execute(context -> {
            Viewer.of(context).ifPresent(check);
            return null;
        });
    }

    /** For whoever finds the task in the history: of his counties, and open to him or he reads every office. */
    private <T> T onTask(@Nullable String taskId, Supplier<T> action) {
        return commandExecutor.execute(context -> {
            if (Viewer.of(context).isPresent()
                    && history(context)
                                    .createHistoricTaskInstanceQuery()
                                    .taskId(taskId)
                                    .count()
                            == 0) {
                throw NotPermitted.taskOfOthers();
            }
            return action.get();
        });
    }

    private <T> T onInstance(String processInstanceId, Supplier<T> action) {
        return commandExecutor.execute(context -> {
            if (Viewer.of(context).isPresent()
                    && history(context)
                                    .createHistoricProcessInstanceQuery()
                                    .processInstanceId(processInstanceId)
                                    .count()
                            == 0) {
                throw NotPermitted.notOffered();
            }
            return action.get();
        });
    }

    private static HistoryService history(CommandContext context) {
        return context.getProcessEngineConfiguration().getHistoryService();
    }
}
