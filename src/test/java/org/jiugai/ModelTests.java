package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jiugai.engine.FormStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model must keep, read from the files that are shipped. */
class ModelTests {
    private static final Path BPMN = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final Map<String, List<String>> PREFIXES = Map.ofEntries(
            Map.entry("userTask", List.of("userTask_")),
            Map.entry("serviceTask", List.of("serviceTask_")),
            Map.entry("businessRuleTask", List.of("businessRuleTask_")),
            Map.entry("receiveTask", List.of("receiveTask_")),
            Map.entry("callActivity", List.of("callActivity_")),
            Map.entry("subProcess", List.of("subProcess_")),
            Map.entry("startEvent", List.of("startEvent_")),
            Map.entry("endEvent", List.of("endEvent_")),
            Map.entry("exclusiveGateway", List.of("gateway_")),
            Map.entry("parallelGateway", List.of("gateway_")),
            Map.entry("eventBasedGateway", List.of("gateway_")),
            Map.entry("inclusiveGateway", List.of("gateway_")),
            Map.entry("boundaryEvent", List.of("event_")),
            Map.entry("intermediateCatchEvent", List.of("event_")),
            Map.entry("intermediateThrowEvent", List.of("event_")),
            Map.entry("sequenceFlow", List.of("flow_")));

    static List<Path> models() throws IOException {
        return files(BPMN, ".bpmn");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Process process(Path file) {
        return read(file).getModelElementsByType(Process.class).iterator().next();
    }

    @ParameterizedTest
    @MethodSource("models")
    void fileNameIsTheProcessIdAndTheProcessSaysWhatItIs(Path file) {
        Process process = process(file);
        assertThat(file.getFileName().toString()).isEqualTo(process.getId() + ".bpmn");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).as("documentation").isNotEmpty();
        assertThat(process.getCamundaHistoryTimeToLiveString())
                .as("history time-to-live")
                .isNotBlank();
        assertThat(process.getCamundaVersionTag()).as("version tag").isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementHasAnIdOfItsTypeALabelAndAShape(Path file) {
        BpmnModelInstance model = read(file);
        Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(s -> s.getBpmnElement().getId())
                .collect(Collectors.toSet());
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            String type = element.getElementType().getTypeName();
            assertThat(PREFIXES).as("type %s of %s", type, element.getId()).containsKey(type);
            assertThat(PREFIXES.get(type)).as(element.getId()).anyMatch(p -> element.getId()
                    .startsWith(p));
            if (element instanceof FlowNode) {
                assertThat(drawn).as("shape of " + element.getId()).contains(element.getId());
                if (!type.endsWith("Gateway"))
                    assertThat(element.getName())
                            .as("label of " + element.getId())
                            .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void endEventsNameDistinctOutcomes(Path file) {
        List<String> names = process(file).getFlowElements().stream()
                .filter(EndEvent.class::isInstance)
                .map(FlowElement::getName)
                .toList();
        assertThat(names).doesNotHaveDuplicates().noneMatch(n -> n.equals("结束"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysAreQuestionsWhoseFlowsAreTheAnswers(Path file) {
        for (ExclusiveGateway gateway : read(file).getModelElementsByType(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) continue;
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
            for (SequenceFlow answer : gateway.getOutgoing()) {
                assertThat(answer.getName()).as("answer " + answer.getId()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskHasItsDelegateInTheRoomOfTheModel(Path file) {
        String room = file.getParent().getFileName().toString();
        for (ServiceTask task : read(file).getModelElementsByType(ServiceTask.class)) {
            String bean = task.getId().replace("serviceTask_", "");
            assertThat(task.getCamundaDelegateExpression())
                    .as(task.getId())
                    .startsWith("${")
                    .endsWith("}");
            String named = task.getCamundaDelegateExpression().replaceAll("[${}]", "");
            if (!bean.equals(named))
                assertThat(bean).as("several tasks of one delegate %s", named).startsWith(named);
            assertThat(delegate(room, named)).as(task.getId()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAnOfficeADueDateAndAFormWhoseFieldsAreTheCommandsComponents(Path file) throws IOException {
        String room = file.getParent().getFileName().toString();
        for (UserTask task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroups())
                    .as("office of " + task.getId())
                    .isNotBlank();
            assertThat(task.getCamundaDueDate())
                    .as("due date of " + task.getId())
                    .isNotBlank();
            String key = task.getCamundaFormKey();
            assertThat(key)
                    .as(task.getId())
                    .startsWith("embedded:deployment:forms/")
                    .endsWith(".html");
            Path form = Path.of(key.substring("embedded:deployment:".length()));
            assertThat(form).as("form of " + task.getId()).exists();
            FlowNode next = task.getOutgoing().iterator().next().getTarget();
            assertThat(next).as("recording step behind " + task.getId()).isInstanceOf(ServiceTask.class);
            String bean = ((ServiceTask) next).getCamundaDelegateExpression().replaceAll("[${}]", "");
            assertThat(fields(form))
                    .as("fields of %s against the command of %s", form, bean)
                    .isEqualTo(components(room, bean));
        }
    }

    private static Set<String> fields(Path form) throws IOException {
        Set<String> names = new TreeSet<>();
        String html = Files.readString(form).replaceAll("(?s)<!--.*?-->", "");
        Matcher element = Pattern.compile("<(jg-[a-z]+)\\b([^>]*)>").matcher(html);
        while (element.find()) {
            String tag = element.group(1);
            if (Set.of("jg-column", "jg-readonly", "jg-section", "jg-header", "jg-facts")
                    .contains(tag)) continue;
            Matcher name = Pattern.compile("\\bname=\"([^\"]+)\"").matcher(element.group(2));
            if (name.find()) names.add(name.group(1));
            else if (tag.equals("jg-comment")) names.add("comment");
        }
        return names;
    }

    private static Set<String> components(String room, String bean) {
        Class<?> command = command(delegate(room, bean));
        return Arrays.stream(command.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> command(Class<?> delegate) {
        for (java.lang.reflect.Type type : delegate.getGenericInterfaces()) {
            if (type instanceof java.lang.reflect.ParameterizedType generic && generic.getRawType() == FormStep.class) {
                return (Class<?>) generic.getActualTypeArguments()[0];
            }
        }
        throw new AssertionError(delegate + " is no FormStep");
    }

    private static Class<?> delegate(String room, String bean) {
        String name = Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
        List<String> tried = new ArrayList<>();
        for (String where : rooms(room)) {
            try {
                return Class.forName("org.jiugai." + where + ".process." + name);
            } catch (ClassNotFoundException e) {
                tried.add(where);
            }
        }
        throw new AssertionError("no class " + name + " in rooms " + tried);
    }

    /** A room's model uses its own delegates. */
    private static List<String> rooms(String room) {
        return List.of(room);
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsAndDecisionsBindAndLeadToShippedModels(Path file) throws IOException {
        Set<String> processes = names(models(), ".bpmn");
        Set<String> decisions = names(files(BPMN, ".dmn"), ".dmn");
        BpmnModelInstance model = read(file);
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(processes).as(call.getId()).contains(call.getCalledElement());
        }
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(rule.getCamundaDecisionRefBinding()).as(rule.getId()).isEqualTo("latest");
            assertThat(decisions).as(rule.getId()).contains(rule.getCamundaDecisionRef());
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleOfADecisionNamesItsSourceWithTheYear(Path file) {
        assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
                    assertThat(rule.getDescription().getTextContent())
                            .as(rule.getId())
                            .containsPattern("19\\d\\d|20\\d\\d");
                });
    }

    static List<Path> decisions() throws IOException {
        return files(BPMN, ".dmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void messagesAreNamedByRoomAndFact(Path file) {
        for (Message message : read(file).getModelElementsByType(Message.class)) {
            assertThat(message.getName()).matches("[a-z]+\\.[a-z][A-Za-z]+");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsUsedAndDeclaresItselfToTheFormScript(Path form) throws IOException {
        Set<String> used = new HashSet<>();
        for (Path model : models()) {
            read(model).getModelElementsByType(UserTask.class).forEach(t -> used.add(t.getCamundaFormKey()));
        }
        assertThat(used).contains("embedded:deployment:" + form.toString().replace('\\', '/'));
        assertThat(Files.readString(form)).contains("jiugai.attach(camForm)").doesNotContain("innerHTML");
    }

    static List<Path> forms() throws IOException {
        return files(FORMS, ".html");
    }

    private static Set<String> names(List<Path> files, String ending) {
        Map<String, Path> names = new HashMap<>();
        files.forEach(f -> names.put(f.getFileName().toString().replace(ending, ""), f));
        return names.keySet();
    }
}
